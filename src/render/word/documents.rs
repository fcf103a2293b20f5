//! Word files that stand whole in a document.

use std::collections::HashMap;

use super::desk::Desk;
use super::graft::{Foreign, Known, content};
use super::open::open_document;
use super::parts::{DOCUMENT, Relations};
use super::redirect::rename_bookmarks;
use super::unmark::unmark;
use super::xml::{self, Element, Node};
use crate::finding::{Finding, Findings, Place};
use crate::merge::Slot;

/// The files that have been put into one document.
#[derive(Default)]
pub struct Documents {
    opened: HashMap<String, Opened>,
    count: usize,
}

struct Opened {
    file: Foreign,
    body: Element,
    known: Known,
}

impl Documents {
    /// The content of a slot's file, made fit for the part with these relationships.
    pub fn put(
        &mut self,
        slot: &Slot,
        bytes: &[u8],
        desk: &mut Desk<'_>,
        relations: &mut Relations,
    ) -> Result<Vec<Node>, Findings> {
        self.count += 1;
        if !self.opened.contains_key(&slot.key) {
            self.opened.insert(slot.key.clone(), Opened::read(&slot.key, bytes)?);
        }
        let Some(Opened { file, body, known }) = self.opened.get_mut(&slot.key) else {
            return Ok(Vec::new());
        };
        let mut body = body.clone();
        rename_bookmarks(&mut body, &format!("_Dok{}", self.count), &mut desk.bookmarks);
        Ok(file.graft(content(body), known, desk, relations))
    }
}

impl Opened {
    fn read(path: &str, bytes: &[u8]) -> Result<Self, Findings> {
        let name = format!("inputs/{path}");
        let package = open_document(bytes, &name)?;
        let root = package.part(DOCUMENT).and_then(|bytes| xml::read(bytes).ok());
        let body = root.and_then(|root| root.find("w:body").cloned());
        match (body, Foreign::open(package)) {
            (Some(mut body), Some(file)) => {
                body.visit_mut(&mut plain);
                Ok(Self { file, body, known: Known::default() })
            }
            _ => Err(unreadable(&name).into()),
        }
    }
}

fn unreadable(file: &str) -> Finding {
    Finding::fejl("fil-kan-ikke-laeses", Place::file(file), "Filen er beskadiget.")
        .hint("Åbn den i Word, og gem den på ny som .docx.")
}

/// Takes out the page layout of sections, and letters that mean something to the program.
fn plain(element: &mut Element) {
    if element.is("w:pPr") {
        element.children.retain(|node| !node.is("w:sectPr"));
    }
    unmark(element);
}
