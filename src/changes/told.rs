use chrono::NaiveDate;
use rust_decimal::Decimal;

use crate::finding::Place;
use crate::model::Sourced;
use crate::text::danish;

const AWAITED: &str = "[afventer:";

/// A value as an edition tells it, with the cells that it comes from.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Told {
    pub words: String,
    pub cells: Vec<Place>,
    /// How far a figure has come: "foreløbige".
    pub(super) kind: Option<&'static str>,
}

impl Told {
    /// Whether it says that something is not known yet.
    pub fn is_awaited(&self) -> bool {
        self.words.contains(AWAITED)
    }

    pub(super) fn words(value: &Sourced<String>) -> Self {
        Self::of(value, String::clone)
    }

    pub(super) fn number(value: &Sourced<Decimal>) -> Self {
        Self::of(value, |number| danish::number(*number))
    }

    pub(super) fn date(value: &Sourced<NaiveDate>) -> Self {
        Self::of(value, |date| danish::date(*date))
    }

    pub(super) fn of<T>(value: &Sourced<T>, print: impl FnOnce(&T) -> String) -> Self {
        Self { words: print(&value.value), cells: vec![value.place.clone()], kind: None }
    }
}

impl From<&str> for Told {
    fn from(words: &str) -> Self {
        words.to_owned().into()
    }
}

impl From<String> for Told {
    fn from(words: String) -> Self {
        Self { words, ..Self::default() }
    }
}

impl From<NaiveDate> for Told {
    fn from(date: NaiveDate) -> Self {
        danish::date(date).into()
    }
}
