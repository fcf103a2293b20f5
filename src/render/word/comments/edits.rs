use std::ops::Range;

/// Changes to a text, by byte offsets in the text as it was.
#[derive(Debug, Default)]
pub struct Edits(Vec<(Range<usize>, String)>);

impl Edits {
    pub fn insert(&mut self, at: usize, words: impl Into<String>) {
        self.replace(at..at, words);
    }

    pub fn replace(&mut self, range: Range<usize>, words: impl Into<String>) {
        self.0.push((range, words.into()));
    }

    /// The text with all changes; those at the same place in the order in which they were made.
    pub fn apply(mut self, text: &str) -> String {
        self.0.sort_by_key(|(range, _)| range.start);
        let mut changed = String::with_capacity(text.len() + 128 * self.0.len());
        let mut at = 0;
        for (range, words) in self.0 {
            changed.push_str(text.get(at..range.start).unwrap_or_default());
            changed.push_str(&words);
            at = at.max(range.end);
        }
        changed.push_str(text.get(at..).unwrap_or_default());
        changed
    }
}
