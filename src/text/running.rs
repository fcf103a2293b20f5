use super::danish;
use super::tree::Inline;

const OPEN: &str = "[afventer:";

/// Sets plain words as running text, with `[afventer: …]` marks as such.
pub fn running(words: &str) -> Vec<Inline> {
    running_after(' ', words)
}

/// The same for words that follow on others, which end in `before`.
pub fn running_after(before: char, words: &str) -> Vec<Inline> {
    let set = danish::typeset_after(before, words);
    let mut found = Vec::new();
    let mut rest = set.as_str();
    while let Some((before, after)) = rest.split_once(OPEN) {
        let Some((what, tail)) = after.split_once(']') else { break };
        if !before.is_empty() {
            found.push(Inline::Text(before.to_owned()));
        }
        found.push(Inline::Pending(what.trim().to_owned()));
        rest = tail;
    }
    if !rest.is_empty() {
        found.push(Inline::Text(rest.to_owned()));
    }
    found
}
