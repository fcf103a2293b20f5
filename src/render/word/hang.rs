//! Lets notes and the targets of links see what is around the place that refers to them: both hang
//! there while a part is merged, and are taken down into their own parts afterwards.

use super::desk::Desk;
use super::parts::{DOCUMENT, NoteKind, Notes, Relation, Relations};
use super::tables::TAG;
use super::xml::{Element, Node};
use crate::package::Package;

/// Holds a note's content under its reference.
pub const NOTE: &str = "tmp:note";

/// Before the name of the attribute whose target hangs beside it.
pub const TARGET: &str = "tmp:maal-";

/// Hangs the notes and the tagged targets of a part where they are referred to.
pub fn hang(root: &mut Element, package: &Package, part: &str) {
    if part == DOCUMENT {
        for kind in NoteKind::ALL {
            hang_notes(root, &Notes::load(package, kind), kind);
        }
    }
    hang_targets(root, &Relations::load(package, part));
}

fn hang_notes(root: &mut Element, notes: &Notes, kind: NoteKind) {
    root.visit_mut(&mut |element| {
        if !element.is(kind.reference()) {
            return;
        }
        let id = element.get("w:id").and_then(|id| id.parse().ok());
        if let Some(content) = id.and_then(|id| notes.content(id)) {
            let mut hung = Element::new(NOTE).attr("w:part", kind.name()).with(content.to_vec());
            hang_targets(&mut hung, &notes.relations);
            element.children = vec![hung.into()];
        }
    });
}

fn hang_targets(root: &mut Element, relations: &Relations) {
    if !relations.have_tags() {
        return;
    }
    root.visit_mut(&mut |element| {
        let hung: Vec<(String, String)> = element
            .attributes
            .iter()
            .filter_map(|(name, id)| {
                let relation = relations.get(id).filter(Relation::has_tag)?;
                let own = format!("{TARGET}{}", name.strip_prefix("r:")?);
                Some((own, format!("{} {}", relation.kind, relation.readable())))
            })
            .collect();
        for (name, target) in hung {
            element.set(&name, target);
        }
    });
}

/// Puts what hangs in a merged part into the notes and relationships of the document.
pub fn take_down(root: &mut Element, desk: &mut Desk<'_>, relations: &mut Relations) {
    take_down_notes(root, desk);
    take_down_targets(root, relations);
}

fn take_down_notes(root: &mut Element, desk: &mut Desk<'_>) {
    root.visit_mut(&mut |element| {
        let Some(kind) = NoteKind::ALL.into_iter().find(|kind| element.is(kind.reference())) else {
            return;
        };
        if let Some(Node::Element(mut hung)) = element.children.pop() {
            let notes = desk.notes(kind);
            take_down_targets(&mut hung, &mut notes.relations);
            element.set("w:id", notes.add(hung.children).to_string());
        }
    });
}

/// Makes relationships of the targets that hang at elements.
fn take_down_targets(root: &mut Element, relations: &mut Relations) {
    root.visit_mut(&mut |element| {
        for (name, relation) in hung_targets(element) {
            element.set(&name, relations.add(&relation));
        }
    });
}

/// Whether an attribute is the target of another.
pub fn is_target(name: &str) -> bool {
    name.starts_with(TARGET)
}

/// Takes the targets that hang at one element, each with the attribute that leads to it.
pub fn hung_targets(element: &mut Element) -> Vec<(String, Relation)> {
    if !element.attributes.iter().any(|(name, _)| is_target(name)) {
        return Vec::new();
    }
    element.attributes.retain(|(name, _)| name != TAG);
    let hung = element.attributes.extract_if(.., |(name, _)| is_target(name));
    hung.filter_map(|(name, hung)| {
        let (kind, target) = hung.split_once(' ')?;
        let relation =
            Relation { kind: kind.to_owned(), target: target.to_owned(), external: true };
        Some((format!("r:{}", &name[TARGET.len()..]), relation))
    })
    .collect()
}
