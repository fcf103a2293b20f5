use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::exact::Exact;
use super::forudsaetninger::Forudsaetninger;
use super::omregning::omregnet;
use crate::model::Sourced;

/// The unit of every takst: the tables say it once for all of them.
pub const TAKSTENHED: &str = "kr. pr. døgn";

/// A tilbud's takst from one date on; a tilbud has a row for each.
#[derive(Debug, Clone, PartialEq)]
pub struct Takst {
    pub noegle: String,
    pub tilbud: Sourced<String>,
    pub art: Sourced<String>,
    pub driftsherre: Option<Sourced<String>>,
    pub driftsform: Option<Sourced<String>>,
    pub beliggenhed: Option<Sourced<String>>,
    pub lov: Option<Sourced<String>>,
    pub paragraf: Option<Sourced<String>>,
    pub pladser: Option<Sourced<Decimal>>,
    /// Whole kroner per `enhed`.
    pub takst: Option<Sourced<Decimal>>,
    pub enhed: Option<Sourced<String>>,
    /// In percent: 90 is 90 %.
    pub belaegning: Option<Sourced<Decimal>>,
    pub gaelder_fra: Option<Sourced<NaiveDate>>,
    pub besluttet_af: Option<Sourced<String>>,
    pub besluttet: Option<Sourced<NaiveDate>>,
    pub note: Option<Sourced<String>>,
    /// The year's takstberegningsgrundlag in kroner.
    pub grundlag: Option<Sourced<Decimal>>,
    /// The paid days of a year, where the rule's do not hold.
    pub dage: Option<Sourced<Decimal>>,
    /// The belægningsprocent at which the takst is compared with others.
    pub omregnes_til: Option<Sourced<Decimal>>,
    /// The restated takst as the source has it, to be compared with the one worked out.
    pub omregnet: Option<Sourced<Decimal>>,
}

impl Takst {
    pub fn begins(&self) -> Option<NaiveDate> {
        self.gaelder_fra.as_ref().map(|from| from.value)
    }

    /// The takst that covers the row's grundlag; `dage` are the rule's.
    pub fn udregnet(&self, dage: Decimal) -> Option<Exact> {
        Some(self.forudsaetninger(dage)?.takst(self.grundlag.as_ref()?.value))
    }

    /// The takst at the belægningsprocent at which it is compared.
    pub fn sammenlignet(&self) -> Option<Exact> {
        let percent = |cell: &Option<Sourced<Decimal>>| cell.as_ref().map(|cell| cell.value);
        let (from, to) = (percent(&self.belaegning)?, percent(&self.omregnes_til)?);
        omregnet(self.takst.as_ref()?.value, from, to)
    }

    /// What the row's takst is worked out under; `dage` are the rule's, which its own go before.
    pub fn forudsaetninger(&self, dage: Decimal) -> Option<Forudsaetninger> {
        let dage = self.dage.as_ref().map_or(dage, |own| own.value);
        Forudsaetninger::new(self.pladser.as_ref()?.value, dage, self.belaegning.as_ref()?.value)
    }
}
