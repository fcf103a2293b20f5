//! A part of a Word template made into one handlebars template.
//!
//! The tags of each paragraph are found across its runs, blocks are lifted out of the paragraphs,
//! cells or rows that they take with them, and the XML between the tags becomes numbered literals,
//! so that handlebars sees tags only.

mod block;
mod hoist;
mod isolate;
mod lex;
mod loose;
mod place;
mod source;
mod tag;

pub use isolate::{is_apart, stands_for};
pub use place::{Counter, Part};
pub use source::Source;

use self::tag::Tag;
use super::xml::Element;
use crate::finding::Findings;
use crate::merge::{tag_faults, tag_syntax};

/// Makes a part into a handlebars template; all its faults at once.
pub fn compile(part: &Part<'_>, mut root: Element) -> Result<Source, Findings> {
    let mut findings = Findings::new();
    let tags = isolate::isolate(part, &mut root, &mut findings);
    findings.extend(tags.iter().filter_map(|tag| tag_syntax(&tag.source, &tag.place(part))));
    match arrange(part, root, &tags, &mut findings) {
        Some(root) if !findings.has_fejl() => Ok(Source::new(&root, tags)),
        _ => {
            // The part cannot be examined whole, so that its tags are examined one by one.
            findings.extend(tags.iter().flat_map(|tag| tag_faults(&tag.source, &tag.place(part))));
            Err(findings)
        }
    }
}

/// Pairs the tags of blocks and lifts them out; none when they do not stand as they must.
fn arrange(
    part: &Part<'_>,
    root: Element,
    tags: &[Tag],
    findings: &mut Findings,
) -> Option<Element> {
    let faults = findings.len();
    let blocks = block::blocks(part, tags, &block::in_order(&root), findings);
    if findings.len() > faults {
        return None;
    }
    hoist::hoist(part, root, tags, &blocks).map_err(|faults| findings.extend(faults)).ok()
}
