use super::tree::{Align, Table, plain_text};

/// The shortest and longest cells that still count: a column must hold a word, and a very long
/// cell may run over lines.
const SPAN: std::ops::RangeInclusive<usize> = 7..=60;

/// Gives the text columns of a table shares of the line after their longest cells.
///
/// Columns of numbers stay as wide as their content; weights that are set are kept.
pub fn balance(table: &mut Table) {
    if table.columns.iter().any(|column| column.weight > 0) {
        return;
    }
    for (index, column) in table.columns.iter_mut().enumerate() {
        if column.align == Align::Right {
            continue;
        }
        let cells = table.header.iter().chain(&table.rows).filter_map(|row| row.cells.get(index));
        let longest = cells.map(|cell| plain_text(cell).chars().count()).max().unwrap_or(0);
        column.weight = longest.clamp(*SPAN.start(), *SPAN.end()) as u16;
    }
}
