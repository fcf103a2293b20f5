use std::collections::{BTreeMap, BTreeSet};
use std::ops::RangeInclusive;

use chrono::NaiveDate;
use ecow::EcoString;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::cell::{Cell, tidy};
use super::layout::Layout;
use super::unseen::unseen;
use super::unusable::unusable;
use crate::finding::{Finding, Findings, Place, nearest};
use crate::input::keys::well_formed;
use crate::model::{Optaelling, Sourced, Talstatus, Yearly};

/// The years that people alive can be counted in.
const YEARS: RangeInclusive<u16> = 1900..=2100;

/// A table in a sheet: a heading row, then rows; blank rows are passed over.
pub(in crate::input) struct Sheet {
    file: EcoString,
    name: EcoString,
    heading_row: u32,
    headings: Vec<(String, u32)>,
    rows: Vec<Filled>,
}

/// A row with anything in it: its number, and its filled cells by column, in order.
pub(super) type Filled = (u32, Vec<(u32, Cell)>);

/// A column that has been found by its heading.
#[derive(Debug, Clone, Copy)]
pub(in crate::input) struct Header(u32);

impl Sheet {
    pub fn new(file: &str, name: &str, rows: Vec<Filled>, findings: &mut Findings) -> Option<Self> {
        let mut rows = rows.into_iter();
        let Some((heading_row, first)) = rows.next() else {
            findings.push(
                Finding::fejl(
                    "tomt-ark",
                    Place::Sheet { file: file.to_owned(), sheet: name.to_owned() },
                    "Arket er tomt.",
                )
                .hint("Første række skal have kolonnernes overskrifter."),
            );
            return None;
        };
        let headings = first.iter().map(|(column, cell)| (heading(cell), *column)).collect();
        let (file, name) = (file.into(), name.into());
        Some(Self { file, name, heading_row, headings, rows: rows.collect() })
    }

    /// What of the table cannot be seen in Excel.
    pub(super) fn unseen(&self, layout: &Layout) -> Option<Finding> {
        let place = Place::Sheet { file: self.file.to_string(), sheet: self.name.to_string() };
        let rows = self.rows.iter().map(|(row, _)| *row);
        unseen(layout, place, rows, self.headings.iter().map(|(_, column)| *column))
    }

    /// Finds columns by their headings, in any place, without regard to case and spaces; every
    /// missing one is told.
    pub fn columns<const N: usize>(
        &self,
        names: [&'static str; N],
        findings: &mut Findings,
    ) -> Option<[Header; N]> {
        let found: Vec<Header> =
            names.iter().filter_map(|name| self.column(name, &names, findings)).collect();
        found.try_into().ok()
    }

    fn column(
        &self,
        name: &'static str,
        wanted: &[&str],
        findings: &mut Findings,
    ) -> Option<Header> {
        let lowered = name.to_lowercase();
        let mut found = self.headings.iter().filter(|(text, _)| text.to_lowercase() == lowered);
        match (found.next(), found.next()) {
            (Some((_, column)), None) => Some(Header(*column)),
            (Some(_), Some((_, again))) => {
                findings.push(self.twice(name, *again));
                None
            }
            (None, _) => {
                findings.push(self.missing_column(name, wanted));
                None
            }
        }
    }

    fn twice(&self, name: &str, again: u32) -> Finding {
        Finding::fejl(
            "kolonne-to-gange",
            self.place(self.heading_row, again),
            format!("Kolonnen »{name}« findes to gange."),
        )
        .hint("Slet eller omdøb den ene.")
    }

    /// A heading that is wanted itself is never the misspelt one.
    fn missing_column(&self, name: &str, wanted: &[&str]) -> Finding {
        let headings = || self.headings.iter().map(|(text, _)| text.as_str());
        let finding = Finding::fejl(
            "ukendt-kolonne",
            Place::Sheet { file: self.file.to_string(), sheet: self.name.to_string() },
            format!("Kolonnen »{name}« mangler."),
        );
        let is_wanted =
            |text: &str| wanted.iter().any(|name| name.to_lowercase() == text.to_lowercase());
        match nearest(name, headings().filter(|text| !is_wanted(text))) {
            Some(near) => finding.hint(format!("Skal »{near}« hedde »{name}«?")),
            None => finding
                .hint(format!("Kolonnerne hedder: {}.", headings().collect::<Vec<_>>().join(", "))),
        }
    }

    /// The columns whose heading is a year, in order of the years; two of one year are told.
    pub fn years(&self, findings: &mut Findings) -> Vec<(u16, Header)> {
        let mut years: BTreeMap<u16, Header> = BTreeMap::new();
        for (text, column) in &self.headings {
            let Some(aar) = year(text) else { continue };
            if years.insert(aar, Header(*column)).is_some() {
                findings.push(self.twice(text, *column));
            }
        }
        years.into_iter().collect()
    }

    /// Tells of the years that are counted, but have no column.
    pub fn missing_years(&self, counted: &BTreeSet<u16>, findings: &mut Findings) {
        let wanted: Vec<String> = counted.iter().map(ToString::to_string).collect();
        let wanted: Vec<&str> = wanted.iter().map(String::as_str).collect();
        let is_missing = |name: &&&str| self.headings.iter().all(|(text, _)| text != *name);
        let missing = wanted.iter().filter(is_missing);
        findings.extend(missing.map(|name| self.missing_column(name, &wanted)));
    }

    fn heading(&self, header: Header) -> &str {
        let found = self.headings.iter().find(|(_, column)| *column == header.0);
        found.map_or("", |(text, _)| text)
    }

    /// The rows with anything in them.
    pub fn lines(&self) -> impl Iterator<Item = Line<'_>> {
        self.rows.iter().map(|(row, cells)| Line { sheet: self, row: *row, cells })
    }

