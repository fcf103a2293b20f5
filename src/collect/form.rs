use chrono::NaiveDate;

use super::indberetninger::Raekke;
use crate::model::{AnvendtTilbud, CentralUdmelding, Projekt, Respondent, Tema};

/// The largest count that a form takes, in citizens.
pub(super) const LARGEST_COUNT: i32 = 999_999;

/// One answer to be given: who is asked about which udmelding.
pub(super) struct Form<'p> {
    pub projekt: &'p Projekt,
    pub udmelding: &'p CentralUdmelding,
    pub respondent: Respondent<'p>,
}

impl Form<'_> {
    /// The themes that are asked about: a region has no citizens of its own to count.
    pub fn themes(&self) -> impl Iterator<Item = Tema> {
        let counts = self.respondent.counts_citizens();
        Tema::ALL.into_iter().filter(move |tema| counts || *tema != Tema::Maalgruppen)
    }

    /// "2 Tilbud": the theme's number among those asked about, and its title.
    pub fn sheet_name(&self, tema: Tema) -> String {
        let number = self.themes().take_while(|other| *other != tema).count() + 1;
        format!("{number} {}", tema.title())
    }

    pub fn aar(&self) -> &[u16] {
        &self.udmelding.aar
    }

    pub fn svarfrist(&self) -> Option<NaiveDate> {
        self.udmelding.svarfrist.as_ref().map(|frist| frist.value)
    }

    /// The tilbud that a region runs itself, as the secretariat knows them: they stand in its form
    /// from the start.
    pub fn own_tilbud(&self) -> impl Iterator<Item = &AnvendtTilbud> {
        let part = &self.respondent.part.navn;
        let asked = !self.respondent.counts_citizens();
        let runs = |of: &AnvendtTilbud| of.driftsherre.as_ref().is_some_and(|d| d.value == *part);
        self.udmelding.tilbud.iter().filter(move |of| asked && runs(of))
    }

    /// Whether two forms ask the same of the same.
    pub fn same_answer(&self, other: &Form<'_>) -> bool {
        self.udmelding.noegle == other.udmelding.noegle && self.respondent == other.respondent
    }

    /// The start of a row of the table of answers.
    pub fn row(&self) -> Raekke {
        Raekke::default()
            .with("Udmelding", &self.udmelding.noegle)
            .with("Part", &self.respondent.part.navn)
            .with("Svarer for", self.respondent.svarer_navn())
    }

    pub fn titel(&self) -> String {
        format!("Indberetning: {}", self.udmelding.kort_titel.value)
    }
}
