//! (template, context, options) → bytes and findings, one renderer for each format.

#[cfg(feature = "pdf")]
pub mod typst;
