use super::count::Count;
use super::reading::Reading;
use super::sheets::{Sheets, column, end, fold, years};
use super::table::Table;
use crate::collect::form::Form;
use crate::collect::indberetninger::Raekke;
use crate::collect::status::{UBESVARET, UKLAR};
use crate::collect::words::{BEMAERKNING, GRUPPE, OUTSIDE, SUM};
use crate::finding::{Finding, nearest};
use crate::input::Grid;
use crate::model::Gruppe;

/// The counts of a returned workbook, a row for each group and year that is asked for.
pub(super) fn read(reading: &Reading<'_, '_>, findings: &mut Vec<Finding>) -> Vec<Raekke> {
    let form = reading.form;
    let tables = tables(reading.sheets, form);
    if tables.is_empty() {
        findings.push(reading.missing("Tabellen med antal borgere"));
    }
    for table in &tables {
        table.missing_years(form, findings);
        strange_rows(table, form, findings);
    }
    let groups = form.udmelding.grupper.iter();
    groups.flat_map(|gruppe| group(reading, &tables, gruppe, findings)).collect()
}

fn tables<'s>(sheets: &'s Sheets, form: &Form<'_>) -> Vec<Table<'s>> {
    let found = sheets.saying(GRUPPE).filter_map(|(grid, (row, names))| {
        let years = years(grid, row, form.aar());
        let note = column(grid, row, BEMAERKNING);
        let (top, end) = (row, end(grid, row));
        (!years.is_empty()).then_some(Table { grid, top, end, names, years, note })
    });
    found.collect()
}

/// A group's rows, from the one line that names it.
fn group(
    reading: &Reading<'_, '_>,
    tables: &[Table<'_>],
    gruppe: &Gruppe,
    findings: &mut Vec<Finding>,
) -> Vec<Raekke> {
    let labels = labels(reading.sheets.keys(), gruppe);
    let mut lines = tables.iter().flat_map(|table| {
        table
            .lines()
            .filter(|(_, name)| labels.contains(&fold(name)))
            .map(move |(row, _)| (table, row))
    });
    let line = lines.next();
    if let (Some(table), None) = (tables.first(), line) {
        findings.push(no_line(table.grid, gruppe));
    }
    if let Some((table, row)) = lines.find(|(table, row)| table.is_filled(*row)) {
        findings.push(second_line(table, row, gruppe));
    }
    let mut blank = Vec::new();
    let rows = reading.form.aar().iter().map(|aar| {
        let start = reading.row().with("Gruppe", &gruppe.noegle).with_number("År", Some(*aar));
        let Some((table, row)) = line else { return start.with("Status", UBESVARET) };
        let note = table.note(row);
        let Some(column) = table.years.get(aar) else {
            return start.with("Status", UBESVARET).with("Bemærkning", note);
        };
        let start = start.at_cell(&table.grid.place((row, *column)));
        match Count::read(table.grid, (row, *column), findings) {
            Count::Given(count) => start
                .with_number("Værdi", Some(count))
                .with("Status", reading.art.status())
                .with("Bemærkning", note),
            Count::Unclear(shown) => start.with("Status", UKLAR).with("Bemærkning", shown),
            Count::Blank => {
                blank.push(((row, *column), aar.to_string()));
                start.with("Status", UBESVARET).with("Bemærkning", note)
            }
        }
    });
    let rows = rows.collect();
    if let (Some((table, _)), Some((at, _))) = (line, blank.first()) {
        let years: Vec<&str> = blank.iter().map(|(_, year)| year.as_str()).collect();
        findings.push(unanswered(table.grid, *at, gruppe, &years));
    }
    rows
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

/// Lines with figures that belong to no group, which somebody has added or renamed.
fn strange_rows(table: &Table<'_>, form: &Form<'_>, findings: &mut Vec<Finding>) {
    let groups = || form.udmelding.grupper.iter();
    let known = |name: &str| {
        [SUM, OUTSIDE].iter().any(|word| fold(word) == fold(name))
            || groups().any(|gruppe| {
                fold(&gruppe.betegnelse.value) == fold(name) || gruppe.noegle == fold(name)
            })
    };
    for row in table.top + 1..table.end {
        let name = table.name(row);
        if !table.is_filled(row) || name.as_deref().is_some_and(known) {
            continue;
        }
        let place = table.grid.place((row, table.names));
        findings.push(match name {
            Some(name) => {
                let message =
                    format!("»{name}« er ikke en gruppe i udmeldingen; rækken er ikke taget med.");
                let finding = Finding::advarsel("ukendt-gruppe", place, message);
                let groups = groups().map(|gruppe| gruppe.betegnelse.value.as_str());
                match nearest(&name, groups) {
                    Some(near) => finding.hint(format!("Mente de »{near}«?")),
                    None => {
                        finding.hint("Skriv tallene under »Rettelse«, hvis de hører til en gruppe.")
                    }
                }
            }
            None => {
                let message = "Her står tal uden navn på gruppen; rækken er ikke taget med.";
                Finding::advarsel("tal-uden-gruppe", place, message)
                    .hint("Spørg den, der har svaret, hvilken gruppe tallene hører til.")
            }
        });
    }
}

fn no_line(grid: &Grid, gruppe: &Gruppe) -> Finding {
    let place = crate::finding::Place::Sheet { file: grid.file.clone(), sheet: grid.sheet.clone() };
    let message = format!("Rækken »{}« findes ikke i tabellen.", gruppe.betegnelse.value);
    Finding::advarsel("gruppe-mangler", place, message)
        .hint("Bed om skemaet igen, med alle rækker.")
}

fn second_line(table: &Table<'_>, row: u32, gruppe: &Gruppe) -> Finding {
    let place = table.grid.place((row, table.names));
    let message =
        format!("»{}« står to gange; kun den første række er taget med.", gruppe.betegnelse.value);
    Finding::advarsel("gruppe-to-gange", place, message)
        .hint("Spørg den, der har svaret, hvilken række der gælder.")
}

fn unanswered(grid: &Grid, at: crate::input::At, gruppe: &Gruppe, years: &[&str]) -> Finding {
    let years = match years {
        [first @ .., last] if !first.is_empty() => format!("{} og {last}", first.join(", ")),
        years => years.concat(),
    };
    let message = format!("»{}« er ikke besvaret for {years}.", gruppe.betegnelse.value);
    Finding::advarsel("ubesvaret", grid.place(at), message)
        .hint("Et tomt felt er et ubesvaret spørgsmål; er der ingen borgere, skal der stå 0.")
}
