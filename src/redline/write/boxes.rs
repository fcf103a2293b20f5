use super::status::Status;
use super::writer::Writer;
use crate::render::word::parts::NoteKind;
use crate::render::word::xml::Element;

impl Writer<'_> {
    /// What stands in a run in one text alone; a note goes with its reference.
    pub(super) fn lone_inner(&mut self, inner: &Element, status: Status) -> Element {
        match note_kind(inner) {
            Some(kind) => self.lone_note(inner, kind, status),
            None => inner.clone(),
        }
    }

    /// What stands in a run in both texts; notes and text boxes may say something else.
    pub(super) fn kept_inner(&mut self, old: &Element, new: &Element) -> Element {
        if let Some(kind) = note_kind(new) {
            self.kept_note(old, new, kind);
        }
        let mut kept = new.clone();
        if kept.holds("w:txbxContent") && self.old.of(old) != self.new.of(new) {
            let mut boxes = Vec::new();
            gather(old, &mut boxes);
            self.boxes(&mut kept, &mut boxes.into_iter());
        }
        kept
    }

    fn boxes<'a>(&mut self, element: &mut Element, old: &mut impl Iterator<Item = &'a Element>) {
        for child in element.elements_mut() {
            if !child.is("w:txbxContent") {
                self.boxes(child, old);
            } else if let Some(old) = old.next() {
                child.children = self.text(old, child);
            }
        }
    }
}

fn note_kind(element: &Element) -> Option<NoteKind> {
    NoteKind::ALL.into_iter().find(|kind| element.is(kind.reference()))
}

/// The text boxes of a drawing, but for those in other text boxes.
fn gather<'a>(element: &'a Element, boxes: &mut Vec<&'a Element>) {
    for child in element.elements() {
        if child.is("w:txbxContent") {
            boxes.push(child);
        } else {
            gather(child, boxes);
        }
    }
}
