//! What every data table is drawn with.

use crate::model::{Antal, Optaelling, Yearly};
use crate::text::danish;
use crate::text::running;
use crate::text::tree::{Align, Column, Inline, Row, RowEmphasis, Table};

pub(in crate::assemble) const NO_ANSWER: &str = "–";

/// A count as it is printed; `sign` stands for one that is hidden.
pub(in crate::assemble) fn shown_antal(antal: Antal, sign: &str) -> String {
    antal.tal().map_or_else(|| sign.to_owned(), danish::number)
}

pub(super) fn shown_count(count: Option<&Optaelling>, sign: &str) -> String {
    count.map_or_else(|| NO_ANSWER.to_owned(), |count| shown_antal(count.antal, sign))
}

pub(super) fn shown_counts(counts: &Yearly, years: &[u16], sign: &str) -> Vec<String> {
    years.iter().map(|aar| shown_count(counts.get(*aar), sign)).collect()
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
            .map(|(_, weight)| Column { align: Align::Left, weight: *weight })
            .collect(),
        header: vec![Row {
            cells: columns.iter().map(|(name, _)| running(name)).collect(),
            emphasis: RowEmphasis::Plain,
        }],
        ..Table::default()
    }
}

/// Adds a column of numbers to a table that has no rows yet.
pub(super) fn number_column(table: &mut Table, heading: &str) {
    table.columns.push(Column { align: Align::Right, weight: 0 });
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

pub(super) fn push(table: &mut Table, cells: &[&str]) {
    let cells: Vec<String> = cells.iter().map(|cell| (*cell).to_owned()).collect();
    push_row(table, &cells, RowEmphasis::Plain);
}

pub(super) fn push_row(table: &mut Table, cells: &[String], emphasis: RowEmphasis) {
    table.rows.push(Row { cells: cells.iter().map(|cell| running(cell)).collect(), emphasis });
}
