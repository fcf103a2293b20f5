//! Markdown → block tree.
//!
//! Fields (`{{…}}`) stay unfilled in the tree, so that a value can never become markup.

mod builder;
mod caption;
mod lines;
mod verbatim;

use std::ops::Range;
use std::sync::Arc;

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use self::builder::Builder;
use self::lines::Lines;
pub use self::verbatim::verbatim;
use super::tree::{Block, Inline, SourcePoint};
use crate::finding::{Finding, Findings, Place};

/// How many lists, quotes and emphases may stand inside one another.
const DEEPEST: usize = 50;

/// Parses a text whose first line is `first_line` of `file`.
///
/// What the documents have no form for (HTML, code, rules) is a fejl at its line.
pub fn parse(
    source: &str,
    file: &Arc<str>,
    first_line: u32,
    findings: &mut Findings,
) -> Vec<Block> {
    let events: Vec<_> = events(source).collect();
    let lines = Lines::new(source, Arc::clone(file), first_line);
    if let Some(offset) = too_deep(&events) {
        findings.push(deep(&lines.point(offset)));
        return Vec::new();
    }
    Builder::new(&events, &lines, findings).document()
}

fn events(source: &str) -> impl Iterator<Item = (Event<'_>, Range<usize>)> {
    let options =
        Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES | Options::ENABLE_HEADING_ATTRIBUTES;
    Parser::new_ext(source, options).into_offset_iter()
}

/// Where a text first has more inside one another than [`DEEPEST`]; the tree is walked by
/// recursion, and a text of thousands would overflow the stack.
fn too_deep(events: &[(Event<'_>, Range<usize>)]) -> Option<usize> {
    let mut depth = 0_usize;
    for (event, range) in events {
        match event {
            Event::Start(tag) if !matches!(tag, Tag::Item | Tag::Paragraph) => depth += 1,
            Event::End(tag) if !matches!(tag, TagEnd::Item | TagEnd::Paragraph) => {
                depth = depth.saturating_sub(1)
            }
            _ => {}
        }
        if depth > DEEPEST {
            return Some(range.start);
        }
    }
    None
}

fn deep(at: &SourcePoint) -> Finding {
    Finding::fejl(
        "for-dybt",
        Place::line(at.file.as_ref(), at.line, at.column),
        format!("Her står over {DEEPEST} lister, citater eller fremhævelser inde i hinanden."),
    )
    .hint("Skriv teksten med færre niveauer.")
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
