//! (template, context, options) → bytes and findings, one room for each format.

#[cfg(feature = "pdf")]
pub mod typst;
pub mod word;
