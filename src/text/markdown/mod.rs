//! Markdown → block tree.
//!
//! Fields (`{{…}}`) stay unfilled in the tree, so that a value can never become markup.

mod builder;
mod caption;
mod lines;

use std::sync::Arc;

use pulldown_cmark::{Options, Parser};

use self::builder::Builder;
use self::lines::Lines;
use super::tree::{Block, Inline};
use crate::finding::Findings;

/// Parses a text whose first line is `first_line` of `file`.
///
/// What the documents have no form for (HTML, code, rules) is a fejl at its line.
pub fn parse(
    source: &str,
    file: &Arc<str>,
    first_line: u32,
    findings: &mut Findings,
) -> Vec<Block> {
    let options =
        Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES | Options::ENABLE_HEADING_ATTRIBUTES;
    let events: Vec<_> = Parser::new_ext(source, options).into_offset_iter().collect();
    let lines = Lines::new(source, Arc::clone(file), first_line);
    Builder::new(&events, &lines, findings).document()
}

/// Parses a single line of running text, such as a title.
pub fn parse_line(
    source: &str,
    file: &Arc<str>,
    line: u32,
    findings: &mut Findings,
) -> Vec<Inline> {
    match parse(source, file, line, findings).into_iter().next() {
        Some(Block::Paragraph(content)) => content,
        Some(Block::Directive(field)) => vec![Inline::Field(field)],
        _ => vec![Inline::Text(source.to_owned())],
    }
}
