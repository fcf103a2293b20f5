//! Gathers each tag in one place: the run of its first character.

use std::collections::BTreeMap;

use super::lex::{Found, Range, lex};
use super::loose::LooseEnds;
use super::place::{Counter, Part};
use super::tag::Tag;
use crate::finding::{Finding, Findings};
use crate::render::word::columns::{MOST, columns};
use crate::render::word::hang::is_target;
use crate::render::word::marks;
use crate::render::word::parts::{NoteKind, Styles};
use crate::render::word::tables::TAG;
use crate::render::word::xml::{Element, Node};

/// Puts [`Node::Tag`] where tags are typed; the tags come out in the order of their numbers.
pub fn isolate(
    part: &Part<'_>,
    root: &mut Element,
    styles: &Styles,
    findings: &mut Findings,
) -> Vec<Tag> {
    let mut isolator = Isolator {
        part: *part,
        headings: styles.headings(),
        counter: Counter::default(),
        notes: BTreeMap::new(),
        tags: Vec::new(),
        loose: LooseEnds::default(),
        findings,
    };
    isolator.element(root);
    let Isolator { tags, loose, findings, .. } = isolator;
    findings.extend(loose.findings(part));
    tags
}

struct Isolator<'a> {
    part: Part<'a>,
    /// The ids of the styles of headings.
    headings: Vec<&'a str>,
    counter: Counter,
    /// The counters of the notes, by the name of their part.
    notes: BTreeMap<&'static str, Counter>,
    tags: Vec<Tag>,
    loose: LooseEnds,
    findings: &'a mut Findings,
}

impl Isolator<'_> {
    fn element(&mut self, element: &mut Element) {
        let kind = NoteKind::ALL.into_iter().find(|kind| element.is(kind.reference()));
        match kind {
            Some(kind) => self.note(element, kind),
            None => self.anything(element),
        }
    }

    /// A note that hangs here is a part of its own to who reads of it.
    fn note(&mut self, reference: &mut Element, kind: NoteKind) {
        let own = self.notes.remove(kind.name()).unwrap_or_default();
        let around = std::mem::replace(&mut self.counter, own);
        let part = self.part;
        self.part.name = kind.name();
        self.anything(reference);
        self.part = part;
        let own = std::mem::replace(&mut self.counter, around);
        self.notes.insert(kind.name(), own);
    }

    fn anything(&mut self, element: &mut Element) {
        self.counter.enter(&element.name);
        self.attributes(element);
        if element.is("w:tr") && columns(element) > MOST {
            self.findings.push(self.too_wide());
        }
        if element.is("w:p") {
            self.paragraph(element);
        } else if !is_run_text(&element.name) {
            self.plain_text(element);
        }
        for child in element.elements_mut() {
            self.element(child);
        }
        self.counter.leave(&element.name);
    }

    fn paragraph(&mut self, paragraph: &mut Element) {
        let mut text = Vec::new();
        gather(paragraph, "w:t", &mut text);
        if self.is_heading(paragraph) {
            self.counter.heading(&text.iter().collect::<String>());
        }
        self.loose.paragraph(&text);
        self.rewrite(paragraph, "w:t", &text);
        // The code of a field is no text that is read with the rest.
        if paragraph.holds(CODE) {
            let mut code = Vec::new();
            gather(paragraph, CODE, &mut code);
            self.rewrite(paragraph, CODE, &code);
        }
    }

    fn rewrite(&mut self, paragraph: &mut Element, holder: &'static str, text: &[char]) {
        let ranges = self.ranges(text);
        if !ranges.is_empty() {
            Rewriter { cuts: Cuts(&ranges), holder, at: 0 }.rewrite(paragraph);
        }
    }

    /// Tags in text that is no paragraph's: properties of the document, field codes.
    fn plain_text(&mut self, element: &mut Element) {
        let [Node::Text(text)] = element.children.as_slice() else { return };
        let letters: Vec<char> = text.chars().collect();
        let ranges = self.ranges(&letters);
        if !ranges.is_empty() {
            element.children = cut(&letters, 0, &mut Cuts(&ranges));
        }
    }

    fn attributes(&mut self, element: &mut Element) {
        let first = self.tags.len();
        for (_, value) in &mut element.attributes {
            if !value.contains("{{") {
                continue;
            }
            let letters: Vec<char> = value.chars().collect();
            let ranges = self.ranges(&letters);
            let pieces = cut(&letters, 0, &mut Cuts(&ranges)).into_iter();
            let marked: String = pieces
                .map(|piece| match piece {
                    Node::Text(text) => text,
                    Node::Tag(tag) => format!("{}{tag}{}", marks::TAG.0, marks::TAG.1),
                    Node::Element(_) => String::new(),
                })
                .collect();
            *value = marked.into();
        }
        // What comes of a target is judged where its tag stands.
        if first < self.tags.len() && element.attributes.iter().any(|(name, _)| is_target(name)) {
            element.set(TAG, first.to_string());
        }
    }

    /// Registers the tags of a text, in order; faults become findings.
    fn ranges(&mut self, text: &[char]) -> Vec<Cut> {
        let mut ranges = Vec::new();
        for found in lex(text) {
            let spot = self.counter.spot();
            match found {
                Found::Tag(range) => {
                    let typed = text[range.start..range.end].iter().collect();
                    let tag = Tag::new(typed, spot, &self.part);
                    ranges.extend(blank(text, range, tag.trims));
                    ranges.push((range, Some(self.tags.len())));
                    self.tags.push(tag);
                }
                Found::Unclosed(at) => self.loose.unclosed(text, at, spot),
                Found::Unopened(at) => self.loose.unopened(text, at, spot),
            }
        }
        ranges.sort_by_key(|(range, _)| range.start);
        ranges
    }

    fn is_heading(&self, paragraph: &Element) -> bool {
        let style = paragraph.find("w:pPr").and_then(|properties| properties.property("w:pStyle"));
        style.is_some_and(|id| self.headings.contains(&id))
    }

    fn too_wide(&self) -> Finding {
        Finding::fejl(
            "tabel-for-bred",
            self.part.place(&self.counter.spot(), ""),
            format!("Rækken går over flere kolonner, end Word kan have; det er højst {MOST}."),
        )
        .hint("Slet tabellen, og sæt den ind på ny med færre kolonner.")
    }
}

