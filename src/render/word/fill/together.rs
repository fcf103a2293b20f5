use super::cells::{calls, put};
use super::own_text::words;
use crate::merge::Slot;
use crate::render::word::columns::{skipped, span};
use crate::render::word::grid::{cells, cells_mut};
use crate::render::word::visible::shows_signs;
use crate::render::word::xml::Element;

/// A cell that may grow together with those above and below it.
#[derive(PartialEq)]
struct Same {
    column: usize,
    span: usize,
    text: String,
}

/// Merges cells that stand one above the other, carry `saml` and say the same.
pub fn together(rows: &mut [&mut Element], slots: &[Slot]) {
    let found: Vec<Vec<Same>> = rows.iter().map(|row| same(row, slots)).collect();
    if found.iter().all(Vec::is_empty) {
        return;
    }
    for (index, row) in rows.iter_mut().enumerate() {
        let above = index.checked_sub(1).and_then(|above| found.get(above));
        let below = found.get(index + 1);
        let mut column = skipped(row, "w:gridBefore");
        for cell in cells_mut(row) {
            let own = found[index].iter().find(|same| same.column == column);
            column = column.saturating_add(span(cell));
            let Some(own) = own else { continue };
            if above.is_some_and(|above| above.contains(own)) {
                continue_above(cell);
            } else if below.is_some_and(|below| below.contains(own)) {
                put(cell.require("w:tcPr"), Element::val("w:vMerge", "restart"));
            }
        }
    }
}

fn same(row: &Element, slots: &[Slot]) -> Vec<Same> {
    let mut column = skipped(row, "w:gridBefore");
    let mut found = Vec::new();
    for cell in cells(row) {
        let together = calls(cell, slots).iter().any(|(cell, _)| cell.together);
        if together && !shows_signs(cell) && !cell.holds("w:vMerge") {
            found.push(Same { column, span: span(cell), text: text(cell) });
        }
        column = column.saturating_add(span(cell));
    }
    found
}

fn text(cell: &Element) -> String {
    let mut text = String::new();
    cell.visit(&mut |element| {
        if element.is("w:p") {
            text.push('\n');
        } else if element.is("w:t") {
            text.push_str(&words(element));
        }
    });
    text
}

/// The cell goes on from the one above: it keeps an empty paragraph.
fn continue_above(cell: &mut Element) {
    let look = cell.find("w:p").and_then(|paragraph| paragraph.find("w:pPr")).cloned();
    cell.children.retain(|node| node.is("w:tcPr"));
    put(cell.require("w:tcPr"), Element::new("w:vMerge"));
    cell.children.push(Element::new("w:p").with(look).into());
}
