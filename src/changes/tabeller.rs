use std::collections::BTreeMap;

use similar::{Algorithm, DiffOp, capture_diff_slices};

use super::difference::Difference;
use super::kinds::kinds;
use super::record::{Record, compared};
use super::told::Told;
use crate::text::danish;
use crate::text::tree::{Inline, RowEmphasis, Table, Traced, plain_text};

/// What two editions' figures of a table do not agree on, by row and column, and which have come
/// further.
pub(super) fn figures(old: &Table, new: &Table) -> Vec<Difference> {
    let within = |row: String| {
        move |one: Difference| Difference { label: format!("{row}, {}", one.label), ..one }
    };
    let (old, new) = (rows(old), rows(new));
    let changed = compared(&old, &new).into_iter();
    let changed = changed.flat_map(|row| row.differences.into_iter().map(within(row.name)));
    changed.chain(kinds(&old, &new)).collect()
}

/// The same with the table's caption and notes.
pub(super) fn whole(old: &Table, new: &Table) -> Vec<Difference> {
    let caption = |table: &Table| Record::new("", "").with("Titel", plain_text(&table.caption));
    let caption = compared(&[caption(old)], &[caption(new)]).into_iter();
    let caption = caption.flat_map(|one| one.differences);
    caption.chain(figures(old, new)).chain(notes(old, new)).collect()
}

/// A row by its first words, after those of its group, else by its figures when it has another name.
fn rows(table: &Table) -> Vec<Record> {
    let headings = table.header.first().map(|row| row.cells.as_slice()).unwrap_or_default();
    let headings: Vec<String> = headings.iter().map(|words| plain_text(words)).collect();
    let mut traced: BTreeMap<&str, Vec<&Traced>> = BTreeMap::new();
    table.traced.iter().for_each(|one| traced.entry(&one.spot).or_default().push(one));
    let mut group = None;
    let mut found = Vec::new();
    for row in &table.rows {
        let first = row.cells.first().map(|words| plain_text(words)).unwrap_or_default();
        if row.emphasis == RowEmphasis::Group {
            group = Some(first);
            continue;
        }
        let name = group.as_ref().map_or(first.clone(), |group| format!("{group}: {first}"));
        let mut record = Record::new(name.as_str(), name.as_str());
        record = record.with("Rækkens navn", name.as_str());
        for (heading, cell) in headings.iter().zip(&row.cells).skip(1) {
            let spot = format!("række »{name}«, kolonne »{heading}«");
            let from = traced.get(spot.as_str()).map(Vec::as_slice).unwrap_or_default();
            record = record.with(heading, told(cell, from));
        }
        if let Some(figures) = known_by(&record) {
            record = record.or(figures);
        }
        found.push(record);
    }
    found
}

/// A cell as it is printed; a figure without the mark that tells how far it has come.
fn told(cell: &[Inline], traced: &[&Traced]) -> Told {
    let words = plain_text(cell);
    match traced.iter().find(|one| danish::typeset(&one.shown) == words) {
        Some(from) => Told {
            words: danish::typeset(from.figure()),
            cells: from.cells.clone(),
            kind: from.standing.map(|standing| standing.kind),
        },
        None => words.into(),
    }
}

/// The figures of a row, if they tell it from others: zeros and dashes do not.
fn known_by(row: &Record) -> Option<String> {
    let figures: Vec<&str> = row.fields.iter().skip(1).map(|(_, told)| &*told.words).collect();
    let figures = figures.join(" | ");
    figures.contains(|sign: char| ('1'..='9').contains(&sign)).then_some(figures)
}

fn notes(old: &Table, new: &Table) -> Vec<Difference> {
    let notes = |table: &Table| -> Vec<String> {
        table.notes.iter().map(|note| plain_text(note)).collect()
    };
    let (old, new) = (notes(old), notes(new));
    let mut found = Vec::new();
    for step in capture_diff_slices(Algorithm::Lcs, &old, &new) {
        if matches!(step, DiffOp::Equal { .. }) {
            continue;
        }
        let (before, after) = (&old[step.old_range()], &new[step.new_range()]);
        found.extend((0..before.len().max(after.len())).map(|at| Difference {
            label: "Note".to_owned(),
            before: before.get(at).map(|note| note.as_str().into()),
            after: after.get(at).map(|note| note.as_str().into()),
        }));
    }
    found
}