    fn place(&self, row: u32, column: u32) -> Place {
        Place::cell(self.file.clone(), self.name.clone(), address((row, column)))
    }
}

fn heading(cell: &Cell) -> String {
    match cell {
        Cell::Text(text) => tidy(text),
        Cell::Number(number) => number.normalize().to_string(),
        Cell::Date(date) => date.to_string(),
        _ => String::new(),
    }
}

/// A heading of four digits is a year.
fn year(heading: &str) -> Option<u16> {
    (heading.len() == 4 && heading.bytes().all(|letter| letter.is_ascii_digit()))
        .then(|| heading.parse().ok())
        .flatten()
}

/// A row of a sheet.
#[derive(Clone, Copy)]
pub(in crate::input) struct Line<'s> {
    sheet: &'s Sheet,
    row: u32,
    cells: &'s [(u32, Cell)],
}

impl Line<'_> {
    fn cell(&self, header: Header) -> Option<&Cell> {
        let at = self.cells.binary_search_by_key(&header.0, |(column, _)| *column).ok()?;
        Some(&self.cells[at].1)
    }

    pub fn place(&self, header: Header) -> Place {
        self.sheet.place(self.row, header.0)
    }

    pub fn is_filled(&self, header: Header) -> bool {
        self.cell(header).is_some()
    }

    /// Text that must be there.
    pub fn text(&self, header: Header, findings: &mut Findings) -> Option<Sourced<String>> {
        let found = self.optional_text(header, findings);
        if found.is_none() && self.cell(header).is_none() {
            findings.push(self.blank(header));
        }
        found
    }

    /// A key that fields may name.
    pub fn key(&self, header: Header, findings: &mut Findings) -> Option<Sourced<String>> {
        let key = self.text(header, findings)?;
        well_formed(&key.value, &key.place, findings);
        Some(key)
    }

    /// Text, if the cell is filled; a number or a date stands as Excel would show it.
    pub fn optional_text(
        &self,
        header: Header,
        findings: &mut Findings,
    ) -> Option<Sourced<String>> {
        let text = match self.cell(header)? {
            Cell::Text(text) => text.clone(),
            Cell::Number(number) => crate::text::danish::number(*number),
            Cell::Date(date) => crate::text::danish::date(*date),
            Cell::Bool(value) => (if *value { "ja" } else { "nej" }).to_owned(),
            other => {
                findings.push(self.unusable(header, other, "en tekst"));
                return None;
            }
        };
        Some(Sourced::new(text, self.place(header)))
    }

    /// A number, if the cell is filled; text is a fejl, never a guess.
    pub fn number(&self, header: Header, findings: &mut Findings) -> Option<Sourced<Decimal>> {
        match self.cell(header)? {
            Cell::Number(number) => Some(Sourced::new(*number, self.place(header))),
            other => {
                findings.push(self.unusable(header, other, "et tal"));
                None
            }
        }
    }

    /// A number that must be there.
    pub fn required_number(
        &self,
        header: Header,
        findings: &mut Findings,
    ) -> Option<Sourced<Decimal>> {
        if self.cell(header).is_none() {
            findings.push(self.blank(header));
        }
        self.number(header, findings)
    }

    /// A count of people or answers: a whole number from 0 on, if the cell is filled.
    pub fn count(&self, header: Header, findings: &mut Findings) -> Option<Sourced<Decimal>> {
        let count = self.number(header, findings)?;
        if count.value.is_integer() && !count.value.is_sign_negative() {
            return Some(count);
        }
        findings.push(
            Finding::fejl(
                "ikke-et-antal",
                count.place,
                format!(
                    "I »{}« står {}, men et antal er et helt tal fra 0 og op.",
                    self.sheet.heading(header),
                    crate::text::danish::number(count.value)
                ),
            )
            .hint("Ret tallet i cellen."),
        );
        None
    }

    /// A count for each of the years that the row has one for.
    pub fn counts(
        &self,
        years: &[(u16, Header)],
        status: Option<Talstatus>,
        findings: &mut Findings,
    ) -> Yearly {
        years
            .iter()
            .filter_map(|(aar, header)| {
                Some((*aar, Optaelling::new(self.count(*header, findings)?, status)))
            })
            .collect()
    }

    /// How far the figures of the row have come, if the cell is filled.
    pub fn talstatus(&self, header: Header, findings: &mut Findings) -> Option<Talstatus> {
        self.cell(header)?;
        let known = Talstatus::NAMES.map(str::to_owned).into();
        Talstatus::from_name(&self.choice(header, &known, "en status", findings)?.value)
    }

    /// A year that must be there.
    pub fn year(&self, header: Header, findings: &mut Findings) -> Option<Sourced<u16>> {
        let number = self.required_number(header, findings)?;
        let aar = number.value.to_u16().filter(|aar| YEARS.contains(aar));
        if let Some(aar) = aar.filter(|_| number.value.is_integer()) {
            return Some(Sourced::new(aar, number.place));
        }
        findings.push(
            Finding::fejl(
                "ikke-et-aar",
                number.place,
                format!(
                    "I »{}« står {}, som ikke er et årstal.",
                    self.sheet.heading(header),
                    number.value
                ),
            )
            .hint("Skriv årstallet med fire cifre, fx 2019."),
        );
        None
    }

    /// A count that must be there.
    pub fn required_count(
        &self,
        header: Header,
        findings: &mut Findings,
    ) -> Option<Sourced<Decimal>> {
        if !self.is_filled(header) {
            findings.push(self.blank(header));
        }
        self.count(header, findings)
    }

    /// A date, if the cell is filled.
    pub fn date(&self, header: Header, findings: &mut Findings) -> Option<Sourced<NaiveDate>> {
        match self.cell(header)? {
            Cell::Date(date) => Some(Sourced::new(*date, self.place(header))),
            other => {
                findings.push(self.unusable(header, other, "en dato"));
                None
            }
        }
    }

    /// A date that must be there.
    pub fn required_date(
        &self,
        header: Header,
        findings: &mut Findings,
    ) -> Option<Sourced<NaiveDate>> {
        if self.cell(header).is_none() {
            findings.push(self.blank(header));
        }
        self.date(header, findings)
    }

    /// Text that must be one of `known`, without regard to case.
    pub fn choice(
        &self,
        header: Header,
        known: &BTreeSet<String>,
        what: &str,
        findings: &mut Findings,
    ) -> Option<Sourced<String>> {
        let given = self.text(header, findings)?;
        let same = known.iter().find(|name| name.to_lowercase() == given.value.to_lowercase());
        if let Some(name) = same {
            return Some(Sourced::new(name.clone(), given.place));
        }
        findings.push(
            Finding::fejl(
                "ukendt-navn",
                given.place,
                format!("»{}« er ikke {what}, som projektet kender.", given.value),
            )
            .nearest(&given.value, known.iter().map(String::as_str)),
        );
        None
    }

    /// The same, or any text where the names are not all known.
    pub fn known(
        &self,
        header: Header,
        known: Option<&BTreeSet<String>>,
        what: &str,
        findings: &mut Findings,
    ) -> Option<Sourced<String>> {
        match known {
            Some(known) => self.choice(header, known, what, findings),
            None => self.text(header, findings),
        }
    }

    fn blank(&self, header: Header) -> Finding {
        Finding::fejl(
            "tom-celle",
            self.place(header),
            format!("Cellen under »{}« er tom.", self.sheet.heading(header)),
        )
        .hint("Udfyld cellen, eller slet rækken.")
    }

    fn unusable(&self, header: Header, cell: &Cell, wanted: &str) -> Finding {
        unusable(self.sheet.heading(header), self.place(header), cell, wanted)
    }
}

/// A cell's address as Excel writes it, from row and column counted from 0: (6, 2) is "C7".
pub(in crate::input) fn address((row, column): (u32, u32)) -> String {
    format!("{}{}", column_letters(column), row + 1)
}

/// A column as Excel names it, counted from 0: 2 is "C".
pub(super) fn column_letters(column: u32) -> String {
    let mut letters = String::new();
    let mut rest = column + 1;
    while rest > 0 {
        let letter = char::from(b'A' + ((rest - 1) % 26) as u8);
        letters.insert(0, letter);
        rest = (rest - 1) / 26;
    }
    letters
}
