use super::passager::{Passage, passages};
use crate::finding::{Finding, Findings};
use crate::input::Files;
use crate::model::SkjultTal;
use crate::text::danish::{WrittenNumber, written_numbers};

/// How words for people begin.
const PEOPLE: [&str; 10] =
    ["borger", "person", "bruger", "kvinde", "mand", "mænd", "barn", "børn", "ung", "voksn"];

/// What follows a number that stands for people without naming them: "fire med domstype 1".
const AFTER: [&str; 18] = [
    "i", "på", "med", "for", "fra", "af", "og", "eller", "til", "hos", "ved", "der", "som", "er",
    "var", "har", "blev", "mod",
];

/// A word of a row's name that is shorter than this tells nothing of what the row counts.
const SHORTEST: usize = 4;

/// Tells of numbers typed in texts that are the same as a count hidden from the public beside them.
///
/// `documents` are the keys of each document's texts. A text stands beside the counts that its
/// document shows. A number in it is told of when it counts people, or can do so by what follows it
/// and its sentence names the count's row or year.
pub fn typed_counts<'t>(
    hidden: &[SkjultTal],
    documents: impl IntoIterator<Item = &'t [String]>,
    inputs: &Files,
) -> Findings {
    let mut findings = Findings::new();
    if hidden.is_empty() {
        return findings;
    }
    let passages = passages(inputs);
    for texts in documents {
        let own: Vec<&Passage> = passages.iter().filter(|one| one.is_of(texts)).collect();
        let is_shown = |count: &&SkjultTal| own.iter().any(|passage| shows(passage, count));
        let beside: Vec<&SkjultTal> = hidden.iter().filter(is_shown).collect();
        findings.extend(own.iter().flat_map(|passage| typed(passage, &beside)));
    }
    findings
}

/// Whether a paragraph has a field, table or drawing of what the count is of: "cu.dom".
fn shows(passage: &Passage, count: &SkjultTal) -> bool {
    let subject = count.tabel.splitn(3, '.').take(2).collect::<Vec<_>>().join(".");
    [".", "\""].iter().any(|end| passage.words.contains(&format!("{subject}{end}")))
}

fn typed(passage: &Passage, beside: &[&SkjultTal]) -> Vec<Finding> {
    let text = passage.without_fields();
    let told = written_numbers(&text).into_iter().filter_map(|number| {
        let is_same = |count: &&&SkjultTal| {
            number.value == count.antal.into() && is_told(&text, &number, count)
        };
        let count = beside.iter().find(is_same)?;
        Some(tell(passage, &text[number.range.clone()], number.range.start, count))
    });
    told.collect()
}

/// Whether a number may well be a count that it is the same as.
fn is_told(text: &str, number: &WrittenNumber, count: &SkjultTal) -> bool {
    let after = &text[number.range.end..];
    let ends = !after.starts_with(char::is_whitespace);
    let next = after.split_whitespace().next().unwrap_or_default().to_lowercase();
    if !ends && is_of_people(&next) {
        return true;
    }
    let sentence = sentence(text, number.range.start).to_lowercase();
    let is_digits = text[number.range.start..].starts_with(|first: char| first.is_ascii_digit());
    let names_year = sentence.contains(&count.aar.to_string());
    let can_be_people =
        ends || AFTER.contains(&next.as_str()) || !next.starts_with(char::is_alphanumeric);
    let counts_people = || is_digits || sentence.split_whitespace().any(is_of_people);
    can_be_people && (names_row(count, &sentence) || names_year && counts_people())
}

/// The sentence that a byte of a text is in; the rows of a table are one.
fn sentence(text: &str, at: usize) -> &str {
    let ends = [". ", "? ", "! ", ".\n"];
    let start = ends.iter().filter_map(|end| text[..at].rfind(end)).max().unwrap_or(0);
    let end = ends.iter().filter_map(|end| text[at..].find(end)).min();
    &text[start..end.map_or(text.len(), |end| at + end)]
}

fn names_row(count: &SkjultTal, sentence: &str) -> bool {
    let row = count.betegnelse.to_lowercase();
    let mut words = row.split(|letter: char| !letter.is_alphanumeric());
    words.any(|word| word.chars().count() >= SHORTEST && sentence.contains(word))
}

fn is_of_people(word: &str) -> bool {
    PEOPLE.iter().any(|people| word.starts_with(people))
}

fn tell(passage: &Passage, typed: &str, at: usize, count: &SkjultTal) -> Finding {
    let message = format!(
        "Her er »{typed}« skrevet i hånden. Det samme tal er skjult for offentligheden under »{}« i \
         {}.",
        count.betegnelse, count.aar
    );
    Finding::advarsel("haandskrevet-tal", passage.at(at), message).hint(format!(
        "Er det samme tal ment, så skriv {{{{tal \"{}\"}}}}, så det skjules med; ellers kan det stå.",
        count.noegle
    ))
}
