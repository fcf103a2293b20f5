//! Styles and lists that a template names but does not have. Word does without them, and says
//! nothing; a document that names them is not in order.

use std::collections::BTreeSet;

use super::parts::{Numbering, Styles};
use super::prepared::is_read;
use super::xml::{self, Element};
use crate::finding::{Finding, Findings, Place};
use crate::package::Package;

/// Takes them out of the parts of a template and tells of each.
pub fn drop_undefined(package: &mut Package, file: &str) -> Findings {
    let (styles, numbering) = (Styles::load(package), Numbering::load(package));
    let mut dropper = Dropper { styles: &styles, numbering: &numbering, dropped: BTreeSet::new() };
    let parts: Vec<String> =
        package.names().filter(|part| is_read(part)).map(str::to_owned).collect();
    for part in parts {
        let Some(mut root) = package.part(&part).and_then(|bytes| xml::read(bytes).ok()) else {
            continue;
        };
        if dropper.element(&mut root) {
            package.set_part(part, xml::write(&root));
        }
    }
    let mut findings = Findings::new();
    findings.extend(dropper.dropped.iter().map(|what| undefined(what, file)));
    findings
}

struct Dropper<'a> {
    styles: &'a Styles,
    numbering: &'a Numbering,
    /// "Typografien »Fed«", "Listen 7".
    dropped: BTreeSet<String>,
}

impl Dropper<'_> {
    /// Whether anything was dropped from an element.
    fn element(&mut self, element: &mut Element) -> bool {
        let before = element.children.len();
        element.children.retain(|node| {
            let what = node.element().and_then(|child| self.unknown(child));
            let stays = what.is_none();
            self.dropped.extend(what);
            stays
        });
        let mut changed = element.children.len() != before;
        for child in element.elements_mut() {
            changed |= self.element(child);
        }
        changed
    }

    fn unknown(&self, element: &Element) -> Option<String> {
        let id = element.get("w:val").filter(|id| !id.contains("{{"))?;
        match element.name.as_str() {
            "w:pStyle" | "w:rStyle" | "w:tblStyle" if !self.styles.has(id) => {
                Some(format!("Typografien »{id}«"))
            }
            "w:numId" if id.parse().is_ok_and(|num| num != 0 && !self.numbering.has(num)) => {
                Some(format!("Listen {id}"))
            }
            _ => None,
        }
    }
}

fn undefined(what: &str, file: &str) -> Finding {
    let message = format!("{what} findes ikke i skabelonen, så Word viser teksten uden.");
    Finding::oplysning("ukendt-typografi", Place::file(file), message)
}