/// Holds the code of a field.
const CODE: &str = "w:instrText";

/// Text that belongs to the paragraph around it, and so is read with it.
fn is_run_text(name: &str) -> bool {
    matches!(name, "w:t" | "w:delText" | CODE)
}

/// What a child of a run counts as in the paragraph's text.
pub fn stands_for(name: &str, holder: &str) -> Option<char> {
    if holder == CODE {
        return None;
    }
    Some(match name {
        "w:tab" | "w:br" | "w:cr" => ' ',
        "w:noBreakHyphen" => '\u{2011}',
        "w:softHyphen" => '\u{ad}',
        _ => return None,
    })
}

/// Text that tracked changes have deleted or moved away does not count.
pub fn is_gone(name: &str) -> bool {
    matches!(name, "w:del" | "w:moveFrom")
}

/// What has no part in a paragraph's text: what is gone, and a text box, which has paragraphs of
/// its own.
pub fn is_apart(name: &str) -> bool {
    is_gone(name) || matches!(name, "w:p" | "w:pPr" | "w:rPr")
}

fn gather(element: &Element, holder: &str, text: &mut Vec<char>) {
    for child in element.elements().filter(|child| !is_apart(&child.name)) {
        if child.is(holder) {
            for node in &child.children {
                if let Node::Text(words) = node {
                    text.extend(words.chars());
                }
            }
        } else if let Some(letter) = stands_for(&child.name, holder) {
            text.push(letter);
        } else {
            gather(child, holder, text);
        }
    }
}

/// What comes out of a text, and the tag that comes in its place.
type Cut = (Range, Option<usize>);

/// The white space beside a tag that goes with it.
fn blank(text: &[char], tag: Range, trims: (bool, bool)) -> impl Iterator<Item = Cut> {
    let space = |letter: &&char| letter.is_whitespace();
    let before = text[..tag.start].iter().rev().take_while(space).count();
    let after = text[tag.end..].iter().take_while(space).count();
    let before = Range { start: tag.start - before, end: tag.start };
    let after = Range { start: tag.end, end: tag.end + after };
    let found = [trims.0.then_some((before, None)), trims.1.then_some((after, None))];
    found.into_iter().flatten().filter(|(range, _)| range.start < range.end)
}

/// The cuts of a text in order, which is read from its beginning to its end.
struct Cuts<'a>(&'a [Cut]);

impl<'a> Cuts<'a> {
    /// The first cut that does not end before that place.
    fn from(&mut self, at: usize) -> Option<&'a Cut> {
        while self.0.first().is_some_and(|(range, _)| range.end <= at) {
            self.0 = &self.0[1..];
        }
        self.0.first()
    }
}

/// Walks a paragraph as [`gather`] does and cuts its tags out.
struct Rewriter<'a> {
    cuts: Cuts<'a>,
    /// The elements whose text it is.
    holder: &'static str,
    at: usize,
}

impl Rewriter<'_> {
    fn rewrite(&mut self, element: &mut Element) {
        let children = std::mem::take(&mut element.children);
        for node in children {
            let Node::Element(mut child) = node else {
                element.children.push(node);
                continue;
            };
            if is_apart(&child.name) {
                element.children.push(child.into());
            } else if child.is(self.holder) {
                self.text(&mut child);
                if !child.children.is_empty() {
                    element.children.push(child.into());
                }
            } else if stands_for(&child.name, self.holder).is_some() {
                if self.cuts.from(self.at).is_none_or(|(range, _)| range.start > self.at) {
                    element.children.push(child.into());
                }
                self.at += 1;
            } else {
                let had_text = child.is("w:r") && child.elements().any(|inner| !inner.is("w:rPr"));
                self.rewrite(&mut child);
                let emptied = had_text && child.elements().all(|inner| inner.is("w:rPr"));
                if !emptied {
                    element.children.push(child.into());
                }
            }
        }
    }

    fn text(&mut self, element: &mut Element) {
        let letters: Vec<char> = element
            .children
            .iter()
            .filter_map(|node| match node {
                Node::Text(words) => Some(words.chars()),
                _ => None,
            })
            .flatten()
            .collect();
        let before = self.at;
        self.at += letters.len();
        if self.cuts.from(before).is_some_and(|(range, _)| range.start < self.at) {
            element.children = cut(&letters, before, &mut self.cuts);
            element.set("xml:space", "preserve");
        }
    }
}

/// The text from `offset` on, with tags in place of the characters that make them.
fn cut(letters: &[char], offset: usize, cuts: &mut Cuts<'_>) -> Vec<Node> {
    let mut nodes = Vec::new();
    let mut words = String::new();
    for (index, letter) in letters.iter().enumerate() {
        let at = offset + index;
        match cuts.from(at).filter(|(range, _)| range.start <= at) {
            Some((range, tag)) if range.start == at => {
                if !words.is_empty() {
                    nodes.push(Node::Text(std::mem::take(&mut words)));
                }
                nodes.extend(tag.map(Node::Tag));
            }
            Some(_) => {}
            None => words.push(*letter),
        }
    }
    if !words.is_empty() {
        nodes.push(Node::Text(words));
    }
    nodes
}
