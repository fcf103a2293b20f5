/// The words of a text, the spaces between them and each sign for itself; together they are the
/// text.
pub(super) fn words(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let first = rest.chars().next()?;
        let end = if first.is_whitespace() {
            rest.find(|letter: char| !letter.is_whitespace())
        } else if first.is_alphanumeric() {
            end_of_word(rest)
        } else {
            Some(first.len_utf8())
        };
        let (word, after) = rest.split_at(end.unwrap_or(rest.len()));
        rest = after;
        Some(word)
    })
}

/// Whether a reader would count it as a word.
pub(super) fn is_word(piece: &str) -> bool {
    piece.starts_with(char::is_alphanumeric)
}

/// A point or comma between digits belongs to the number.
fn end_of_word(text: &str) -> Option<usize> {
    let mut letters = text.char_indices().peekable();
    let mut before = ' ';
    while let Some((at, letter)) = letters.next() {
        let next = letters.peek().map(|(_, next)| *next);
        let in_number = matches!(letter, '.' | ',')
            && before.is_ascii_digit()
            && next.is_some_and(|next| next.is_ascii_digit());
        if !letter.is_alphanumeric() && !in_number {
            return Some(at);
        }
        before = letter;
    }
    None
}
