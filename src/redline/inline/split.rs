/// Divides a text into words and numbers, spaces, and signs that each stand alone.
pub fn split(text: &str) -> Vec<&str> {
    let letters: Vec<(usize, char)> = text.char_indices().collect();
    let mut pieces = Vec::new();
    let mut start = 0;
    for (at, pair) in letters.windows(2).enumerate() {
        let is_one = belong_together(pair[0].1, pair[1].1)
            || is_in_number(&letters, at)
            || is_in_number(&letters, at + 1);
        if !is_one {
            pieces.push(&text[start..pair[1].0]);
            start = pair[1].0;
        }
    }
    if start < text.len() {
        pieces.push(&text[start..]);
    }
    pieces
}

fn belong_together(one: char, next: char) -> bool {
    (one.is_alphanumeric() && next.is_alphanumeric())
        || (one.is_whitespace() && next.is_whitespace())
}

/// Whether a sign is part of a number or a date: "1.234,50", "2020-11-30".
fn is_in_number(letters: &[(usize, char)], at: usize) -> bool {
    let digit = |at: Option<usize>| {
        at.and_then(|at| letters.get(at)).is_some_and(|(_, letter)| letter.is_ascii_digit())
    };
    matches!(letters[at].1, '.' | ',' | '-' | '/' | ':')
        && digit(at.checked_sub(1))
        && digit(Some(at + 1))
}
