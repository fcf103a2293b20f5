//! Finds the tags in a paragraph's joined text.

/// A tag's characters, the braces included; `end` is the first one after it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Range {
    pub start: usize,
    pub end: usize,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Found {
    Tag(Range),
    /// `{{` without `}}` after it in the paragraph.
    Unclosed(usize),
    /// `}}` without `{{` before it.
    Unopened(usize),
}

/// All tags and faults in order; lone braces are text.
pub fn lex(text: &[char]) -> Vec<Found> {
    let mut found = Vec::new();
    let mut at = 0;
    while at + 1 < text.len() {
        if pair(text, at, '{') {
            let outcome = tag(text, at);
            at = match outcome {
                Found::Tag(range) => range.end,
                _ => at + 2,
            };
            found.push(outcome);
        } else if pair(text, at, '}') {
            found.push(Found::Unopened(at));
            at += 2;
        } else {
            at += 1;
        }
    }
    found
}

fn tag(text: &[char], start: usize) -> Found {
    let braces = text[start..].iter().take_while(|letter| **letter == '{').count();
    let inside = start + braces;
    for at in inside..text.len() {
        if pair(text, at, '{') {
            return Found::Unclosed(start);
        }
        if pair(text, at, '}') {
            let closing = text[at..].iter().take(braces).take_while(|l| **l == '}').count();
            return Found::Tag(Range { start, end: at + closing });
        }
    }
    Found::Unclosed(start)
}

fn pair(text: &[char], at: usize, brace: char) -> bool {
    text.get(at) == Some(&brace) && text.get(at + 1) == Some(&brace)
}
