use super::date::MONTHS;

/// The space that no line may break at.
pub const NBSP: char = '\u{a0}';

/// Without the point that some of them end in.
const UNITS: [&str; 7] = ["kr", "%", "mio", "mia", "pct", "t", "år"];
const LEADS: [&str; 14] = [
    "§", "§§", "kl.", "stk.", "nr.", "bilag", "Bilag", "tabel", "Tabel", "figur", "Figur",
    "kapitel", "Kapitel", "ca.",
];

/// Sets running text the Danish way: »…« for straight quotes, and spaces that must not break
/// ("§ 85", "1.933 kr.", "95 %", "1. august", "kl. 9.00", "bilag 3").
pub fn typeset(text: &str) -> String {
    typeset_after(' ', text)
}

/// The same for a stretch that follows on another, which ends in `before`.
pub fn typeset_after(before: char, text: &str) -> String {
    bind(&one_point(&quote(before, text)))
}

/// An abbreviation's point is the sentence's as well: "206 kr.." is written "206 kr.".
fn one_point(text: &str) -> String {
    const DOUBLED: &str = "kr..";
    match text.contains(DOUBLED) && !text.contains("kr...") {
        true => text.replace(DOUBLED, "kr."),
        false => text.to_owned(),
    }
}

/// Straight double quotes become »…«, the form that Retskrivningsreglerne § 58 names first.
fn quote(mut before: char, text: &str) -> String {
    let mut set = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '"' if before.is_whitespace() || "([/–-".contains(before) => set.push('»'),
            '"' => set.push('«'),
            other => set.push(other),
        }
        before = letter;
    }
    set
}

fn bind(text: &str) -> String {
    let mut set = String::with_capacity(text.len());
    let mut words = text.split(' ').peekable();
    while let Some(word) = words.next() {
        set.push_str(word);
        if let Some(next) = words.peek() {
            set.push(if holds_together(word, next) { NBSP } else { ' ' });
        }
    }
    set
}

fn holds_together(word: &str, next: &str) -> bool {
    let word = word.trim_start_matches(['(', '»', '–']);
    let next_stem = next.trim_end_matches(['.', ',', ';', ':', ')', '«', '?', '!']);
    let starts_with_digit = next.starts_with(|c: char| c.is_ascii_digit());
    let ends_with_digit = word.ends_with(|c: char| c.is_ascii_digit());
    if LEADS.contains(&word) {
        return starts_with_digit;
    }
    if ends_with_digit {
        return UNITS.contains(&next_stem);
    }
    let is_day =
        word.len() <= 3 && word.strip_suffix('.').is_some_and(|day| day.parse::<u8>().is_ok());
    is_day && MONTHS.contains(&next_stem)
}
