use crate::package::Package;
use crate::render::word::xml::{self, Element};

/// What no tracked change can tell of, by the parts that hold it, as a reader would call it.
const APART: [(&str, &str); 8] = [
    ("word/styles.xml", "typografier"),
    ("word/theme/", "tema"),
    ("word/settings.xml", "dokumentets indstillinger"),
    ("word/comments", "kommentarer"),
    ("docProps/", "dokumentegenskaber"),
    ("customXml/", "data bag indholdskontroller"),
    ("word/glossary/", "byggeblokke"),
    ("word/fontTable.xml", "skrifttyper"),
];

/// What differs between two documents without being tracked: the redline has it from the new one.
pub fn untracked(old: &Package, new: &Package) -> Vec<&'static str> {
    let differs = |stem: &str| {
        let parts = old.names().chain(new.names()).filter(|name| name.starts_with(stem));
        parts.into_iter().any(|part| !says_the_same(old.part(part), new.part(part)))
    };
    APART.iter().filter(|(stem, _)| differs(stem)).map(|(_, what)| *what).collect()
}

fn says_the_same(one: Option<&[u8]>, other: Option<&[u8]>) -> bool {
    one == other || read(one).is_some_and(|one| read(other).is_some_and(|other| one == other))
}

/// A part without the numbers of the sessions that it was written in.
fn read(bytes: Option<&[u8]>) -> Option<Element> {
    let mut root = xml::read(bytes?).ok()?;
    root.children.retain(|node| !node.is("w:rsids"));
    Some(root)
}
