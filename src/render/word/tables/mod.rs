//! Puts tables right that a loop has changed: columns that were repeated, rows that are gone.

mod marks;
mod merges;
mod plan;
mod spread;

pub use marks::{BEGINS, LOOPED, TAG, begins, ends, renumber, turn};

use super::grid::{cells, rows};
use super::xml::Element;
use crate::finding::{Finding, Findings, Place};

/// Tells the place of a tag by its number.
pub type Locate<'l> = &'l dyn Fn(usize) -> Place;

/// Puts all tables of a merged part right.
pub fn tables(element: &mut Element, locate: Locate<'_>, findings: &mut Findings) {
    for child in element.elements_mut() {
        tables(child, locate, findings);
    }
    if element.is("w:tbl") {
        findings.extend(spread::spread(element).err().map(|fault| fault.finding(locate)));
        if let Some(tag) = marks::take_looped(element) {
            forget_bands(element);
            merges::begin(element);
            findings.extend(only_header(element).then(|| no_rows(locate(tag))));
        }
    }
}

/// Which band a row belongs to is for the reader to count anew.
fn forget_bands(element: &mut Element) {
    if element.name.ends_with("Pr") {
        element.children.retain(|node| !node.is("w:cnfStyle"));
    } else if !element.is("w:r") {
        element.elements_mut().for_each(forget_bands);
    }
}

fn only_header(table: &Element) -> bool {
    let mut rows = rows(table).into_iter().filter(|row| !cells(row).is_empty()).peekable();
    let is_header = |row: &Element| {
        let flag = row.find("w:trPr").and_then(|properties| properties.find("w:tblHeader"));
        flag.is_some_and(|flag| !matches!(flag.get("w:val"), Some("0" | "false" | "off")))
    };
    rows.peek().is_some() && rows.all(is_header)
}

fn no_rows(place: Place) -> Finding {
    Finding::advarsel("tabel-uden-raekker", place, "Tabellen har kun sit hoved: listen er tom.")
        .hint("Sæt en række ind efter den sidste med {{else}} og fx »Ingen«, før blokken lukkes.")
}
