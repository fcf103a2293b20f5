use std::ops::Range;

use rust_decimal::Decimal;

use super::date::MONTHS;
use super::number::{WORDS, parse_number};

/// A number as running words have it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WrittenNumber {
    /// Its bytes in the words.
    pub range: Range<usize>,
    pub value: Decimal,
}

/// What stands before a number that is a name; what ends in "type" does so too.
const NAMES: [&str; 12] = [
    "§", "§§", "stk.", "nr.", "punkt", "bilag", "tabel", "figur", "kapitel", "afsnit", "trin",
    "side",
];

/// Finds the numbers in running words: in digits, or as the words for 0 to 20.
///
/// Years, dates, spans ("3-5"), names ("§ 85", "bilag 3") and the numbers of lists are none. Nor are
/// "en" and "et", which mostly are articles.
pub fn written_numbers(text: &str) -> Vec<WrittenNumber> {
    let words: Vec<(usize, &str)> = split(text).collect();
    let at = |index: usize| words.get(index).map_or("", |(_, word)| *word);
    let mut found = Vec::new();
    for (index, (start, word)) in words.iter().enumerate() {
        let before = index.checked_sub(1).map_or("", at);
        let begins_line = text[..*start].trim_end_matches(' ').chars().next_back();
        let begins_line = begins_line.is_none_or(|letter| letter == '\n');
        if is_name(before) || is_date(word, at(index + 1)) || begins_line && word.ends_with('.') {
            continue;
        }
        if let Some((inside, value)) = number(word) {
            found.push(WrittenNumber { range: start + inside.start..start + inside.end, value });
        }
    }
    found
}

/// The words with the bytes that they begin at.
fn split(words: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut start = 0;
    words.split_inclusive(char::is_whitespace).filter_map(move |piece| {
        let at = start;
        start += piece.len();
        let word = piece.trim_end();
        (!word.is_empty()).then_some((at, word))
    })
}

fn is_name(before: &str) -> bool {
    let before = before.trim_start_matches('(').to_lowercase();
    NAMES.contains(&before.as_str()) || before.ends_with("type")
}

/// "14. september", with or without its year.
fn is_date(day: &str, month: &str) -> bool {
    let month = month.trim_matches(|letter: char| !letter.is_alphabetic());
    day.ends_with('.') && MONTHS.contains(&month)
}

fn number(word: &str) -> Option<(Range<usize>, Decimal)> {
    let core = word.trim_matches(|letter: char| !letter.is_alphanumeric());
    let start = word.find(core)?;
    let value = in_digits(word, core).or_else(|| from_word(core))?;
    Some((start..start + core.len(), value))
}

fn in_digits(word: &str, core: &str) -> Option<Decimal> {
    let is_year = core.len() == 4 && (core.starts_with("19") || core.starts_with("20"));
    if is_year || word.contains(['-', '–', '/']) {
        return None;
    }
    parse_number(core)
}

fn from_word(core: &str) -> Option<Decimal> {
    let word = core.to_lowercase();
    if ["én", "ét"].contains(&word.as_str()) {
        return Some(Decimal::ONE);
    }
    let found = WORDS.iter().position(|number| *number == word).filter(|number| *number != 1)?;
    Some(found.into())
}
