//! Accepting and rejecting all tracked changes, as Word does it.

mod package;
mod paragraphs;
mod properties;
mod tree;

pub use package::resolve;

use super::decision::Decision;
use crate::finding::Findings;
use crate::render::word::open::open_document;

/// The document as it is when all its tracked changes are accepted.
pub fn accept_all(bytes: &[u8], name: &str) -> Result<Vec<u8>, Findings> {
    decided(bytes, name, Decision::Accept)
}

/// The document as it is when all its tracked changes are rejected.
pub fn reject_all(bytes: &[u8], name: &str) -> Result<Vec<u8>, Findings> {
    decided(bytes, name, Decision::Reject)
}

fn decided(bytes: &[u8], name: &str, decision: Decision) -> Result<Vec<u8>, Findings> {
    let mut package = open_document(bytes, name)?;
    resolve(&mut package, decision);
    Ok(package.write())
}
