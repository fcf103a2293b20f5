use std::collections::BTreeMap;

use super::writer::Writer;
use crate::redline::bridge::OLD;
use crate::render::word::xml::Element;

/// A page header or footer that is in both documents: its relationships there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HeaderPair {
    pub old: String,
    pub new: String,
}

const REFERENCES: [&str; 2] = ["w:headerReference", "w:footerReference"];

impl Writer<'_> {
    /// The layout of a section that is in both documents.
    pub fn section(&mut self, old: &Element, new: &Element) -> Element {
        self.pair_headers(old, new);
        let section = self.tracked("w:sectPr", Some(old), Some(new), &REFERENCES);
        // What is made of a section is a section.
        section.unwrap_or_default()
    }

    /// Notes which page headers and footers two sections have in common.
    pub(super) fn pair_headers(&mut self, old: &Element, new: &Element) {
        let (mut old, new) = (references(old), references(new));
        for (kind, new) in new {
            match old.remove(&kind) {
                Some(old) => {
                    let old = old.trim_start_matches(OLD).to_owned();
                    self.headers.push(HeaderPair { old, new });
                }
                None => self.lone_headers = true,
            }
        }
        self.lone_headers |= !old.is_empty();
    }
}

/// The relationships of a section's page headers and footers by what they are for.
fn references(section: &Element) -> BTreeMap<(String, String), String> {
    let references = section.elements().filter(|child| REFERENCES.contains(&child.name.as_str()));
    let read = |reference: &Element| {
        let kind = reference.get("w:type").unwrap_or("default").to_owned();
        Some(((reference.name.to_string(), kind), reference.get("r:id")?.to_owned()))
    };
    references.filter_map(read).collect()
}
