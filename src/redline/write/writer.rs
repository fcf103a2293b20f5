use super::sections::HeaderPair;
use crate::redline::author::Author;
use crate::redline::key::Keys;
use crate::redline::plan::Planner;
use crate::redline::summary::Summary;
use crate::render::word::parts::Notes;

/// Writes the parts of a document with tracked changes.
pub struct Writer<'w> {
    pub(super) by: &'w Author,
    /// "2020-11-30T00:00:00Z", as Word writes it.
    pub(super) date: String,
    /// The id of the next tracked change.
    pub(super) next: usize,
    pub(super) old: &'w Keys,
    pub(super) new: &'w Keys,
    /// The notes of the old document and of the redline, footnotes first.
    pub(super) old_notes: &'w [Notes; 2],
    pub notes: &'w mut [Notes; 2],
    /// The id of the move that is under way.
    pub(super) range: String,
    pub summary: Summary,
    /// The page headers and footers of sections that stand in both documents.
    pub headers: Vec<HeaderPair>,
    /// Whether a section has a page header or footer in one of the documents only.
    pub lone_headers: bool,
}

impl<'w> Writer<'w> {
    /// `next` is the first number that is free for tracked changes.
    pub fn new(
        by: &'w Author,
        next: usize,
        keys: (&'w Keys, &'w Keys),
        old_notes: &'w [Notes; 2],
        notes: &'w mut [Notes; 2],
    ) -> Self {
        Self {
            by,
            date: by.date.format("%Y-%m-%dT00:00:00Z").to_string(),
            next,
            old: keys.0,
            new: keys.1,
            old_notes,
            notes,
            range: String::new(),
            summary: Summary::default(),
            headers: Vec::new(),
            lone_headers: false,
        }
    }

    /// The number of the next tracked change.
    pub fn next(&self) -> usize {
        self.next
    }

    pub(super) fn planner(&self) -> Planner<'w> {
        Planner { old: self.old, new: self.new }
    }
}
