use super::content_types::ContentTypes;
use super::note_kind::NoteKind;
use super::relations::Relations;
use super::{R, W};
use crate::package::Package;
use crate::render::word::xml::{self, Element, Node};

/// The footnotes or endnotes of a document.
#[derive(Debug, Clone)]
pub struct Notes {
    kind: NoteKind,
    root: Element,
    /// Of the notes' own part.
    pub relations: Relations,
    next: i64,
    changed: bool,
}

impl Notes {
    pub fn load(package: &Package, kind: NoteKind) -> Self {
        let known = package.part(kind.part()).and_then(|bytes| xml::read(bytes).ok());
        let root = known.unwrap_or_else(|| empty(kind));
        let highest = root.elements().filter_map(id).max();
        let relations = Relations::load(package, kind.part());
        let next = highest.unwrap_or(0).max(0).saturating_add(1);
        Self { kind, root, relations, next, changed: false }
    }

    /// No notes, of a document under way elsewhere.
    pub fn none(kind: NoteKind) -> Self {
        let (root, relations) = (Element::default(), Relations::none(kind.part()));
        Self { kind, root, relations, next: 1, changed: false }
    }

    pub fn save(&self, package: &mut Package, types: &mut ContentTypes, body: &mut Relations) {
        self.relations.save(package);
        let before = package.part(self.kind.part()).and_then(|bytes| xml::read(bytes).ok());
        if !self.changed || before.is_some_and(|root| root == self.root) {
            return;
        }
        package.set_part(self.kind.part(), xml::write(&self.root));
        types.part(self.kind.part(), self.kind.content());
        body.to(self.kind.relation(), self.kind.file());
    }

    /// What a note of that id says.
    pub fn content(&self, of: i64) -> Option<&[Node]> {
        let note = self.root.elements().find(|note| id(note) == Some(of))?;
        Some(&note.children)
    }

    /// Adds a note with these paragraphs and gives its id.
    pub fn add(&mut self, paragraphs: Vec<Node>) -> i64 {
        let id = self.next;
        self.next = id.saturating_add(1);
        self.changed = true;
        let note = Element::new(self.kind.element()).attr("w:id", id.to_string()).with(paragraphs);
        self.root.children.push(note.into());
        id
    }

    /// Lets the note of that id say something else.
    pub fn set(&mut self, of: i64, content: Vec<Node>) {
        if let Some(note) = self.root.elements_mut().find(|note| id(note) == Some(of)) {
            note.children = content;
            self.changed = true;
        }
    }

    /// Takes away all notes, but not the rules above them.
    pub fn clear(&mut self) {
        let before = self.root.children.len();
        self.root.children.retain(|node| {
            node.element()
                .is_some_and(|note| note.get("w:type").is_some_and(|kind| kind != "normal"))
        });
        self.relations.forget_tags();
        if self.root.children.len() != before {
            self.changed = true;
            let highest = self.root.elements().filter_map(id).max();
            self.next = highest.unwrap_or(0).max(0).saturating_add(1);
        }
    }

    /// Takes the notes out, to be worked on as a whole.
    pub fn take(&mut self) -> (Element, Relations) {
        let none = Relations::none(self.kind.part());
        (std::mem::take(&mut self.root), std::mem::replace(&mut self.relations, none))
    }

    /// Puts back what was taken out.
    pub fn put(&mut self, root: Element, relations: Relations) {
        self.root = root;
        self.relations = relations;
    }
}

fn id(note: &Element) -> Option<i64> {
    note.get("w:id").and_then(|id| id.parse().ok())
}

/// A part with nothing but the rules above the notes.
fn empty(kind: NoteKind) -> Element {
    let rule = |purpose: &str, id: &str, mark: &str| {
        let spacing = Element::new("w:spacing")
            .attr("w:after", "0")
            .attr("w:line", "240")
            .attr("w:lineRule", "auto");
        let paragraph = Element::new("w:p")
            .child(Element::new("w:pPr").child(spacing))
            .child(Element::new("w:r").child(Element::new(mark)));
        let note = Element::new(kind.element()).attr("w:type", purpose).attr("w:id", id);
        Node::from(note.child(paragraph))
    };
    Element::new(kind.root())
        .attr("xmlns:w", W)
        .attr("xmlns:r", R)
        .child(rule("separator", "-1", "w:separator"))
        .child(rule("continuationSeparator", "0", "w:continuationSeparator"))
}
