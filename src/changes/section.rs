use super::shown;
use crate::text::tree::Block;

/// A chapter whose words changed.
#[derive(Debug, Clone, PartialEq)]
pub struct Section {
    /// The titles of the documents in which it changed in this way.
    pub documents: Vec<String>,
    pub title: String,
    /// The blocks that are not the same, marked.
    pub blocks: Vec<Block>,
}

/// So many documents are told of by name.
const NAMED: usize = 3;

impl Section {
    /// The documents that it stands in, the many by the first and their number.
    pub fn place(&self) -> String {
        match self.documents.as_slice() {
            [first, others @ ..] if others.len() >= NAMED => {
                format!("{first} og {} andre dokumenter", others.len())
            }
            few => few.join("; "),
        }
    }

    /// The marked blocks as they are told of outside their own document.
    pub fn shown(&self) -> Vec<Block> {
        shown::shown(&self.blocks)
    }
}
