use std::collections::BTreeMap;

use crate::collect::form::Form;
use crate::finding::{Finding, Place};
use crate::input::{Cell, Grid};

/// A table with names and years, found by its headings.
pub(super) struct Table<'s> {
    pub grid: &'s Grid,
    /// The row of the headings.
    pub top: u32,
    /// The row after the last.
    pub end: u32,
    /// The column of names.
    pub names: u32,
    pub years: BTreeMap<u16, u32>,
    pub note: Option<u32>,
}

impl Table<'_> {
    pub fn name(&self, row: u32) -> Option<String> {
        self.grid.cell((row, self.names)).map(Cell::shown)
    }

    /// The rows that have a name, with it.
    pub fn lines(&self) -> impl Iterator<Item = (u32, String)> {
        (self.top + 1..self.end).filter_map(|row| Some((row, self.name(row)?)))
    }

    /// Whether anything stands under a year.
    pub fn is_filled(&self, row: u32) -> bool {
        self.years.values().any(|column| self.grid.cell((row, *column)).is_some())
    }

    pub fn note(&self, row: u32) -> String {
        let cell = self.note.and_then(|column| self.grid.cell((row, column)));
        cell.map(Cell::shown).unwrap_or_default()
    }

    /// What could not be used as it stood, and what the line's own note says of it.
    pub fn unclear_note(&self, row: u32, shown: &str) -> String {
        match self.note(row) {
            note if note.is_empty() => shown.to_owned(),
            note => format!("»{shown}« – {note}"),
        }
    }

    pub fn missing_years(&self, form: &Form<'_>, findings: &mut Vec<Finding>) {
        for aar in form.aar().iter().filter(|aar| !self.years.contains_key(aar)) {
            let place =
                Place::Sheet { file: self.grid.file.clone(), sheet: self.grid.sheet.clone() };
            let message = format!("Tabellen har ingen kolonne for {aar}.");
            findings.push(
                Finding::advarsel("aar-mangler", place, message)
                    .hint("Bed om skemaet igen, med alle år."),
            );
        }
    }
}
