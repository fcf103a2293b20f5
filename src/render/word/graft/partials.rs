use std::collections::HashMap;

use super::foreign::{Foreign, Known};
use super::sections::drop_misplaced_sections;
use crate::render::word::desk::Desk;
use crate::render::word::parts::Relations;
use crate::render::word::xml::{Element, Node};

/// Holds what comes from the file of a partial while a part is merged.
pub const GRAFT: &str = "tmp:graft";

/// Holds what has been grafted, until all is.
pub const DONE: &str = "tmp:done";

/// What the files of partials have given to one document.
pub struct Grafts<'p> {
    files: &'p HashMap<String, Foreign>,
    known: HashMap<String, Known>,
}

impl<'p> Grafts<'p> {
    pub fn new(files: &'p HashMap<String, Foreign>) -> Self {
        Self { files, known: HashMap::new() }
    }

    /// Makes what partials have put into a merged part fit for it.
    pub fn settle(&mut self, root: &mut Element, desk: &mut Desk<'_>, relations: &mut Relations) {
        if root.holds(GRAFT) {
            self.innermost_first(root, desk, relations);
            unwrap(root);
            drop_misplaced_sections(root);
        }
    }

    fn innermost_first(
        &mut self,
        element: &mut Element,
        desk: &mut Desk<'_>,
        relations: &mut Relations,
    ) {
        for child in element.elements_mut() {
            self.innermost_first(child, desk, relations);
            if child.is(GRAFT) {
                let name = child.get("w:file").unwrap_or_default().to_owned();
                let nodes = std::mem::take(&mut child.children);
                let nodes = self.files.get(&name).map_or_else(Vec::new, |file| {
                    let known = self.known.entry(name).or_default();
                    file.graft(nodes, known, desk, relations)
                });
                *child = Element::new(DONE).with(nodes);
            }
        }
    }
}

fn unwrap(element: &mut Element) {
    let children = std::mem::take(&mut element.children);
    for node in children {
        match node {
            Node::Element(mut child) => {
                unwrap(&mut child);
                if child.is(DONE) {
                    element.children.append(&mut child.children);
                } else {
                    element.children.push(child.into());
                }
            }
            other => element.children.push(other),
        }
    }
}
