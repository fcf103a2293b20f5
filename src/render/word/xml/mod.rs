//! XML as a tree: small, ordered, with names and attributes as written.

mod element;
mod read;
mod write;

pub use element::{Element, Node};
pub use read::{has_document_type, read, read_fragment};
pub use write::{write, write_node};
