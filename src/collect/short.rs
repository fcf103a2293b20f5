/// How many letters are shown of a text.
const LETTERS: usize = 80;

/// A text on one line, cut when it is long.
pub(super) fn short(words: &str) -> String {
    let words = words.lines().collect::<Vec<_>>().join(" ");
    let mut shown: String = words.chars().take(LETTERS).collect();
    if shown.len() < words.len() {
        shown.push('…');
    }
    shown
}
