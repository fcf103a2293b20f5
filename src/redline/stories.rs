use std::collections::{BTreeMap, BTreeSet};

use super::bridge::{bookmark_names, count_bookmarks, settle_bookmarks};
use super::simple::simplify;
use crate::finding::{Finding, Findings, Place};
use crate::package::Package;
use crate::render::word::parts::DOCUMENT;
use crate::render::word::prepared::is_read;
use crate::render::word::xml::{self, Element};

/// The parts of a document that hold text, by path, written in one way.
pub struct Stories(BTreeMap<String, Element>);

impl Stories {
    /// Reads them; `name` is what findings call the file.
    pub fn read(package: &Package, name: &str) -> Result<Self, Findings> {
        let mut stories = BTreeMap::new();
        let mut findings = Findings::new();
        for part in package.names().filter(|part| part.starts_with("word/") && is_read(part)) {
            match xml::read(package.part(part).unwrap_or_default()) {
                Ok(mut root) => {
                    simplify(&mut root);
                    stories.insert(part.to_owned(), root);
                }
                Err(_) => findings.push(damaged(name)),
            }
        }
        if stories.get(DOCUMENT).is_none_or(|root| root.find("w:body").is_none()) {
            findings.push(damaged(name));
        }
        findings.settle();
        if findings.is_empty() { Ok(Self(stories)) } else { Err(findings) }
    }

    /// The names of all bookmarks.
    pub fn bookmarks(&self) -> BTreeSet<String> {
        self.0.values().flat_map(bookmark_names).collect()
    }

    pub fn count_bookmarks(&self) -> usize {
        self.0.values().map(count_bookmarks).sum()
    }

    /// Lets the bookmarks stand beside those of another document.
    pub fn settle_bookmarks(&mut self, of_other: Option<&BTreeSet<String>>) {
        self.0.values_mut().for_each(|root| settle_bookmarks(root, of_other));
    }

    pub fn get(&self, part: &str) -> Option<&Element> {
        self.0.get(part)
    }

    pub fn take(&mut self, part: &str) -> Option<Element> {
        self.0.remove(part)
    }
}

fn damaged(name: &str) -> Finding {
    Finding::fejl("fil-kan-ikke-laeses", Place::file(name), "Filen er beskadiget.")
        .hint("Åbn den i Word, og gem den på ny som .docx.")
}
