use std::collections::BTreeSet;

use super::edition::Edition;
use crate::model::Modtager;
use crate::output::Made;
use crate::package::{Limits, Package};
use crate::render::word::part_name;

/// How a document of an edition is not the same when it is made again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    pub fil: String,
    /// In Danish, what of it differs.
    pub hvad: String,
}

/// Every document for a reader that is not byte for byte the same when it is made again.
pub fn differences(edition: &Edition, til: Modtager, again: &[Made]) -> Vec<Difference> {
    let before = edition.documents(til);
    let now = || again.iter().flat_map(|made| &made.files);
    let mut found = Vec::new();
    let mut differs = |fil: &str, hvad: String| {
        found.push(Difference { fil: fil.to_owned(), hvad });
    };
    for (name, old) in &before {
        match now().find(|file| file.name == *name) {
            None => differs(name, "laves ikke længere".to_owned()),
            Some(new) if new.bytes != *old => differs(name, parts(name, old, &new.bytes)),
            Some(_) => {}
        }
    }
    for file in now().filter(|file| !before.iter().any(|(name, _)| *name == file.name)) {
        differs(&file.name, "er ikke i udgaven".to_owned());
    }
    found
}

/// Which parts of a document differ; a PDF is one part.
fn parts(name: &str, old: &[u8], new: &[u8]) -> String {
    let read = |bytes: &[u8]| Package::read(bytes, name, &Limits::DOCUMENT).ok();
    let (Some(old), Some(new)) = (read(old), read(new)) else {
        return "filens indhold".to_owned();
    };
    let names: BTreeSet<&str> = old.names().chain(new.names()).collect();
    let changed = names.into_iter().filter(|name| old.part(name) != new.part(name));
    let parts: BTreeSet<&str> = changed.map(told).collect();
    if parts.is_empty() {
        return "filens pakning, men intet, der kan ses".to_owned();
    }
    parts.into_iter().collect::<Vec<_>>().join(", ")
}

/// What a part of a Word document is to its reader; what is none of the usual is told by path.
fn told(part: &str) -> &str {
    part_name(part).unwrap_or(match part {
        "word/footnotes.xml" | "word/endnotes.xml" => "noter",
        "word/styles.xml" => "typografier",
        "word/numbering.xml" => "lister",
        _ if part.starts_with("word/media/") => "billeder",
        _ => part,
    })
}
