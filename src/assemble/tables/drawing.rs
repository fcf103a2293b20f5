//! What every data table is drawn with.

use rust_decimal::Decimal;

use crate::model::Sourced;
use crate::text::danish;
use crate::text::running;
use crate::text::tree::{Align, Column, Row, RowEmphasis, Table};

pub(super) const NO_ANSWER: &str = "–";

pub(super) fn shown_count(count: &Option<Sourced<Decimal>>) -> String {
    count.as_ref().map_or_else(|| NO_ANSWER.to_owned(), |count| danish::number(count.value))
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
