use super::place::Part;
use super::tag::{Kind, Tag};
use crate::finding::Place;
use crate::render::word::marks::{self, Stretch};
use crate::render::word::xml::{Element, Node, write_node};

/// A part as a handlebars template: each tag and each stretch of XML on a line of its own.
#[derive(Debug)]
pub struct Source {
    pub text: String,
    literals: Vec<String>,
    /// The tag on each line, if it is a tag's line.
    lines: Vec<Option<usize>>,
    tags: Vec<Tag>,
    /// Whether it tells where each turn of a loop begins.
    counts: bool,
}

const SLOT_HELPERS: [&str; 5] = ["tekst", "kapitel", "tabel", "figur", "billede"];

impl Source {
    pub fn new(root: &Element, tags: Vec<Tag>) -> Self {
        let mut xml = String::new();
        write_node(&Node::Element(root.clone()), &mut xml);
        // Only lists count, so without any it is all one where a turn of a loop begins.
        let counts = xml.contains("<w:numPr");
        if !counts {
            xml.retain(|letter| letter != marks::TURN.0 && letter != marks::TURN.1);
        }
        let mut source =
            Self { text: String::new(), literals: Vec::new(), lines: Vec::new(), tags, counts };
        for stretch in marks::split(&xml, marks::TAG) {
            match stretch {
                Stretch::Text(xml) => source.literal(xml.to_owned()),
                Stretch::Mark(tag) => source.tag(tag),
            }
        }
        source
    }

    /// Whether lists may have to begin again in each turn of a loop.
    pub fn counts(&self) -> bool {
        self.counts
    }

    /// Whether the part has no tags at all.
    pub fn is_plain(&self) -> bool {
        self.tags.is_empty()
    }

    pub fn locate(&self, part: &Part<'_>, line: usize) -> Place {
        let tag = self.lines.get(line.saturating_sub(1)).copied().flatten();
        tag.map_or_else(|| part.whole(), |tag| self.place(part, tag))
    }

    /// The place of a tag by number.
    pub fn place(&self, part: &Part<'_>, tag: usize) -> Place {
        self.tags.get(tag).map_or_else(|| part.whole(), |tag| tag.place(part))
    }

    /// Puts the XML back into what handlebars made of the source.
    pub fn restore(&self, merged: &str) -> String {
        let mut xml = String::with_capacity(merged.len() * 8);
        for stretch in marks::split(merged, marks::LITERAL) {
            match stretch {
                // Line ends separate the source's lines; those of values are marks.
                Stretch::Text(text) => xml.extend(text.split('\n')),
                Stretch::Mark(literal) => {
                    xml.push_str(self.literals.get(literal).map_or("", String::as_str));
                }
            }
        }
        xml
    }

    fn literal(&mut self, xml: String) {
        let number = self.literals.len();
        self.literals.push(xml);
        self.line(&format!("{}{number}{}", marks::LITERAL.0, marks::LITERAL.1), None);
    }

    fn tag(&mut self, number: usize) {
        let Some(tag) = self.tags.get(number).cloned() else { return };
        if SLOT_HELPERS.iter().any(|helper| tag.calls(helper)) {
            self.literal(format!("{}{number}{}", marks::ASKED.0, marks::ASKED.1));
        }
        if tag.kind != Kind::Comment {
            self.line(&tag.source, Some(number));
        }
    }

    fn line(&mut self, text: &str, tag: Option<usize>) {
        self.text.push_str(text);
        self.text.push('\n');
        self.lines.push(tag);
    }
}
