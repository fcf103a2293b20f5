//! What every data table is drawn with.

use crate::assemble::shown::{Showable, Shown};
use crate::model::{Antal, Optaelling, Yearly};
use crate::text::danish;
use crate::text::running;
use crate::text::tree::{Align, Column, Inline, Row, RowEmphasis, Table, Traced, plain_text};

pub(in crate::assemble) const NO_ANSWER: &str = "–";

/// A count as it is printed; `sign` stands for one that is hidden.
pub(in crate::assemble) fn shown_antal(antal: Antal, sign: &str) -> String {
    antal.tal().map_or_else(|| sign.to_owned(), danish::number)
}

pub(super) fn shown_count(count: Option<&Optaelling>, sign: &str) -> Shown {
    match count {
        Some(count) => Shown::new(shown_antal(count.antal, sign), &count.celler),
        None => NO_ANSWER.to_owned().into(),
    }
}

/// What explains the sign, if any of the counts is hidden.
pub(in crate::assemble) fn hidden_note<'a>(
    mut counts: impl Iterator<Item = &'a Yearly>,
    sign: &str,
) -> Option<Vec<Inline>> {
    let hides = |counts: &Yearly| counts.iter().any(|(_, count)| count.antal == Antal::Skjult);
    counts.any(hides).then(|| {
        running(&format!(
            "»{sign}« står ved tal, som ikke vises, fordi små tal kan gøre borgere genkendelige."
        ))
    })
}

pub(super) fn build(caption: &str, columns: &[(&str, u16)]) -> Table {
    Table {
        caption: running(caption),
        columns: columns
            .iter()
            .map(|(_, weight)| Column { weight: *weight, ..Column::default() })
            .collect(),
        header: vec![Row {
            cells: columns.iter().map(|(name, _)| running(name)).collect(),
            ..Row::default()
        }],
        ..Table::default()
    }
}

/// What stands for a table that the public may not see.
pub(super) fn for_authorities_alone(caption: &str, column: &str, why: &str) -> Table {
    let mut table = build(caption, &[(column, 1)]);
    push(&mut table, &[&why.to_owned()]);
    table
}

/// Adds a column of numbers to a table that has no rows yet.
pub(super) fn number_column(table: &mut Table, heading: &str) {
    table.columns.push(Column { align: Align::Right, ..Column::default() });
    table.header.iter_mut().for_each(|row| row.cells.push(running(heading)));
}

pub(super) fn flush_right(
    table: &mut Table,
    columns: impl std::slice::SliceIndex<[Column], Output = [Column]>,
) {
    if let Some(columns) = table.columns.get_mut(columns) {
        columns.iter_mut().for_each(|column| column.align = Align::Right);
    }
}

pub(super) fn push(table: &mut Table, cells: &[&dyn Showable]) {
    push_cells(table, cells, RowEmphasis::Plain);
}

pub(super) fn push_row(table: &mut Table, cells: &[impl Showable], emphasis: RowEmphasis) {
    let cells: Vec<&dyn Showable> = cells.iter().map(|cell| cell as &dyn Showable).collect();
    push_cells(table, &cells, emphasis);
}

fn push_cells(table: &mut Table, cells: &[&dyn Showable], emphasis: RowEmphasis) {
    let row = row_name(table, cells.first().map(|cell| cell.text()).unwrap_or_default());
    for (column, cell) in cells.iter().enumerate().filter(|(_, cell)| !cell.cells().is_empty()) {
        let heading = table.header.first().and_then(|row| row.cells.get(column));
        table.traced.push(Traced {
            shown: cell.text().to_owned(),
            spot: format!(
                "{row}, kolonne »{}«",
                heading.map(|h| plain_text(h)).unwrap_or_default()
            ),
            cells: cell.cells().to_vec(),
            standing: cell.standing(),
        });
    }
    let cells = cells.iter().map(|cell| running(cell.text())).collect();
    table.rows.push(Row { cells, emphasis, mark: None });
}

/// A row by its first words, after those of the group that it stands in.
fn row_name(table: &Table, first: &str) -> String {
    let group = table.rows.iter().rev().find(|row| row.emphasis == RowEmphasis::Group);
    let group = group.and_then(|row| row.cells.first()).map(|words| plain_text(words));
    match group {
        Some(group) => format!("række »{group}: {first}«"),
        None => format!("række »{first}«"),
    }
}

/// Adds a note below a table, whose figures come from these cells.
pub(super) fn note(table: &mut Table, words: &str, figures: impl IntoIterator<Item = Shown>) {
    let spot = format!("note {}", table.notes.len() + 1);
    table.traced.extend(figures.into_iter().map(|Shown { text: shown, cells, standing }| Traced {
        shown,
        spot: spot.clone(),
        cells,
        standing,
    }));
    table.notes.push(running(words));
}
