use std::collections::BTreeSet;

use super::tree::resolve_tree;
use crate::package::Package;
use crate::redline::decision::Decision;
use crate::render::word::notices::is_revised;
use crate::render::word::parts::NoteKind;
use crate::render::word::xml::{self, Element};

/// Accepts or rejects all tracked changes in a package; gives whether there were any.
pub fn resolve(package: &mut Package, decision: Decision) -> bool {
    let names = package.names().filter(|name| name.starts_with("word/") && name.ends_with(".xml"));
    let parts: Vec<String> =
        names.filter(|name| is_revised(package, name)).map(str::to_owned).collect();
    let mut gone = NoteKind::ALL.map(|_| BTreeSet::new());
    for part in &parts {
        let Some(mut root) = package.part(part).and_then(|bytes| xml::read(bytes).ok()) else {
            continue;
        };
        let before = NoteKind::ALL.map(|kind| references(&root, kind));
        resolve_tree(&mut root, decision);
        for ((gone, before), kind) in gone.iter_mut().zip(before).zip(NoteKind::ALL) {
            gone.extend(before.difference(&references(&root, kind)).cloned());
        }
        package.set_part(part.as_str(), xml::write(&root));
    }
    for (gone, kind) in gone.iter().zip(NoteKind::ALL) {
        drop_notes(package, kind, gone);
    }
    !parts.is_empty()
}

/// The ids of the notes that a part refers to.
fn references(root: &Element, kind: NoteKind) -> BTreeSet<String> {
    let mut ids = BTreeSet::new();
    root.visit(&mut |element| {
        if element.is(kind.reference()) {
            ids.extend(element.get("w:id").map(str::to_owned));
        }
    });
    ids
}

/// Takes away the notes whose references have gone.
fn drop_notes(package: &mut Package, kind: NoteKind, gone: &BTreeSet<String>) {
    let known = package.part(kind.part()).and_then(|bytes| xml::read(bytes).ok());
    let Some(mut root) = known.filter(|_| !gone.is_empty()) else { return };
    root.children.retain(|node| {
        !node.element().and_then(|note| note.get("w:id")).is_some_and(|id| gone.contains(id))
    });
    package.set_part(kind.part(), xml::write(&root));
}
