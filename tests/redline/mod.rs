//! Redlines of two Word files: what each difference becomes, and that both files come back.

pub mod compared;
mod controls;
mod fields;
mod formats;
mod headers;
mod identical;
mod kept;
mod lists;
mod moves;
mod notes;
mod paragraphs;
mod pictures;
mod random;
mod refusals;
mod resolved;
mod tables;
mod words;
