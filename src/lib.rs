//! Assembles one political agreement and all that hangs on it from structured inputs.
//!
//! ```text
//!  files ── input ──▶ model ── check ── discretion ──▶ assemble ──▶ merge ──▶ render/typst │ word ──▶ output ──▶ files
//!                        edition (frozen inputs and documents) ──▶ changes, compare, redline ──▶ output
//! ```
//!
//! Each arrow is a function, each stage has its own types, and no stage reaches back.
//!
//! | room | what it owns |
//! |---|---|
//! | [`finding`] | code, severity, place, Danish sentence and hint: the one error type |
//! | [`text`] | the block tree, Markdown → tree, numbering, Danish numbers, dates and spaces |
//! | [`model`] | the domain: aftale, central udmelding, takst, myndighed, dokument |
//! | [`package`] | zip containers with limits, fixed order and dates; zip lives here only |
//! | [`input`] | TOML, Markdown and Excel → model, every value with its line or cell; calamine lives here only |
//! | [`check`] | rules over the model, one code each |
//! | [`discretion`] | the masking of small counts, and the auditor that proves it |
//! | [`collect`] | return workbooks out, returned workbooks in, and what is missing |
//! | [`compare`] | two editions → one tree in which what only one of them has is marked |
//! | [`chart`] | data → one drawing for every format |
//! | [`merge`] | the handlebars engine: one context, one set of helpers, rich text as slots |
//! | [`assemble`] | model → context, data tables, figures, and the list of documents to make |
//! | [`changes`] | what changed between two editions, in the words of the agreement, and the document that tells of it |
//! | [`template`] | templates by name: built in, or the project's own, which win |
//! | [`fonts`] | the fonts that travel in the binary |
//! | [`render`] | template and context → bytes: `typst` for PDF, `word` for DOCX |
//! | [`redline`] | two Word files → one with tracked changes, proven both ways |
//! | [`output`] | making, keeping what has not changed, atomic writes, the manifest |
//! | [`edition`] | editions kept whole in one file each: frozen, listed, opened, held against a rebuilding |
//! | [`cli`] | the commands, and the only printer |

pub mod assemble;
pub mod changes;
pub mod chart;
pub mod check;
pub mod cli;
pub mod collect;
pub mod compare;
pub mod discretion;
pub mod edition;
pub mod finding;
pub mod fonts;
pub mod input;
pub mod merge;
pub mod model;
pub mod output;
pub mod package;
pub mod redline;
pub mod render;
pub mod template;
pub mod text;
