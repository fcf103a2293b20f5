//! A part of a Word template made into one handlebars template.
//!
//! The tags of each paragraph are found across its runs, blocks are lifted out of the paragraphs,
//! cells or rows that they take with them, and the XML between the tags becomes numbered literals,
//! so that handlebars sees tags only.

mod block;
mod broken;
mod calls;
mod field_spans;
mod hoist;
mod isolate;
mod leaves;
mod lex;
mod loose;
mod noted;
mod partials;
mod path;
mod piece;
mod place;
mod rebuild;
mod role;
mod source;
mod split;
mod tag;
mod trail;
mod unbind;
mod writer;

pub use broken::Broken;
pub use isolate::{is_apart, is_gone, stands_for};
pub use leaves::ends_section;
pub use partials::{Partials, WordPartial};
pub use place::{BODY, Counter, Part, Spot};
pub use source::Source;
pub use trail::TRAIL;

use super::parts::Styles;
use super::xml::Element;

/// Makes a part into a handlebars template, with the files that it calls; all its faults at once.
pub fn compile(
    part: &Part<'_>,
    root: Element,
    styles: &Styles,
    files: Partials<'_>,
) -> Result<Source, Broken> {
    piece::pieces(part, root, styles, files).map(Source::new)
}
