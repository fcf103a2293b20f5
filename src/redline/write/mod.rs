//! The text with tracked changes, made of what has been found to have changed.

mod blocks;
mod boxes;
mod entry;
mod fold;
mod marks;
mod notes;
mod paragraph;
mod revision;
mod sections;
mod status;
mod tables;
mod tracked;
mod whole;
mod writer;

pub use sections::HeaderPair;
pub use status::Status;
pub use writer::Writer;
