use super::piece::Piece;
use super::place::Part;
use super::tag::Tag;
use super::trail::Trail;
use super::writer::Writer;
use crate::finding::Place;
use crate::render::word::marks::{self, Stretch};

/// A part as a handlebars template: each tag and each stretch of XML on a line of its own.
#[derive(Debug)]
pub struct Source {
    pub text: String,
    pub(super) literals: Vec<String>,
    /// The tag on each line, if it is a tag's line.
    pub(super) lines: Vec<Option<usize>>,
    pub(super) tags: Vec<Tag>,
    /// Whether it tells where each turn of a loop begins.
    pub(super) counts: bool,
    /// Whether it tells which copies bookmarks stand in, and what leads to them.
    pub(super) follows: bool,
    /// The names of the files that it calls.
    pub files: Vec<String>,
}

impl Source {
    /// One template of a part and the files that it calls.
    pub fn new(pieces: Vec<Piece>) -> Self {
        // Only lists count, so without any it is all one where a turn of a loop begins.
        let counts = pieces.iter().any(|piece| piece.lists);
        // Only with bookmarks does it matter which copies links and fields stand in.
        let follows = pieces.iter().any(|piece| piece.root.holds("w:bookmarkStart"));
        let mut writer = Writer::new(counts, follows);
        for piece in pieces {
            writer.piece(piece);
        }
        writer.finish()
    }

    /// Whether lists may have to begin again in each turn of a loop.
    pub fn counts(&self) -> bool {
        self.counts
    }

    /// Whether links and fields are to lead to the bookmarks of their own copies.
    pub fn follows(&self) -> bool {
        self.follows
    }

    /// Whether a name stands in the XML between the tags.
    pub fn mentions(&self, name: &str) -> bool {
        self.literals.iter().any(|xml| xml.contains(name))
    }

    /// The names of the bookmarks in the XML between the tags.
    pub fn bookmarks(&self) -> impl Iterator<Item = &str> {
        let starts = self.literals.iter().flat_map(|xml| xml.split("<w:bookmarkStart ").skip(1));
        starts.filter_map(|start| {
            let (_, name) = start.split_once('>')?.0.split_once("w:name=\"")?;
            name.split('"').next()
        })
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
        self.tags.get(tag).map_or_else(|| part.whole(), |tag| tag.place.clone())
    }

    /// Puts the XML back into what handlebars made of the source.
    pub fn restore(&self, merged: &str) -> String {
        let mut xml = String::with_capacity(merged.len() * 8);
        let mut trail = Trail::default();
        for stretch in marks::split(merged, marks::LITERAL) {
            match stretch {
                Stretch::Text(text) => trail.between(text, &mut xml),
                Stretch::Mark(literal) => {
                    let literal = self.literals.get(literal).map_or("", String::as_str);
                    if self.follows {
                        trail.literal(literal, &mut xml);
                    } else {
                        xml.push_str(literal);
                    }
                }
            }
        }
        xml
    }
}
