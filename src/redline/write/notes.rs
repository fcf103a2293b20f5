use super::status::Status;
use super::writer::Writer;
use crate::render::word::parts::{NoteKind, Notes};
use crate::render::word::xml::{Element, Node};

impl Writer<'_> {
    /// The reference to a note of one text alone, all of whose words go or come with it.
    pub(super) fn lone_note(
        &mut self,
        reference: &Element,
        kind: NoteKind,
        status: Status,
    ) -> Element {
        let is_old = status.plain() == Status::Deleted;
        let notes = if is_old { self.old_notes } else { &*self.notes };
        let Some((id, note)) = note(&notes[kind as usize], reference) else {
            return reference.clone();
        };
        let content = self.whole_text(&note, status.plain());
        let notes = &mut self.notes[kind as usize];
        let id = if is_old {
            notes.add(content)
        } else {
            notes.set(id, content);
            id
        };
        let mut reference = reference.clone();
        reference.set("w:id", id.to_string());
        reference
    }

    /// Writes into the note of a reference that stands in both texts what has changed in it.
    pub(super) fn kept_note(&mut self, old: &Element, new: &Element, kind: NoteKind) {
        let old = note(&self.old_notes[kind as usize], old);
        let new = note(&self.notes[kind as usize], new);
        if let Some(((_, old), (id, new))) = old.zip(new) {
            let content = self.text(&old, &new);
            self.notes[kind as usize].set(id, content);
        }
    }
}

/// The note that a reference leads to, with its id.
fn note(notes: &Notes, reference: &Element) -> Option<(i64, Element)> {
    let id = reference.get("w:id")?.parse().ok()?;
    let content: Vec<Node> = notes.content(id)?.to_vec();
    Some((id, Element::new("w:footnote").with(content)))
}
