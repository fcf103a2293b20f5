//! The handlebars engine: one context and one set of helpers for every format.
//!
//! A template goes in with the [`Context`] and the [`Library`] of texts, tables and figures; out
//! come the merged template, in which rich text stands as opaque tokens, and the [`Slot`]s that
//! the tokens name. A renderer writes each slot its own way. Nothing here knows a format or a file.

mod address;
mod awaited;
mod cell;
mod checker;
mod colour;
mod compile;
mod context;
mod directive;
mod engine;
mod examine;
mod fill;
mod helpers;
mod key;
mod known;
mod length;
mod library;
mod literals;
mod misplaced;
mod printed;
mod render;
mod request;
mod scopes;
mod signature;
mod slot;
mod stamp;
mod strays;
mod trace;
mod uses;
mod wording;

pub use address::{address_fault, led_to};
pub use cell::Cell;
pub use checker::{Checker, tag_faults, tag_syntax};
pub use colour::Colour;
pub use context::{Context, FieldInfo};
pub use engine::{Escape, Merger, Parsed, TemplateSource};
pub use library::Library;
pub use slot::{Piece, Role, Slot, pieces};
pub use strays::Stray;
pub use trace::Trace;
pub use uses::{Use, UseKind};
