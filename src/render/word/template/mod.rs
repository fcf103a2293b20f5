//! A part of a Word template made into one handlebars template.
//!
//! The tags of each paragraph are found across its runs, blocks are lifted out of the paragraphs,
//! cells or rows that they take with them, and the XML between the tags becomes numbered literals,
//! so that handlebars sees tags only.

mod block;
mod hoist;
mod isolate;
mod lex;
mod place;
mod source;
mod tag;

pub use place::Part;
pub use source::Source;

use super::xml::Element;
use crate::finding::Findings;

/// Makes a part into a handlebars template; all its faults at once.
pub fn compile(part: &Part<'_>, mut root: Element) -> Result<Source, Findings> {
    let mut findings = Findings::new();
    let tags = isolate::isolate(part, &mut root, &mut findings);
    let blocks = block::blocks(part, &tags, &block::in_order(&root), &mut findings);
    if findings.has_fejl() {
        return Err(findings);
    }
    let root = hoist::hoist(part, root, &tags, &blocks)?;
    Ok(Source::new(&root, tags))
}
