//! Lets the lists that begin inside a loop count anew in each turn.

use std::collections::HashMap;

use super::marks;
use super::parts::Numbering;
use super::xml::{Element, Node};

/// Restarts lists and takes the marks of turns away.
pub fn turns(root: &mut Element, numbering: &mut Numbering) {
    for child in root.elements_mut() {
        turns(child, numbering);
    }
    if root.children.iter().any(is_mark) {
        restart(root, numbering);
        root.children.retain(|node| !is_mark(node));
    }
}

fn is_mark(node: &Node) -> bool {
    matches!(node, Node::Text(text) if text.contains([marks::TURN.0, marks::TURN.1]))
}

fn restart(element: &mut Element, numbering: &mut Numbering) {
    let mut depth = 0;
    let mut turn = Turn::default();
    for node in &mut element.children {
        match node {
            Node::Text(text) => {
                for mark in text.chars() {
                    if mark == marks::TURN.0 {
                        if depth == 0 {
                            turn = Turn::default();
                        }
                        depth += 1;
                    } else if mark == marks::TURN.1 {
                        depth = (depth - 1).max(0);
                    }
                }
            }
            Node::Element(child) if depth > 0 => turn.element(child, numbering),
            _ => {}
        }
    }
}

/// One turn of the outermost loop in a container.
#[derive(Default)]
struct Turn {
    /// Whether something that is no list item has been seen in this turn.
    begun: bool,
    fresh: HashMap<u32, Option<u32>>,
}

impl Turn {
    fn element(&mut self, element: &mut Element, numbering: &mut Numbering) {
        if !element.is("w:p") {
            self.begun = true;
            return;
        }
        let list = element.find_mut("w:pPr").and_then(|properties| properties.find_mut("w:numPr"));
        let Some(list) = list else {
            self.begun = true;
            return;
        };
        let Some(num) = list.property("w:numId").and_then(|id| id.parse::<u32>().ok()) else {
            return;
        };
        // A loop that makes nothing but items makes one list.
        let begun = self.begun;
        let fresh = self
            .fresh
            .entry(num)
            .or_insert_with(|| if begun { numbering.restarted(num, 0, 1) } else { None });
        if let (Some(fresh), Some(id)) = (fresh, list.find_mut("w:numId")) {
            id.set("w:val", fresh.to_string());
        }
    }
}
