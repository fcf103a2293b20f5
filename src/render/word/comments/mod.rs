//! A copy of a template with a Word comment at each finding.
//!
//! The body is changed by inserting into its bytes, never by writing it anew, so that all else in
//! the copy is as it was.

mod anchor;
mod body;
mod comment;
mod commented;
mod edits;
mod own;
mod paragraphs;
mod part;
mod seal;
mod walk;

pub use commented::{commented, is_commented};
