//! Rows of takster to try the rules on.

use chrono::NaiveDate;
use rust_decimal::Decimal;
use socialaftale::finding::Place;
use socialaftale::model::{Sourced, Takst};

pub fn decimal(written: &str) -> Decimal {
    written.parse().unwrap_or_else(|_| panic!("{written}"))
}

pub fn day(written: &str) -> NaiveDate {
    written.parse().unwrap_or_else(|_| panic!("{written}"))
}

pub fn cell<T>(value: T) -> Sourced<T> {
    Sourced::new(value, Place::file("takster.xlsx"))
}

/// A row with a takst from a day on; an empty `takst` is one that is not known.
pub fn row(key: &str, from: &str, takst: &str) -> Takst {
    Takst {
        noegle: key.to_owned(),
        tilbud: cell(key.to_owned()),
        art: cell("botilbud".to_owned()),
        driftsherre: None,
        driftsform: None,
        beliggenhed: None,
        lov: None,
        paragraf: None,
        pladser: None,
        takst: takst.parse().ok().map(cell),
        enhed: None,
        belaegning: None,
        gaelder_fra: Some(cell(day(from))),
        besluttet_af: None,
        besluttet: None,
        note: None,
        grundlag: None,
        dage: None,
        omregnes_til: None,
        omregnet: None,
    }
}
