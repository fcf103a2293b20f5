use super::xml::Element;

/// Word has no more columns than this in a table.
pub const MOST: usize = 63;

/// How many columns a row goes over, those that it skips at its ends included.
pub fn columns(row: &Element) -> usize {
    let skipped = ["w:gridBefore", "w:gridAfter"].map(|name| {
        let properties = row.find("w:trPr");
        properties.and_then(|properties| properties.property(name)).map_or(0, number)
    });
    let spans = row.elements().filter(|child| child.is("w:tc")).map(|cell| {
        let properties = cell.find("w:tcPr");
        properties.and_then(|properties| properties.property("w:gridSpan")).map_or(1, number)
    });
    spans.chain(skipped).fold(0, usize::saturating_add)
}

/// Digits too many for a number are as many columns as can be told.
fn number(value: &str) -> usize {
    let digits = !value.is_empty() && value.bytes().all(|byte| byte.is_ascii_digit());
    value.parse().unwrap_or(if digits { usize::MAX } else { 1 })
}
