use std::collections::{HashMap, HashSet};

use super::namespaces::Namespaces;
use super::transplant::Transplant;
use crate::package::Package;
use crate::render::word::desk::Desk;
use crate::render::word::parts::{
    ContentTypes, DOCUMENT, NoteKind, Notes, Numbering, Relations, Styles,
};
use crate::render::word::xml::{self, Element, Node};

/// Another Word file, to be grafted into documents.
pub struct Foreign {
    pub(super) package: Package,
    pub(super) types: ContentTypes,
    pub(super) namespaces: Namespaces,
    pub(super) styles: Styles,
    pub(super) numbering: Numbering,
    pub(super) footnotes: Notes,
    pub(super) endnotes: Notes,
    pub(super) relations: Relations,
}

/// The names that things of a file have got in one document.
#[derive(Default)]
pub struct Known {
    pub styles: HashMap<String, String>,
    /// The styles that were copied, by their ids in the document.
    pub copied: HashSet<String>,
    pub looks: HashMap<u32, u32>,
    pub lists: HashMap<u32, u32>,
    /// The lists that have stood in the document.
    pub used: HashSet<u32>,
    /// The lists of the graft under way.
    pub begun: HashMap<u32, u32>,
    pub parts: HashMap<String, String>,
}

impl Foreign {
    /// Reads a Word file; None if it has no document that can be read.
    pub fn open(package: Package) -> Option<Self> {
        let root = xml::read(package.part(DOCUMENT)?).ok()?;
        Some(Self {
            types: ContentTypes::load(&package),
            namespaces: Namespaces::of(&root),
            styles: Styles::load(&package),
            numbering: Numbering::load(&package),
            footnotes: Notes::load(&package, NoteKind::Footnote),
            endnotes: Notes::load(&package, NoteKind::Endnote),
            relations: Relations::load(&package, DOCUMENT),
            package,
        })
    }

    /// Makes nodes of the file's body fit for the part with these relationships.
    pub fn graft(
        &self,
        nodes: Vec<Node>,
        known: &mut Known,
        desk: &mut Desk<'_>,
        relations: &mut Relations,
    ) -> Vec<Node> {
        known.begun.clear();
        let (inside, bookmarks) = (None, HashMap::new());
        Transplant { foreign: self, known, desk, relations, inside, bookmarks }.nodes(nodes)
    }
}

/// What stands in a body, without the page layout at its end.
pub fn content(mut body: Element) -> Vec<Node> {
    if body.children.last().is_some_and(|last| last.is("w:sectPr")) {
        body.children.pop();
    }
    body.children
}
