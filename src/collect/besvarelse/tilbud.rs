use std::collections::BTreeSet;

use super::answer::answer;
use super::reading::Reading;
use super::sheets::{Sheets, column, fold};
use super::table::Table;
use crate::collect::form::Form;
use crate::collect::indberetninger::{Ark, Raekke};
use crate::collect::words::TILBUD;
use crate::finding::Finding;
use crate::input::{At, Cell};

/// The tilbud of a returned workbook, a row for each and each year.
pub(super) fn read(reading: &Reading<'_, '_>, findings: &mut Vec<Finding>) -> Vec<Raekke> {
    let form = reading.form;
    let tables = tables(reading.sheets, form);
    if tables.is_empty() {
        findings.push(reading.missing("Tabellen med tilbud"));
    }
    let (mut seen, mut read) = (BTreeSet::new(), Vec::new());
    for table in &tables {
        table.check_years(form, findings);
        for row in table.top + 1..table.end {
            match table.name(row) {
                Some(name) if !seen.insert((fold(&name), used_for(table, row))) => {
                    findings.push(again(table, row, &name));
                }
                Some(name) => {
                    read.extend(line(reading, table, row, &name, findings));
                    findings.extend(table.unanswered(row, &name));
                }
                None if table.is_filled(row) => findings.push(nameless(table, row)),
                None => {}
            }
        }
    }
    read
}

/// The cells that a table is read from, its headings among them.
pub(super) fn places<'t>(table: &'t Table<'_>) -> impl Iterator<Item = At> + 't {
    let words = TILBUD[1..].iter().filter_map(|heading| column(table.grid, table.top, heading));
    let columns: Vec<u32> = table.columns().chain(words).collect();
    let is_read = |row: &u32| table.name(*row).is_some() || table.is_filled(*row);
    let rows = (table.top..table.end).filter(is_read);
    rows.flat_map(move |row| columns.clone().into_iter().map(move |column| (row, column)))
}

pub(super) fn tables<'s>(sheets: &'s Sheets, form: &Form<'_>) -> Vec<Table<'s>> {
    let found = sheets.saying(TILBUD[1]).filter_map(|(grid, (row, _))| {
        let names = column(grid, row, TILBUD[0])?;
        Some(Table::new(grid, row, names, form))
    });
    found.collect()
}

fn line(
    reading: &Reading<'_, '_>,
    table: &Table<'_>,
    row: u32,
    name: &str,
    findings: &mut Vec<Finding>,
) -> Vec<Raekke> {
    let mut start = reading.row().with("Tilbud", name);
    for heading in &TILBUD[1..] {
        start = start.with(heading, words(table, row, heading));
    }
    let year =
        |aar: &u16| answer(reading, (table, row), Ark::Tilbud, *aar, start.clone(), findings);
    reading.form.aar().iter().map(year).collect()
}

/// What stands in a row under a heading.
fn words(table: &Table<'_>, row: u32, heading: &str) -> String {
    let at = column(table.grid, table.top, heading).map(|column| (row, column));
    at.and_then(|at| table.grid.cell(at)).map(Cell::shown).unwrap_or_default()
}

/// The same tilbud may be used for several things, each with its own users.
fn used_for(table: &Table<'_>, row: u32) -> String {
    fold(&words(table, row, TILBUD[4]))
}

fn again(table: &Table<'_>, row: u32, name: &str) -> Finding {
    let message = format!(
        "»{name}« står to gange med det samme under »{}«; kun den første række er taget med.",
        TILBUD[4]
    );
    Finding::advarsel("tilbud-to-gange", table.grid.place((row, table.names)), message).hint(
        "Spørg den, der har svaret. Skal tallene lægges sammen, så skriv summen under »Rettelse« i \
         inputs/indberetninger.xlsx.",
    )
}

fn nameless(table: &Table<'_>, row: u32) -> Finding {
    let message = "Her står brugere af et tilbud uden navn; rækken er ikke taget med.";
    Finding::advarsel("tilbud-uden-navn", table.grid.place((row, table.names)), message)
        .hint("Spørg den, der har svaret, hvilket tilbud det er.")
}
