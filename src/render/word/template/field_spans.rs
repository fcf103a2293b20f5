use std::collections::HashMap;

use crate::render::word::xml::{Element, Node};

/// A field that is open, by its number, and whether what it shows has begun.
type Open = (usize, bool);

/// The fields that are open at each tag.
#[derive(Debug, Default)]
pub struct FieldSpans {
    open: Vec<Open>,
    begun: usize,
    at: HashMap<usize, Vec<Open>>,
}

impl FieldSpans {
    pub fn of(root: &Element) -> Self {
        let mut spans = Self::default();
        spans.read(root);
        spans
    }

    /// Whether two tags stand in the same part of the same fields.
    pub fn agree(&self, one: usize, other: usize) -> bool {
        self.at.get(&one) == self.at.get(&other)
    }

    fn read(&mut self, element: &Element) {
        if element.is("w:fldChar") {
            self.bound(element.get("w:fldCharType").unwrap_or_default());
        }
        for node in &element.children {
            match node {
                Node::Tag(tag) => {
                    self.at.insert(*tag, self.open.clone());
                }
                Node::Element(child) => self.read(child),
                Node::Text(_) => {}
            }
        }
    }

    fn bound(&mut self, kind: &str) {
        match kind {
            "begin" => {
                self.begun += 1;
                self.open.push((self.begun, false));
            }
            "separate" => {
                if let Some((_, shows)) = self.open.last_mut() {
                    *shows = true;
                }
            }
            "end" => {
                self.open.pop();
            }
            _ => {}
        }
    }
}
