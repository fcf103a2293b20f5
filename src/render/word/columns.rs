use super::grid::cells;
use super::xml::Element;

/// Word has no more columns than this in a table.
pub const MOST: usize = 63;

/// How many columns a row goes over, those that it skips at its ends included.
pub fn columns(row: &Element) -> usize {
    let skipped = ["w:gridBefore", "w:gridAfter"].map(|name| skipped(row, name));
    skipped.into_iter().fold(across(row), usize::saturating_add)
}

/// How many columns a cell, or all cells of a row or of a control in it, go over.
pub fn across(element: &Element) -> usize {
    if element.is("w:tc") {
        return span(element);
    }
    cells(element).into_iter().map(span).fold(0, usize::saturating_add)
}

/// How many columns a cell goes over.
pub fn span(cell: &Element) -> usize {
    let properties = cell.find("w:tcPr");
    properties.and_then(|properties| properties.property("w:gridSpan")).map_or(1, number).max(1)
}

/// How many columns a row skips at one of its ends.
pub fn skipped(row: &Element, name: &str) -> usize {
    let properties = row.find("w:trPr");
    properties.and_then(|properties| properties.property(name)).map_or(0, number)
}

/// Digits too many for a number are as many columns as can be told.
fn number(value: &str) -> usize {
    let digits = !value.is_empty() && value.bytes().all(|byte| byte.is_ascii_digit());
    value.parse().unwrap_or(if digits { usize::MAX } else { 1 })
}
