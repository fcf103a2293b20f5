use std::collections::BTreeMap;

use super::ark::Ark;
use super::vaerdi::Vaerdi;
use crate::finding::Place;
use crate::model::Svarstatus;

/// A row of the table of answers, by the headings of its columns; what is blank is not there.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Raekke(BTreeMap<&'static str, Vaerdi>);

impl Raekke {
    pub fn get(&self, column: &str) -> Option<&Vaerdi> {
        self.0.get(column)
    }

    /// The words of a cell; none when it is blank.
    pub fn text(&self, column: &str) -> String {
        self.get(column).map(ToString::to_string).unwrap_or_default()
    }

    /// The year, without the point that a number of four digits has.
    pub(in crate::collect) fn year(&self) -> String {
        match self.get("År") {
            Some(Vaerdi::Tal(year)) => year.to_string(),
            other => other.map(ToString::to_string).unwrap_or_default(),
        }
    }

    pub(in crate::collect) fn set(&mut self, column: &'static str, value: Option<Vaerdi>) {
        match value {
            Some(value) => self.0.insert(column, value),
            None => self.0.remove(column),
        };
    }

    #[must_use]
    pub(in crate::collect) fn with(
        mut self,
        column: &'static str,
        text: impl Into<String>,
    ) -> Self {
        let text = text.into();
        self.set(column, (!text.is_empty()).then_some(Vaerdi::Tekst(text)));
        self
    }

    #[must_use]
    pub(in crate::collect) fn with_number(
        mut self,
        column: &'static str,
        number: Option<impl Into<rust_decimal::Decimal>>,
    ) -> Self {
        self.set(column, number.map(|number| Vaerdi::Tal(number.into())));
        self
    }

    /// Where the answer stands in the returned file.
    #[must_use]
    pub(in crate::collect) fn at_cell(self, place: &Place) -> Self {
        match place {
            Place::Cell { file, sheet, cell } => {
                self.with("Fil", file).with("Ark", sheet).with("Celle", cell)
            }
            _ => self,
        }
    }

    /// Whether two rows are parts of one answer: of the same party, or part of it, to the same
    /// udmelding.
    pub(in crate::collect) fn answers_for(&self, other: &Self) -> bool {
        Ark::Svar.key().iter().all(|column| self.get(column) == other.get(column))
    }

    pub(in crate::collect) fn key(&self, ark: Ark) -> Vec<String> {
        ark.key().iter().map(|column| self.text(column)).collect()
    }

    /// The key but for the word that tells two rows of one name apart.
    pub(in crate::collect) fn name(&self, ark: Ark) -> Vec<String> {
        let columns = ark.key().iter().filter(|column| **column != "Anvendes til");
        columns.map(|column| self.text(column)).collect()
    }

    /// The answer as its giver wrote it: the value, or the words that could not be used.
    pub(in crate::collect) fn answer(&self, ark: Ark) -> String {
        match self.text("Status") == Svarstatus::Uklar.name() {
            true => self.text("Bemærkning"),
            false => self.text(ark.answer()),
        }
    }

    /// The secretariat's correction, or else the answer.
    pub(in crate::collect) fn in_force(&self, ark: Ark) -> Option<&Vaerdi> {
        self.get("Rettelse").or_else(|| self.get(ark.answer()))
    }
}
