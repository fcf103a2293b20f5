use super::content_types::ContentTypes;
use super::relations::{Kind, Relations};
use super::{DOCUMENT, R, W};
use crate::package::Package;
use crate::render::word::xml::{self, Element, Node};

const PART: &str = "word/footnotes.xml";
const CONTENT: &str =
    "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml";

/// The footnotes of a document.
#[derive(Debug, Clone)]
pub struct Notes {
    root: Element,
    next: i64,
    changed: bool,
}

impl Notes {
    pub const PART: &'static str = PART;

    pub fn load(package: &Package) -> Self {
        let known = package.part(PART).and_then(|bytes| xml::read(bytes).ok());
        let root = known.unwrap_or_else(empty);
        let highest = root.elements().filter_map(id).max();
        Self { root, next: highest.unwrap_or(0).max(0) + 1, changed: false }
    }

    pub fn save(&self, package: &mut Package, types: &mut ContentTypes, relations: &mut Relations) {
        if !self.changed {
            return;
        }
        package.set_part(PART, xml::write(&self.root));
        types.part(PART, CONTENT);
        relations.to(Kind::Footnotes, "footnotes.xml");
        debug_assert!(package.part(DOCUMENT).is_some());
    }

    /// Adds a note with these paragraphs and gives its id.
    pub fn add(&mut self, paragraphs: Vec<Element>) -> i64 {
        let id = self.next;
        self.next += 1;
        self.changed = true;
        let note = Element::new("w:footnote").attr("w:id", id.to_string()).with(paragraphs);
        self.root.children.push(note.into());
        id
    }

    /// Another note with the same words, for a reference that stands in a copy.
    pub fn copy(&mut self, of: i64) -> Option<i64> {
        let original = self.root.elements().find(|note| id(note) == Some(of))?;
        let paragraphs = original.elements().cloned().collect();
        Some(self.add(paragraphs))
    }
}

fn id(note: &Element) -> Option<i64> {
    note.get("w:id").and_then(|id| id.parse().ok())
}

/// A part with nothing but the rules above the notes.
fn empty() -> Element {
    let rule = |kind: &str, id: &str, mark: &str| {
        let spacing = Element::new("w:spacing")
            .attr("w:after", "0")
            .attr("w:line", "240")
            .attr("w:lineRule", "auto");
        let paragraph = Element::new("w:p")
            .child(Element::new("w:pPr").child(spacing))
            .child(Element::new("w:r").child(Element::new(mark)));
        let note = Element::new("w:footnote").attr("w:type", kind).attr("w:id", id);
        Node::from(note.child(paragraph))
    };
    Element::new("w:footnotes")
        .attr("xmlns:w", W)
        .attr("xmlns:r", R)
        .child(rule("separator", "-1", "w:separator"))
        .child(rule("continuationSeparator", "0", "w:continuationSeparator"))
}
