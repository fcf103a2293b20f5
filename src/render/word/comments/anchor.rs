use std::ops::Range;

use super::edits::Edits;
use super::paragraphs::Paragraph;
use crate::finding::Place;
use crate::render::word::template::BODY;

/// Where a comment is set: from one byte of the body to another, both outside runs.
#[derive(Debug)]
pub struct Anchor(Range<usize>);

impl Anchor {
    /// The tag that a place names, else its paragraph, else the first paragraph there is.
    pub fn of(place: &Place, paragraphs: &[Paragraph]) -> Option<Self> {
        let first = paragraphs.first()?;
        let Place::Word { part, spot, tag, .. } = place else { return Some(Self::whole(first)) };
        if part != BODY || spot.is_empty() {
            return Some(Self::whole(first));
        }
        let within = format!("{spot},");
        let at = |known: &String| known == spot || known.starts_with(&within);
        let tag: Vec<char> = tag.chars().collect();
        let mut there = paragraphs
            .iter()
            .filter(|paragraph| !paragraph.is_empty_tag && paragraph.spots.iter().any(at));
        let nearest = there.clone().next().unwrap_or(first);
        let exact = there.find_map(|paragraph| Self::tag(paragraph, &tag));
        Some(exact.unwrap_or_else(|| Self::whole(nearest)))
    }

    fn whole(paragraph: &Paragraph) -> Self {
        Self(paragraph.content.clone())
    }

    fn tag(paragraph: &Paragraph, tag: &[char]) -> Option<Self> {
        let start = paragraph.text.windows(tag.len().max(1)).position(|letters| letters == tag)?;
        let holds = |letter: usize| {
            paragraph.runs.iter().find(|run| run.letters.contains(&letter)).map(|run| &run.bytes)
        };
        let last = start + tag.len().checked_sub(1)?;
        Some(Self(holds(start)?.start..holds(last)?.end))
    }

    /// Sets the marks of a comment.
    pub fn mark(&self, id: i64, edits: &mut Edits) {
        let start = format!("<w:commentRangeStart w:id=\"{id}\"/>");
        let end = format!(
            "<w:commentRangeEnd w:id=\"{id}\"/><w:r><w:commentReference w:id=\"{id}\"/></w:r>"
        );
        edits.insert(self.0.start, start);
        edits.insert(self.0.end, end);
    }
}
