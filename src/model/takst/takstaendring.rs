use chrono::{Datelike, NaiveDate};
use rust_decimal::Decimal;

use super::exact::Exact;
use super::takst::Takst;
use crate::finding::Place;
use crate::model::Sourced;

/// The word in the column "Besluttet af" for a takst of the ordinary yearly indmelding.
const ORDINAER: &str = "ordinær";

/// What is known of a change beyond the rows of takster: its reason, or a difference alone.
#[derive(Debug, Clone, PartialEq)]
pub struct Aendringsnote {
    pub noegle: String,
    pub tilbud: Sourced<String>,
    /// Kroner per day; filled where the takster themselves are not known.
    pub aendring: Option<Sourced<Decimal>>,
    pub gaelder_fra: Sourced<NaiveDate>,
    pub besluttet_af: Option<Sourced<String>>,
    pub besluttet: Option<Sourced<NaiveDate>>,
    pub begrundelse: Option<Sourced<String>>,
}

/// A change of a tilbud's takst, seen from the rows before and after it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Takstaendring<'p> {
    pub noegle: &'p str,
    pub tilbud: &'p Sourced<String>,
    pub gaelder_fra: &'p Sourced<NaiveDate>,
    /// The row that holds until the change.
    pub foer: Option<&'p Takst>,
    /// The row that begins with it.
    pub efter: Option<&'p Takst>,
    pub note: Option<&'p Aendringsnote>,
}

impl<'p> Takstaendring<'p> {
    pub fn foer(&self) -> Option<&'p Sourced<Decimal>> {
        self.foer?.takst.as_ref()
    }

    /// The new takst: the row's own, else the old one with the difference that is known.
    pub fn efter(&self) -> Option<Sourced<Decimal>> {
        if let Some(own) = self.efter.and_then(|row| row.takst.as_ref()) {
            return Some(own.clone());
        }
        let difference = self.note?.aendring.as_ref()?;
        Some(Sourced::new(self.foer()?.value + difference.value, difference.place.clone()))
    }

    /// The difference in kroner per day, from the two takster where both are known.
    pub fn aendring(&self) -> Option<Sourced<Decimal>> {
        let rows = self.foer().zip(self.efter.and_then(|row| row.takst.as_ref()));
        let difference =
            rows.map(|(old, new)| Sourced::new(new.value - old.value, new.place.clone()));
        difference.or_else(|| self.note?.aendring.clone())
    }

    /// The cells that the difference is worked out from.
    pub fn aendringsceller(&self) -> Vec<Place> {
        match self.foer().zip(self.efter.and_then(|row| row.takst.as_ref())) {
            Some((old, new)) => vec![new.place.clone(), old.place.clone()],
            None => self.aendring().map(|amount| amount.place).into_iter().collect(),
        }
    }

    pub fn besluttet_af(&self) -> Option<&'p Sourced<String>> {
        let own = self.efter.and_then(|row| row.besluttet_af.as_ref());
        own.or_else(|| self.note?.besluttet_af.as_ref())
    }

    pub fn besluttet(&self) -> Option<&'p Sourced<NaiveDate>> {
        let own = self.efter.and_then(|row| row.besluttet.as_ref());
        own.or_else(|| self.note?.besluttet.as_ref())
    }

    pub fn begrundelse(&self) -> Option<&'p Sourced<String>> {
        self.note?.begrundelse.as_ref()
    }

    /// Whether it came with the yearly indmelding, not by a decision of its own.
    pub fn is_ordinaer(&self) -> bool {
        self.besluttet_af().is_some_and(|by| by.value.to_lowercase() == ORDINAER)
    }

    /// What the change brings in over a whole year of the rule's `dage`, as places and belægning
    /// are from it on: kroner.
    pub fn virkning_om_aaret(&self, dage: Decimal) -> Option<Exact> {
        let row = self.efter.or(self.foer)?;
        Some(row.forudsaetninger(dage)?.indtaegt(self.aendring()?.value))
    }

    /// What it brings in from its date to the end of the calendar year: kroner.
    pub fn virkning_i_aaret(&self, dage: Decimal) -> Option<Exact> {
        let from = self.gaelder_fra.value;
        let last = NaiveDate::from_ymd_opt(from.year(), 12, 31)?;
        let days = Decimal::from((last - from).num_days() + 1);
        let row = self.efter.or(self.foer)?;
        Some(row.forudsaetninger(dage)?.over(days).indtaegt(self.aendring()?.value))
    }
}
