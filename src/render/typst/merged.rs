use super::escape;
use super::{TypstTemplate, only_in_word};
use crate::finding::{Findings, Place};
use crate::merge::{Context, Escape, Library, Merger, Piece, Slot, TemplateSource, pieces};

// Private-use characters, dropped from every value, so that no data can forge an end.
const VALUE: char = '\u{e002}';
const LITERAL: char = '\u{e003}';
const END: char = '\u{e004}';

/// A template merged with its context, its values still apart from the template's own words.
pub(super) struct Merged {
    text: String,
    slots: Vec<Slot>,
}

/// A stretch of a merged template.
#[derive(Debug, Clone, Copy)]
pub(super) enum Part<'a> {
    /// The template's own words and code.
    Code(&'a str),
    /// A value in running text.
    Value(&'a str),
    /// A value in the template's code.
    Literal(&'a str),
    Slot(&'a Slot),
}

impl Merged {
    /// Merges a template with its context; all faults of template and texts at once.
    pub fn new(
        template: &TypstTemplate<'_>,
        context: &Context,
        library: &dyn Library,
        findings: &mut Findings,
    ) -> Option<Self> {
        let merger = Merger::new(context, library, Escape { text: value, literal });
        let locate = |line: usize, column: usize| {
            let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
            Place::line(template.name, count(line), count(column))
        };
        let source =
            TemplateSource { name: template.name, source: template.source, locate: &locate };
        let text = match merger.render(&source) {
            Ok(text) => text,
            Err(faults) => {
                findings.extend(faults);
                return None;
            }
        };
        let slots = merger.finish(findings);
        findings.extend(slots.iter().filter_map(only_in_word));
        Some(Self { text, slots })
    }

    /// Its stretches in order; code ends with each line.
    pub fn parts(&self) -> Vec<Part<'_>> {
        let mut parts = Vec::new();
        for piece in pieces(&self.text) {
            match piece {
                Piece::Output(text) => split(text, &mut parts),
                Piece::Slot(index) => parts.extend(self.slots.get(index).map(Part::Slot)),
            }
        }
        parts
    }
}

fn split<'a>(text: &'a str, parts: &mut Vec<Part<'a>>) {
    let mut rest = text;
    while let Some(at) = rest.find([VALUE, LITERAL]) {
        let (code, marked) = rest.split_at(at);
        parts.extend(code.split_inclusive('\n').map(Part::Code));
        let (value, after) = marked.split_once(END).unwrap_or((marked, ""));
        parts.push(match value.strip_prefix(VALUE) {
            Some(value) => Part::Value(value),
            None => Part::Literal(value.trim_start_matches(LITERAL)),
        });
        rest = after;
    }
    parts.extend(rest.split_inclusive('\n').map(Part::Code));
}

fn value(value: &str) -> String {
    format!("{VALUE}{}{END}", without_marks(value))
}

fn literal(value: &str) -> String {
    format!("{LITERAL}{}{END}", without_marks(value))
}

fn without_marks(value: &str) -> String {
    value.replace([VALUE, LITERAL, END], "")
}

impl Part<'_> {
    /// How it stands in Typst when nothing is compared; a slot needs a writer of its own.
    pub fn plain(self) -> String {
        match self {
            Part::Code(code) => code.to_owned(),
            Part::Value(value) => escape::text(value),
            Part::Literal(value) => escape::literal(value),
            Part::Slot(_) => String::new(),
        }
    }
}
