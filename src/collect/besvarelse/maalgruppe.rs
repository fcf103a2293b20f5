use super::answer::answer;
use super::reading::Reading;
use super::sheets::{Sheets, fold};
use super::sums;
use super::table::Table;
use crate::collect::form::Form;
use crate::collect::indberetninger::{Ark, Raekke};
use crate::collect::words::{GRUPPE, OUTSIDE, SUM};
use crate::finding::{Finding, Place, nearest};
use crate::input::{At, Cell, Grid};
use crate::model::{Gruppe, Svarstatus};

/// The counts of a returned workbook, a row for each group and year that is asked for.
pub(super) fn read(reading: &Reading<'_, '_>, findings: &mut Vec<Finding>) -> Vec<Raekke> {
    let form = reading.form;
    let tables = tables(reading.sheets, form);
    if tables.is_empty() {
        findings.push(reading.missing("Tabellen med antal borgere"));
    }
    for table in &tables {
        table.check_years(form, findings);
        strange_rows(reading, table, findings);
    }
    let groups = form.udmelding.grupper.iter();
    let rows: Vec<Raekke> =
        groups.flat_map(|gruppe| group(reading, &tables, gruppe, findings)).collect();
    findings.extend(tables.iter().flat_map(|table| sums::check(table, form, &rows)));
    rows
}

/// The cells that a table is read from, its headings among them; a sum is read when it is a number.
pub(super) fn places<'t>(
    reading: &'t Reading<'_, '_>,
    table: &'t Table<'_>,
) -> impl Iterator<Item = At> + 't {
    let labels = all_labels(reading);
    let is_read = move |(row, column): &At| match table.name(*row).map(|name| fold(&name)) {
        _ if *row == table.top => true,
        Some(name) if name == fold(OUTSIDE) => *column == table.names,
        Some(name) if name == fold(SUM) => {
            let cell = table.grid.cell((*row, *column));
            *column == table.names || matches!(cell, Some(Cell::Number(_) | Cell::Uncalculated))
        }
        Some(name) => labels.contains(&name) || table.is_filled(*row),
        None => table.is_filled(*row),
    };
    let rows = table.top..table.end;
    rows.flat_map(|row| table.columns().map(move |column| (row, column))).filter(is_read)
}

pub(super) fn tables<'s>(sheets: &'s Sheets, form: &Form<'_>) -> Vec<Table<'s>> {
    let found = sheets.saying(GRUPPE).filter_map(|(grid, (row, names))| {
        let table = Table::new(grid, row, names, form);
        (!table.headings.is_empty()).then_some(table)
    });
    found.collect()
}

/// A group's rows, one for each year, from the line that names it.
fn group(
    reading: &Reading<'_, '_>,
    tables: &[Table<'_>],
    gruppe: &Gruppe,
    findings: &mut Vec<Finding>,
) -> Vec<Raekke> {
    let line = line(reading, tables, gruppe, findings);
    let start = reading.row().with("Gruppe", &gruppe.noegle);
    let rows = reading.form.aar().iter().map(|aar| match line {
        Some(line) => answer(reading, line, Ark::Tal, *aar, start.clone(), findings),
        None => {
            let row = start.clone().with_number("År", Some(*aar));
            row.with("Status", Svarstatus::Ubesvaret.name())
        }
    });
    let rows = rows.collect();
    if let Some((table, row)) = line {
        findings.extend(table.unanswered(row, &gruppe.betegnelse.value));
    }
    rows
}

/// The line that names a group; that there is none, or another, is told.
fn line<'t, 's>(
    reading: &Reading<'_, '_>,
    tables: &'t [Table<'s>],
    gruppe: &Gruppe,
    findings: &mut Vec<Finding>,
) -> Option<(&'t Table<'s>, u32)> {
    let labels = labels(reading.sheets.keys(), gruppe);
    let names = |(_, name): &(u32, String)| labels.contains(&fold(name));
    let mut lines = tables
        .iter()
        .flat_map(|table| table.lines().filter(names).map(move |(row, _)| (table, row)));
    let line = lines.next();
    if let (Some(table), None) = (tables.first(), line) {
        findings.push(no_line(table.grid, gruppe));
    }
    if let Some((table, row)) = lines.find(|(table, row)| table.says_anything(*row)) {
        findings.push(second_line(table, row, gruppe));
    }
    line
}

/// What a group may be called: as now, by its key, or as when the form was made.
fn labels(keys: Option<&Grid>, gruppe: &Gruppe) -> Vec<String> {
    let then = keys.and_then(|grid| {
        let says = |at, words: &str| grid.cell(at).is_some_and(|cell| cell.shown() == words);
        let named = |row: u32| says((row, 0), "gruppe") && says((row, 1), &gruppe.noegle);
        let ((row, _), _) = grid.cells().find(|((row, _), _)| named(*row))?;
        Some(fold(&grid.cell((row, 2))?.shown()))
    });
    [Some(fold(&gruppe.betegnelse.value)), Some(gruppe.noegle.clone()), then]
        .into_iter()
        .flatten()
        .collect()
}

fn all_labels(reading: &Reading<'_, '_>) -> Vec<String> {
    let groups = reading.form.udmelding.grupper.iter();
    groups.flat_map(|gruppe| labels(reading.sheets.keys(), gruppe)).collect()
}

/// Lines with figures that belong to no group, which somebody has added or renamed.
fn strange_rows(reading: &Reading<'_, '_>, table: &Table<'_>, findings: &mut Vec<Finding>) {
    let groups = &reading.form.udmelding.grupper;
    let labels = all_labels(reading);
    let is_known = |name: &str| {
        [SUM, OUTSIDE].iter().any(|word| fold(word) == fold(name)) || labels.contains(&fold(name))
    };
    for row in (table.top + 1..table.end).filter(|row| table.is_filled(*row)) {
        let place = table.grid.place((row, table.names));
        match table.name(row) {
            Some(name) if is_known(&name) => {}
            Some(name) => findings.push(unknown_group(&name, place, groups)),
            None => findings.push(nameless(place)),
        }
    }
}

fn unknown_group(name: &str, place: Place, groups: &[Gruppe]) -> Finding {
    let message = format!("»{name}« er ikke en gruppe i udmeldingen; rækken er ikke taget med.");
    let finding = Finding::advarsel("ukendt-gruppe", place, message);
    match nearest(name, groups.iter().map(|gruppe| gruppe.betegnelse.value.as_str())) {
        Some(near) => finding.hint(format!("Mente de »{near}«?")),
        None => finding.hint("Skriv tallene under »Rettelse«, hvis de hører til en gruppe."),
    }
}

fn nameless(place: Place) -> Finding {
    let message = "Her står tal uden navn på gruppen; rækken er ikke taget med.";
    Finding::advarsel("tal-uden-gruppe", place, message)
        .hint("Spørg den, der har svaret, hvilken gruppe tallene hører til.")
}

fn no_line(grid: &Grid, gruppe: &Gruppe) -> Finding {
    let message = format!("Rækken »{}« findes ikke i tabellen.", gruppe.betegnelse.value);
    Finding::advarsel("gruppe-mangler", grid.whole(), message)
        .hint("Bed om skemaet igen, med alle rækker.")
}

fn second_line(table: &Table<'_>, row: u32, gruppe: &Gruppe) -> Finding {
    let place = table.grid.place((row, table.names));
    let message =
        format!("»{}« står to gange; kun den første række er taget med.", gruppe.betegnelse.value);
    Finding::advarsel("gruppe-to-gange", place, message)
        .hint("Spørg den, der har svaret, hvilken række der gælder.")
}
