use rust_decimal::Decimal;

/// Writes a number with a point for thousands and a decimal comma: 1933 is "1.933", 95.34 is "95,34".
///
/// Thousands are marked from four digits (Folketingets retskrivningsvejledning, "Tal eller bogstaver").
pub fn number(value: Decimal) -> String {
    let plain = value.normalize().abs().to_string();
    let (whole, fraction) = plain.split_once('.').unwrap_or((&plain, ""));
    let mut written = String::new();
    if value.is_sign_negative() && !value.is_zero() {
        written.push('\u{2212}');
    }
    for (position, digit) in whole.chars().enumerate() {
        if position > 0 && (whole.len() - position) % 3 == 0 {
            written.push('.');
        }
        written.push(digit);
    }
    if !fraction.is_empty() {
        written.push(',');
        written.push_str(fraction);
    }
    written
}

/// Writes an amount: whole kroner as they are, else with two decimals ("2.050,50").
pub fn amount(value: Decimal) -> String {
    let written = number(value);
    match written.rsplit_once(',') {
        Some((_, fraction)) if fraction.len() == 1 => format!("{written}0"),
        _ => written,
    }
}

/// Writes an amount with its unit: "2.139 kr."
pub fn kroner(value: Decimal) -> String {
    format!("{}{}kr.", amount(value), super::NBSP)
}

/// Reads a number as [`number`] writes it; anything else is none.
///
/// ```
/// use socialaftale::text::danish::{number, parse_number};
/// let takst = parse_number("2.139").unwrap();
/// assert_eq!(number(takst), "2.139");
/// assert_eq!(parse_number("2,139.5"), None);
/// ```
pub fn parse_number(written: &str) -> Option<Decimal> {
    let (sign, digits) = match written.strip_prefix(['\u{2212}', '-']) {
        Some(rest) => ("-", rest),
        None => ("", written),
    };
    let (whole, fraction) = digits.split_once(',').unwrap_or((digits, "0"));
    let groups: Vec<&str> = whole.split('.').collect();
    let grouped = groups.len() == 1
        || (groups[1..].iter().all(|group| group.len() == 3) && (1..=3).contains(&groups[0].len()));
    let only_digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    if !grouped || !groups.iter().all(|group| only_digits(group)) || !only_digits(fraction) {
        return None;
    }
    format!("{sign}{}.{fraction}", groups.concat()).parse().ok().map(|n: Decimal| n.normalize())
}

/// The words for 0 to 20.
pub(super) const WORDS: [&str; 21] = [
    "nul", "en", "to", "tre", "fire", "fem", "seks", "syv", "otte", "ni", "ti", "elleve", "tolv",
    "tretten", "fjorten", "femten", "seksten", "sytten", "atten", "nitten", "tyve",
];

/// The highest number that is written as a word in print.
const HIGHEST_IN_WORDS: usize = 10;

/// Words for 0 to 10, digits from 11 (Folketingets retskrivningsvejledning, "Tal eller bogstaver").
pub fn in_words(value: Decimal) -> String {
    WORDS[..=HIGHEST_IN_WORDS]
        .iter()
        .enumerate()
        .find(|(count, _)| value == Decimal::from(*count))
        .map_or_else(|| number(value), |(_, word)| (*word).to_owned())
}

/// "1 dokument", "21 dokumenter".
pub fn counted(count: usize, one: &str, more: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { more })
}
