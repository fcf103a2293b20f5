use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, Event, Tag};

use super::events;
use crate::finding::{Finding, Place};
use crate::text::tree::SourcePoint;

/// Where a text shows words as they stand, in bytes: between backticks and between fences.
pub fn verbatim(source: &str) -> Vec<Range<usize>> {
    let shown = events(source).filter(|(event, _)| {
        matches!(event, Event::Code(_) | Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(_))))
    });
    shown.map(|(_, range)| range).collect()
}

/// Whether a block that begins with a fence also ends with one; the parser ends it with the text.
pub(super) fn is_closed(block: &str) -> bool {
    let last = block.trim_end().lines().skip(1).last().unwrap_or_default();
    let fence = last.trim_start_matches(['>', ' ']);
    fence.len() >= 3
        && ["`", "~"].iter().any(|mark| fence.trim_matches(|c| mark.contains(c)).is_empty())
}

/// Tells of words shown as they stand that have no end.
pub(super) fn unclosed(at: &SourcePoint, mark: &str) -> Finding {
    Finding::fejl(
        "kode-ikke-lukket",
        Place::line(at.file.as_ref(), at.line, at.column),
        format!(
            "Her begynder med {mark} noget, der skal vises, som det står, men det slutter ikke."
        ),
    )
    .hint(format!("Sæt {mark} igen, hvor det slutter, eller slet tegnet."))
}
