use std::ops::Range;
use std::sync::Arc;

use crate::text::tree::SourcePoint;

/// Turns byte offsets of a text into lines and columns of its file.
pub(super) struct Lines {
    file: Arc<str>,
    first_line: u32,
    starts: Vec<usize>,
    source: String,
}

impl Lines {
    pub fn new(source: &str, file: Arc<str>, first_line: u32) -> Self {
        let mut starts = vec![0];
        starts.extend(source.match_indices('\n').map(|(at, _)| at + 1));
        Self { file, first_line, starts, source: source.to_owned() }
    }

    pub fn point(&self, offset: usize) -> SourcePoint {
        let line = self.starts.partition_point(|start| *start <= offset).saturating_sub(1);
        let before = self.source.get(self.starts[line]..offset).unwrap_or_default();
        SourcePoint {
            file: Arc::clone(&self.file),
            line: self.first_line + u32::try_from(line).unwrap_or(u32::MAX),
            column: 1 + u32::try_from(before.chars().count()).unwrap_or(u32::MAX),
        }
    }

    pub fn between(&self, range: &Range<usize>) -> &str {
        self.source.get(range.clone()).unwrap_or_default()
    }

    /// The backticks in a stretch of plain words that are not escaped.
    pub fn ticks(&self, range: &Range<usize>) -> impl Iterator<Item = usize> {
        let escaped = |at: usize| self.source[..at].ends_with('\\');
        let found = self.between(range).match_indices('`').map(|(at, _)| range.start + at);
        found.filter(move |at| !escaped(*at))
    }

    /// The footnote marks (`[^label]`) that begin in a stretch of plain words.
    pub fn footnote_marks(&self, range: &Range<usize>) -> impl Iterator<Item = (usize, &str)> {
        let escaped = |at: usize| self.source[..at].ends_with('\\');
        let words = self.between(range);
        words.match_indices('[').filter_map(move |(at, _)| {
            let at = range.start + at;
            let (label, _) = self.source[at..].strip_prefix("[^")?.split_once(']')?;
            let is_label = !label.trim().is_empty() && !label.contains('\n');
            (is_label && !escaped(at)).then_some((at, label))
        })
    }
}
