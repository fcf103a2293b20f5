//! The rows of a table and the cells of a row, those in content controls too.

use std::ops::Range;

use super::xml::{Element, Node};

/// The rows of a table, but not those of tables in it.
pub fn rows(table: &Element) -> Vec<&Element> {
    let mut found = Vec::new();
    gather(table, "w:tr", &mut found);
    found
}

pub fn rows_mut(table: &mut Element) -> Vec<&mut Element> {
    let mut found = Vec::new();
    gather_mut(table, "w:tr", &mut found);
    found
}

/// The cells of a row, or of a control round cells.
pub fn cells(row: &Element) -> Vec<&Element> {
    let mut found = Vec::new();
    gather(row, "w:tc", &mut found);
    found
}

pub fn cells_mut(row: &mut Element) -> Vec<&mut Element> {
    let mut found = Vec::new();
    gather_mut(row, "w:tc", &mut found);
    found
}

/// Whether an element may stand round rows or cells in a table.
pub fn is_round(element: &Element) -> bool {
    ["w:sdt", "w:sdtContent", "w:customXml"].iter().any(|name| element.is(name))
}

/// Takes cells out of a row by their numbers, and the controls that stood round nothing else.
pub fn take_cells(row: &mut Element, numbers: Range<usize>) -> Vec<Element> {
    let mut taken = Vec::new();
    take(row, &numbers, &mut 0, &mut taken);
    taken
}

fn gather<'e>(element: &'e Element, name: &str, found: &mut Vec<&'e Element>) {
    for child in element.elements() {
        if child.is(name) {
            found.push(child);
        } else if is_round(child) {
            gather(child, name, found);
        }
    }
}

fn gather_mut<'e>(element: &'e mut Element, name: &str, found: &mut Vec<&'e mut Element>) {
    for child in element.elements_mut() {
        if child.is(name) {
            found.push(child);
        } else if is_round(child) {
            gather_mut(child, name, found);
        }
    }
}

fn take(row: &mut Element, numbers: &Range<usize>, next: &mut usize, taken: &mut Vec<Element>) {
    for node in std::mem::take(&mut row.children) {
        match node {
            Node::Element(cell) if cell.is("w:tc") => {
                let goes = numbers.contains(next);
                *next += 1;
                if goes {
                    taken.push(cell);
                } else {
                    row.children.push(cell.into());
                }
            }
            Node::Element(mut round) if is_round(&round) && !cells(&round).is_empty() => {
                take(&mut round, numbers, next, taken);
                if !cells(&round).is_empty() {
                    row.children.push(round.into());
                }
            }
            other => row.children.push(other),
        }
    }
}
