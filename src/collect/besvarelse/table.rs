use std::collections::BTreeMap;

use super::sheets::{column, end, fold};
use super::years::Years;
use crate::collect::form::Form;
use crate::collect::words::{BEMAERKNING, SUM};
use crate::finding::Finding;
use crate::input::{At, Cell, Grid};
use crate::text::danish::list;

/// A table with names and years, found by its headings.
pub(super) struct Table<'s> {
    pub grid: &'s Grid,
    /// The row of the headings.
    pub top: u32,
    /// The row after the last.
    pub end: u32,
    /// The column of names.
    pub names: u32,
    /// The columns of the years that can be taken.
    pub years: BTreeMap<u16, u32>,
    pub headings: Years,
    pub note: Option<u32>,
}

impl<'s> Table<'s> {
    /// The table whose headings stand in a row.
    pub fn new(grid: &'s Grid, top: u32, names: u32, form: &Form<'_>) -> Self {
        let headings = Years::of(grid, top);
        let (end, note) = (end(grid, top), column(grid, top, BEMAERKNING));
        Self { grid, top, end, names, years: headings.asked(form), headings, note }
    }

    /// Where its first heading stands.
    pub fn start(&self) -> (&'s Grid, At) {
        (self.grid, (self.top, self.names))
    }

    /// The columns that hold something to be read: names, years and remarks.
    pub fn columns(&self) -> impl Iterator<Item = u32> {
        [self.names].into_iter().chain(self.headings.columns()).chain(self.note)
    }

    pub fn name(&self, row: u32) -> Option<String> {
        self.grid.cell((row, self.names)).map(Cell::shown)
    }

    /// The rows that have a name, with it.
    pub fn lines(&self) -> impl Iterator<Item = (u32, String)> {
        (self.top + 1..self.end).filter_map(|row| Some((row, self.name(row)?)))
    }

    /// Whether anything stands under a year.
    pub fn is_filled(&self, row: u32) -> bool {
        self.headings.columns().any(|column| self.grid.cell((row, column)).is_some())
    }

    /// Whether anything stands beside its name.
    pub fn says_anything(&self, row: u32) -> bool {
        self.is_filled(row) || !self.note(row).is_empty()
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

    /// Tells what is amiss with the years; those of a form that nobody has filled in say nothing.
    pub fn check_years(&self, form: &Form<'_>, findings: &mut Vec<Finding>) {
        findings.extend(self.headings.missing(self.grid, form));
        if self.lines().any(|(row, name)| fold(&name) != fold(SUM) && self.is_filled(row)) {
            findings.extend(self.headings.doubled(self.grid, self.top));
            findings.extend(self.headings.others(self.grid, form));
        }
    }

    /// The years that a line has no answer for, told together.
    pub fn unanswered(&self, row: u32, name: &str) -> Option<Finding> {
        let is_blank = |column: u32| {
            let at = (row, column);
            self.grid.cell(at).is_none() && self.grid.merged_range(at).is_none()
        };
        let blank = || self.years.iter().filter(|(_, column)| is_blank(**column));
        let (_, first) = blank().next()?;
        let years: Vec<String> = blank().map(|(aar, _)| aar.to_string()).collect();
        let message = format!("»{name}« er ikke besvaret for {}.", list(&years));
        let place = self.grid.place((row, *first));
        Some(
            Finding::advarsel("ubesvaret", place, message)
                .hint("Et tomt felt er et ubesvaret spørgsmål; er der ingen, skal der stå 0."),
        )
    }
}
