use std::collections::HashMap;

use super::foreign::{Foreign, Known};
use super::partials::DONE;
use crate::render::word::desk::Desk;
use crate::render::word::parts::{NoteKind, Relations};
use crate::render::word::xml::{Element, Node};

/// What belongs to its own file alone.
const LEFT_OUT: [&str; 12] = [
    "w:altChunk",
    "w:commentRangeEnd",
    "w:commentRangeStart",
    "w:commentReference",
    "w:dataBinding",
    "w:footerReference",
    "w:headerReference",
    "w:permEnd",
    "w:permStart",
    "w:printerSettings",
    "w:subDoc",
    "w15:dataBinding",
];

/// One graft under way.
pub struct Transplant<'t, 'a> {
    pub foreign: &'t Foreign,
    pub known: &'t mut Known,
    pub desk: &'t mut Desk<'a>,
    pub relations: &'t mut Relations,
    /// Whether a note is under way, which has relationships of its own.
    pub inside: Option<NoteKind>,
    /// The ids that the bookmarks of this graft have got.
    pub bookmarks: HashMap<String, usize>,
}

impl Transplant<'_, '_> {
    pub fn nodes(&mut self, mut nodes: Vec<Node>) -> Vec<Node> {
        self.settle(&mut nodes);
        for element in nodes.iter_mut().filter_map(Node::element_mut) {
            self.foreign.namespaces.settle(element);
        }
        nodes
    }

    fn settle(&mut self, nodes: &mut Vec<Node>) {
        nodes.retain_mut(|node| node.element_mut().is_none_or(|element| self.element(element)));
    }

    /// Makes an element fit; false if it cannot stand in the document.
    fn element(&mut self, element: &mut Element) -> bool {
        if element.is(DONE) {
            return true;
        }
        if LEFT_OUT.iter().any(|name| element.is(name)) || !self.links(element) {
            return false;
        }
        let stays = match element.name.as_str() {
            "w:pStyle" | "w:rStyle" | "w:tblStyle" => self.rename_style(element),
            "w:numId" => self.renumber(element),
            "w:bookmarkStart" | "w:bookmarkEnd" => {
                self.bookmark(element);
                true
            }
            "w:footnoteReference" => self.note(element, NoteKind::Footnote),
            "w:endnoteReference" => self.note(element, NoteKind::Endnote),
            _ => true,
        };
        let had_text = shows(element);
        let mut children = std::mem::take(&mut element.children);
        self.settle(&mut children);
        element.children = children;
        stays && (shows(element) || !had_text)
    }

    fn rename_style(&mut self, element: &mut Element) -> bool {
        let here = element.get("w:val").map(str::to_owned).and_then(|id| self.style(&id));
        here.map(|here| element.set("w:val", here)).is_some()
    }

    /// Both ends of a bookmark get an id that nothing in the document has.
    fn bookmark(&mut self, element: &mut Element) {
        let old = element.get("w:id").unwrap_or_default().to_owned();
        let known = self.bookmarks.get(&old).copied().filter(|_| element.is("w:bookmarkEnd"));
        let id = known.unwrap_or_else(|| self.desk.bookmarks.id());
        self.bookmarks.insert(old, id);
        element.set("w:id", id.to_string());
    }

    fn renumber(&mut self, element: &mut Element) -> bool {
        let num = element.get("w:val").and_then(|id| id.parse().ok()).unwrap_or(0);
        // Zero takes a paragraph out of the list of its style.
        let here = if num == 0 { Some(0) } else { self.list(num) };
        here.map(|here: u32| element.set("w:val", here.to_string())).is_some()
    }
}

/// Whether an element is a run with something to show.
fn shows(element: &Element) -> bool {
    element.is("w:r") && element.elements().any(|child| !child.is("w:rPr"))
}
