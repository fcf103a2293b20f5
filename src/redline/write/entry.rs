use super::status::Status;
use crate::render::word::xml::{Element, Node};

/// A piece of a paragraph on its way out.
#[derive(Debug)]
pub struct Entry<'a> {
    pub wraps: Vec<&'a Element>,
    pub status: Status,
    pub piece: Piece<'a>,
}

#[derive(Debug)]
pub enum Piece<'a> {
    /// What stands in a run; `before` are the properties of a run that has got others.
    Inner {
        content: Node,
        properties: Option<&'a Element>,
        before: Option<Option<&'a Element>>,
    },
    Outer(Element),
    /// What marks a place, and is neither inserted nor deleted.
    Marker(Element),
}

impl Piece<'_> {
    /// Whether two pieces can stand in one run; Word gives each mark of a field a run of its own.
    pub fn shares_run(&self, other: &Self) -> bool {
        match (self, other) {
            (
                Self::Inner { content, properties, before },
                Self::Inner { content: next, properties: other, before: others },
            ) => {
                let marks = content.is("w:fldChar") || next.is("w:fldChar");
                !marks && properties == other && before == others
            }
            _ => false,
        }
    }
}
