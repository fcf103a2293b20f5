//! Colours cells, and has them go over columns and grow together, as `{{celle …}}` asks.

use super::spans::spans;
use super::together::together;
use crate::finding::{Finding, Findings};
use crate::merge::{Cell, Colour, Slot};
use crate::render::word::fragment::settle;
use crate::render::word::grid::{cells_mut, rows_mut};
use crate::render::word::xml::{Element, Node};

/// Where the calls that stand in a cell wait until its table is whole.
const CALLS: &str = "tmp:celle";
/// Marks a paragraph that held nothing but calls.
pub const EMPTIED: &str = "tmp:tom";

/// Notes the calls that stand in a cell, and drops the paragraphs that held nothing else.
pub fn note(cell: &mut Element, calls: &[usize]) {
    if calls.is_empty() {
        return;
    }
    let is_emptied = |node: &Node| node.element().is_some_and(|p| p.get(EMPTIED).is_some());
    for child in cell.elements_mut() {
        child.visit_mut(&mut |inner| inner.children.retain(|node| !is_emptied(node)));
    }
    let last = cell.elements().rfind(|child| child.get(EMPTIED).is_none());
    let mut needed = !last.is_some_and(|last| last.is("w:p") || last.is("w:sdt"));
    let mut children: Vec<Node> = std::mem::take(&mut cell.children);
    children.reverse();
    // A cell ends in a paragraph, so the last one stays if no other does.
    children.retain(|node| !is_emptied(node) || std::mem::take(&mut needed));
    children.reverse();
    cell.children = children;
    for child in cell.elements_mut() {
        child.attributes.retain(|(name, _)| name != EMPTIED);
    }
    let calls: Vec<String> = calls.iter().map(ToString::to_string).collect();
    cell.set(CALLS, calls.join(" "));
}

/// A call where there is no cell.
pub fn outside(slot: &Slot) -> Finding {
    Finding::fejl(
        "celle-uden-for-tabel",
        slot.place.clone(),
        "»celle« ændrer den tabelcelle, den står i, men her er ingen tabelcelle.",
    )
    .hint("Flyt mærket ind i en celle i en tabel.")
}

/// Shapes the cells of every table.
pub fn shape(root: &mut Element, slots: &[Slot], findings: &mut Findings) {
    root.visit_mut(&mut |table| {
        if !table.is("w:tbl") {
            return;
        }
        let mut rows = rows_mut(table);
        for row in &mut rows {
            spans(row, slots, findings);
            colours(row, slots);
        }
        together(&mut rows, slots);
    });
    root.visit_mut(&mut |cell| cell.attributes.retain(|(name, _)| name != CALLS));
}

/// The calls of a cell; what a later one says counts.
pub fn calls<'s>(cell: &Element, slots: &'s [Slot]) -> Vec<(Cell, &'s Slot)> {
    let numbers = cell.get(CALLS).unwrap_or_default().split(' ');
    numbers
        .filter_map(|number| {
            let slot = slots.get(number.parse::<usize>().ok()?)?;
            Some((slot.cell?, slot))
        })
        .collect()
}

/// Sets a property in its place among the others.
pub fn put(properties: &mut Element, property: Element) {
    properties.children.retain(|node| !node.is(&property.name));
    properties.children.push(property.into());
    settle(properties);
}

fn colours(row: &mut Element, slots: &[Slot]) {
    for cell in cells_mut(row) {
        let colour = calls(cell, slots).iter().rev().find_map(|(cell, _)| cell.colour);
        if let Some(colour) = colour {
            colour_in(cell, colour);
        }
    }
}

fn colour_in(cell: &mut Element, colour: Colour) {
    let shade = Element::val("w:shd", "clear").attr("w:color", "auto").attr("w:fill", colour.hex());
    put(cell.require("w:tcPr"), shade);
    if colour.is_dark() {
        cell.visit_mut(&mut |run| {
            if run.is("w:r") {
                put(run.require("w:rPr"), Element::val("w:color", "FFFFFF"));
            }
        });
    }
}
