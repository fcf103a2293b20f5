use super::transplant::Transplant;
use crate::render::word::hang::NOTE;
use crate::render::word::parts::NoteKind;
use crate::render::word::xml::{Element, Node};

impl Transplant<'_, '_> {
    /// Copies the note that a reference leads to; false if there is none.
    pub fn note(&mut self, reference: &mut Element, kind: NoteKind) -> bool {
        let Some(content) = self.said(reference, kind) else { return false };
        std::mem::swap(self.relations, &mut self.desk.notes(kind).relations);
        let outside = self.inside.replace(kind);
        let content = self.nodes(content);
        self.inside = outside;
        std::mem::swap(self.relations, &mut self.desk.notes(kind).relations);
        let id = self.desk.notes(kind).add(content);
        reference.set("w:id", id.to_string());
        true
    }

    /// What the note says: it hangs under its reference while a file is merged.
    fn said(&self, reference: &mut Element, kind: NoteKind) -> Option<Vec<Node>> {
        let at = reference.children.iter().position(|node| node.is(NOTE));
        if let Some(Node::Element(hung)) = at.map(|at| reference.children.remove(at)) {
            return Some(hung.children);
        }
        let id = reference.get("w:id")?.parse().ok()?;
        let notes = match kind {
            NoteKind::Footnote => &self.foreign.footnotes,
            NoteKind::Endnote => &self.foreign.endnotes,
        };
        notes.content(id).map(<[Node]>::to_vec)
    }
}
