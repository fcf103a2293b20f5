//! Brings what stands in another Word file into the document on the desk.
//!
//! [`Foreign::open`] reads the file, and `foreign.graft(nodes, &mut known, &mut desk, &mut relations)`
//! makes nodes of its body ([`content`]) fit for the part with those relationships: styles become
//! the document's own of the same name, or are copied; lists, pictures, links, charts and notes are
//! copied with what they lean on; what belongs to the file alone (comments, page headers, data
//! bindings) is left out. A `Foreign` serves any number of documents; each keeps one
//! `Known::default()` for it: what the document has got once is used again, except that lists
//! begin anew with every graft. Ids are
//! settled with those of the rest of the part.

mod foreign;
mod links;
mod lists;
mod namespaces;
mod notes;
mod partials;
mod sections;
mod styles;
mod transplant;

pub use foreign::{Foreign, Known, content};
pub use partials::{GRAFT, Grafts};
