use chrono::NaiveDate;

/// What looks like a CPR number in some words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Personnummer {
    /// Its bytes in the words.
    pub range: std::ops::Range<usize>,
    /// Whether its last figure is right by modulus 11; numbers given out since 2007 need not be
    /// (CPR-kontoret, "Personnumre uden kontrolciffer").
    pub checks: bool,
}

/// Finds what looks like CPR numbers: ten figures, with or without a hyphen or a space before the
/// last four, whose first six are a date, and beside which no other figure or letter stands.
///
/// Phone numbers have eight figures, and journal and EAN numbers are of other lengths.
pub fn personnumre(words: &str) -> Vec<Personnummer> {
    let letters: Vec<(usize, char)> = words.char_indices().collect();
    let mut found = Vec::new();
    let mut at = 0;
    while at < letters.len() {
        match read(&letters[at..]).filter(|_| stands_alone(&letters, at)) {
            Some((length, digits)) if ends(&letters[at + length..]) => {
                let end = letters.get(at + length).map_or(words.len(), |(end, _)| *end);
                let checks = checks(&digits);
                found.push(Personnummer { range: letters[at].0..end, checks });
                at += length;
            }
            _ => at += 1,
        }
    }
    found
}

/// The words with the last four figures of what looks like a CPR number crossed out.
pub fn without_personnumre(words: &str) -> String {
    let mut masked = words.to_owned();
    for number in personnumre(words).into_iter().rev() {
        let last = number.range.end - 4;
        masked.replace_range(last..number.range.end, "xxxx");
    }
    masked
}

/// How many letters a number that begins here has, and its ten figures.
fn read(letters: &[(usize, char)]) -> Option<(usize, [u32; 10])> {
    let mut digits = [0; 10];
    let mut length = 0;
    for (index, digit) in digits.iter_mut().enumerate() {
        let letter = |at: usize| letters.get(at).map(|(_, letter)| *letter);
        if index == 6 && letter(length).is_some_and(is_hyphen) {
            length += 1;
        }
        *digit = letter(length)?.to_digit(10)?;
        length += 1;
    }
    is_date(&digits).then_some((length, digits))
}

fn is_hyphen(letter: char) -> bool {
    matches!(letter, '-' | '\u{2010}'..='\u{2013}' | '\u{2212}' | ' ' | '\u{a0}')
}

fn stands_alone(letters: &[(usize, char)], at: usize) -> bool {
    let before = |back: usize| at.checked_sub(back).map(|at| letters[at].1);
    match before(1) {
        None => true,
        Some(letter) if letter.is_alphanumeric() => false,
        // "1.010180-1234" and "12-010180-1234" are of other numbers.
        Some('-' | '.' | ',' | '/' | '+') => !before(2).is_some_and(|one| one.is_ascii_digit()),
        Some(_) => true,
    }
}

fn ends(after: &[(usize, char)]) -> bool {
    let letter = |at: usize| after.get(at).map(|(_, letter)| *letter);
    match letter(0) {
        None => true,
        Some(next) if next.is_alphanumeric() => false,
        Some('-' | '.' | ',' | '/') => !letter(1).is_some_and(|one| one.is_ascii_digit()),
        Some(_) => true,
    }
}

/// Day, month and year; of the two centuries only one need have the date.
fn is_date(digits: &[u32; 10]) -> bool {
    let two = |at: usize| digits[at] * 10 + digits[at + 1];
    let (day, month, year) = (two(0), two(2), two(4));
    [1900, 2000].iter().any(|century| {
        i32::try_from(century + year)
            .is_ok_and(|year| NaiveDate::from_ymd_opt(year, month, day).is_some())
    })
}

/// Modulus 11 with the weights 4, 3, 2, 7, 6, 5, 4, 3, 2, 1.
fn checks(digits: &[u32; 10]) -> bool {
    const WEIGHTS: [u32; 10] = [4, 3, 2, 7, 6, 5, 4, 3, 2, 1];
    let sum: u32 = digits.iter().zip(WEIGHTS).map(|(digit, weight)| digit * weight).sum();
    sum.is_multiple_of(11)
}
