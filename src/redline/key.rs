use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};

use super::identity::{is_identity, is_identity_child};
use super::simple::is_marker;
use crate::render::word::parts::NoteKind;
use crate::render::word::xml::{Element, Node};

/// What tells whether two things are the same but for what only tells them apart.
pub type Key = u64;

/// Makes keys of what stands in one document.
#[derive(Debug, Default)]
pub struct Keys {
    notes: HashMap<(&'static str, String), Key>,
}

impl Keys {
    /// Takes in what the notes of a kind say, since references differ where their notes do.
    pub fn take_notes(&mut self, kind: NoteKind, notes: &Element) {
        for note in notes.elements() {
            let key = keyed(|hasher| self.children(note, false, hasher));
            let id = note.get("w:id").unwrap_or_default().to_owned();
            self.notes.insert((kind.reference(), id), key);
        }
    }

    /// The key of an element with all that is in it.
    pub fn of(&self, element: &Element) -> Key {
        keyed(|hasher| self.element(element, false, hasher))
    }

    /// The key of an element without what stands in its text boxes and what its notes say.
    pub fn shell(&self, element: &Element) -> Key {
        keyed(|hasher| self.element(element, true, hasher))
    }

    fn element(&self, element: &Element, shell: bool, hasher: &mut DefaultHasher) {
        element.name.hash(hasher);
        let note = NoteKind::ALL.iter().find(|kind| element.is(kind.reference()));
        // Parts that a section leads to are compared by themselves.
        let leads = element.is("w:headerReference") || element.is("w:footerReference");
        for (name, value) in &element.attributes {
            let is_id = (note.is_some() && name == "w:id") || (leads && name == "r:id");
            if !is_id && !is_identity(&element.name, name) {
                (name, value).hash(hasher);
            }
        }
        if let Some(kind) = note.filter(|_| !shell) {
            let id = element.get("w:id").unwrap_or_default().to_owned();
            self.notes.get(&(kind.reference(), id)).hash(hasher);
        }
        if !(shell && element.is("w:txbxContent")) {
            self.children(element, shell, hasher);
        }
        0_u8.hash(hasher);
    }

    fn children(&self, element: &Element, shell: bool, hasher: &mut DefaultHasher) {
        for node in &element.children {
            match node {
                Node::Element(child) if is_marker(child) || is_identity_child(element, child) => {}
                Node::Element(child) if child.is("w:commentReference") => {}
                Node::Element(child) => self.element(child, shell, hasher),
                Node::Text(text) => text.hash(hasher),
                Node::Tag(tag) => tag.hash(hasher),
            }
        }
    }
}

/// The key of whatever is put into a hasher.
pub fn keyed(put: impl FnOnce(&mut DefaultHasher)) -> Key {
    let mut hasher = DefaultHasher::new();
    put(&mut hasher);
    hasher.finish()
}
