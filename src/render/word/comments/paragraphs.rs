//! The paragraphs of a body with the byte offsets of what a comment is set at.

use std::ops::Range;

use quick_xml::events::Event;

use super::walk::walk;
use crate::render::word::template::{Counter, is_apart, stands_for};

/// A paragraph outside text boxes.
#[derive(Debug, Default)]
pub struct Paragraph {
    /// "afsnit 4"; a paragraph that holds text boxes stands for theirs too.
    pub spots: Vec<String>,
    pub text: Vec<char>,
    pub runs: Vec<Run>,
    /// What stands between its properties and its end; all of `<w:p/>` when it is empty.
    pub content: Range<usize>,
    pub is_empty_tag: bool,
}

#[derive(Debug, Clone)]
pub struct Run {
    pub bytes: Range<usize>,
    /// The run's letters in the paragraph's text.
    pub letters: Range<usize>,
}

/// The paragraphs of a body in order; none when it is no XML.
pub fn paragraphs(xml: &str) -> Option<Vec<Paragraph>> {
    let mut scan = Scan::default();
    walk(xml, |event, bytes| match event {
        Event::Start(tag) => scan.open(tag.name().as_ref(), bytes),
        Event::Empty(tag) => {
            scan.open(tag.name().as_ref(), bytes);
            scan.close(bytes, true);
        }
        Event::End(_) => scan.close(bytes, false),
        Event::Text(words) => scan.words(&words.xml10_content()),
        Event::CData(words) => scan.words(&words.xml10_content()),
        Event::GeneralRef(name) => scan.words(reference(name)),
        _ => {}
    })?;
    Some(scan.done)
}

/// What a reference counts as; Word writes no others than these.
fn reference(name: &str) -> &'static str {
    match name {
        "amp" => "&",
        "lt" => "<",
        "gt" => ">",
        "quot" => "\"",
        "apos" => "'",
        _ => "\u{fffd}",
    }
}

#[derive(Default)]
struct Scan {
    counter: Counter,
    /// The names of the elements that are open.
    names: Vec<String>,
    paragraphs: Vec<Paragraph>,
    /// Where the runs that are open begin, in bytes and letters.
    runs: Vec<(usize, usize)>,
    done: Vec<Paragraph>,
}

impl Scan {
    fn open(&mut self, name: &str, bytes: &Range<usize>) {
        self.counter.enter(name);
        self.names.push(name.to_owned());
        if name == "w:p" {
            let spots = vec![self.counter.spot().at];
            let content = bytes.end..bytes.end;
            self.paragraphs.push(Paragraph { spots, content, ..Paragraph::default() });
        } else if name == "w:r" {
            let letters = self.paragraphs.last().map_or(0, |paragraph| paragraph.text.len());
            self.runs.push((bytes.start, letters));
        } else if let Some(letter) = stands_for(name, "w:t") {
            self.words(letter.encode_utf8(&mut [0; 4]));
        }
    }

    fn close(&mut self, bytes: &Range<usize>, whole: bool) {
        let Some(name) = self.names.pop() else { return };
        self.counter.leave(&name);
        match name.as_str() {
            "w:p" => self.paragraph(bytes, whole),
            "w:pPr" if self.names.last().is_some_and(|outer| outer == "w:p") => {
                if let Some(paragraph) = self.paragraphs.last_mut() {
                    paragraph.content.start = bytes.end;
                }
            }
            "w:r" => {
                let begun = self.runs.pop();
                if let (Some((start, first)), Some(paragraph)) = (begun, self.paragraphs.last_mut())
                {
                    let letters = first..paragraph.text.len();
                    paragraph.runs.push(Run { bytes: start..bytes.end, letters });
                }
            }
            _ => {}
        }
    }

    fn paragraph(&mut self, bytes: &Range<usize>, whole: bool) {
        let Some(mut paragraph) = self.paragraphs.pop() else { return };
        if let Some(outer) = self.paragraphs.last_mut() {
            // Word lets no comment stand in a text box.
            outer.spots.append(&mut paragraph.spots);
            return;
        }
        paragraph.is_empty_tag = whole;
        paragraph.content.end = bytes.start;
        if whole {
            paragraph.content = bytes.clone();
        }
        self.done.push(paragraph);
    }

    fn words(&mut self, words: &str) {
        let inside = self.names.iter().rev().take_while(|name| *name != "w:p");
        let is_shown = |name: &String| name == "w:t" || stands_for(name, "w:t").is_some();
        if !self.names.last().is_some_and(is_shown) || inside.into_iter().any(|n| is_apart(n)) {
            return;
        }
        if let Some(paragraph) = self.paragraphs.last_mut() {
            paragraph.text.extend(words.chars());
        }
    }
}
