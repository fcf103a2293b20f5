/// A word, and whether a mark after it parts it from the next.
struct Word<'w> {
    /// Its bytes in the line.
    range: std::ops::Range<usize>,
    plain: &'w str,
    ends: bool,
}

/// Finds what may be the names of persons: a given name with a surname or an initial after it, or
/// with an age or an address beside it.
///
/// What ends in a word that ends as places and houses do ("Karen Blixens Vej") is no person.
pub fn personnavne<'w>(words: &'w str, fornavne: &[String], steder: &[String]) -> Vec<&'w str> {
    words.lines().flat_map(|line| in_line(line, fornavne, steder)).collect()
}

fn in_line<'w>(line: &'w str, fornavne: &[String], steder: &[String]) -> Vec<&'w str> {
    let words = split(line);
    let is_given = |word: &Word<'_>| fornavne.iter().any(|name| name == word.plain);
    let (mut found, mut at) = (Vec::new(), 0);
    while at < words.len() {
        if !is_given(&words[at]) {
            at += 1;
            continue;
        }
        let last = at + surnames(&words[at..]);
        let is_place = last > at && is_of(words[last].plain, steder);
        let is_person = last > at && !is_place;
        if is_person || has_age(&words, at) || has_address(&words[last + 1..], steder) {
            found.push(&line[words[at].range.start..words[last].range.end]);
        }
        at = last + 1;
    }
    found
}

fn split(line: &str) -> Vec<Word<'_>> {
    let mut start = 0;
    let mut words = Vec::new();
    for piece in line.split_inclusive(char::is_whitespace) {
        let plain = piece.trim_matches(|letter: char| !letter.is_alphanumeric());
        if let Some(before) = piece.find(plain).filter(|_| !plain.is_empty()) {
            let range = start + before..start + before + plain.len();
            let rest = piece[before + plain.len()..].trim_end();
            let is_initial = plain.chars().count() == 1 && rest == ".";
            words.push(Word { range, plain, ends: !rest.is_empty() && !is_initial });
        }
        start += piece.len();
    }
    words
}

/// How many words after a given name are further names.
fn surnames(words: &[Word<'_>]) -> usize {
    let follows = |pair: &&[Word<'_>]| !pair[0].ends && is_name(pair[1].plain);
    words.windows(2).take_while(follows).count()
}

/// Letters that begin with a capital and are no abbreviation: "Riis-Hansen", "H", but not "VISO".
fn is_name(word: &str) -> bool {
    let mut letters = word.chars();
    letters.next().is_some_and(char::is_uppercase)
        && letters.clone().all(|letter| letter.is_alphabetic() || matches!(letter, '-' | '\''))
        && letters.next().is_none_or(char::is_lowercase)
}

fn is_of(word: &str, steder: &[String]) -> bool {
    let word = word.to_lowercase();
    steder.iter().any(|sted| word.ends_with(sted.as_str()))
}

/// "17-årige Mette", "Mette på 17 år", "Mette (17 år)".
fn has_age(words: &[Word<'_>], at: usize) -> bool {
    let plain = |at: usize| words.get(at).map_or("", |word| word.plain);
    let before = at.checked_sub(1).map_or("", plain);
    let after = if plain(at + 1) == "på" { at + 2 } else { at + 1 };
    let is_number = |word: &str| (1..=3).contains(&word.len()) && word.parse::<u8>().is_ok();
    is_aged(before) || is_aged(plain(after)) || is_number(plain(after)) && plain(after + 1) == "år"
}

fn is_aged(word: &str) -> bool {
    word.split_once("-årig").is_some_and(|(years, _)| years.parse::<u8>().is_ok())
}

/// A street with its number among the next words: "bor på Algade 12".
fn has_address(after: &[Word<'_>], steder: &[String]) -> bool {
    let near = &after[..after.len().min(6)];
    near.windows(2).any(|pair| {
        is_of(pair[0].plain, steder)
            && pair[0].plain.starts_with(char::is_uppercase)
            && pair[1].plain.starts_with(|digit: char| digit.is_ascii_digit())
    })
}
