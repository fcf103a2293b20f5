use std::borrow::Cow;

use calamine::{CellErrorType, DataRef};
use chrono::NaiveDate;
use rust_decimal::Decimal;
use rust_decimal::prelude::FromPrimitive;
use unicode_normalization::{UnicodeNormalization, is_nfc};

/// The first number that is too large to be read.
const MOST: u64 = 1_000_000_000_000;

/// A cell's value, owned; what is blank is not kept.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell {
    Text(String),
    Number(Decimal),
    Date(NaiveDate),
    Bool(bool),
    /// Excel's own error, as Excel writes it ("#REF!").
    Error(&'static str),
    /// A formula that was saved without its result.
    Uncalculated,
    /// A number that no amount or count can be, and that sums could not hold.
    TooLarge,
}

impl Cell {
    pub fn read(value: &DataRef<'_>) -> Option<Self> {
        match value {
            DataRef::Empty => None,
            DataRef::Int(number) if number.unsigned_abs() >= MOST => Some(Self::TooLarge),
            DataRef::Int(number) => Some(Self::Number(Decimal::from(*number))),
            DataRef::Float(number) => Some(Self::float(*number)),
            DataRef::String(text) => Self::text(text),
            DataRef::SharedString(text) => Self::text(text),
            DataRef::Bool(value) => Some(Self::Bool(*value)),
            DataRef::DateTime(moment) => {
                Some(moment.as_datetime().map_or(Self::Error("#DATO!"), |at| Self::Date(at.date())))
            }
            DataRef::DateTimeIso(text) => Some(
                text.get(..10)
                    .and_then(|day| day.parse().ok())
                    .map_or_else(|| Self::Text(text.clone()), Self::Date),
            ),
            DataRef::DurationIso(text) => Self::text(text),
            DataRef::Error(error) => Some(Self::Error(error_sign(error))),
        }
    }

    /// The same, but a text keeps its lines, since long answers have paragraphs.
    pub fn read_lines(value: &DataRef<'_>) -> Option<Self> {
        let text = match value {
            DataRef::String(text) => text.as_str(),
            DataRef::SharedString(text) => text,
            other => return Self::read(other),
        };
        let lines: Vec<String> = text.lines().map(tidy).collect();
        let text = lines.join("\n").trim().to_owned();
        (!text.is_empty()).then_some(Self::Text(text))
    }

    /// The cell as a reader sees it.
    pub fn shown(&self) -> String {
        match self {
            Self::Text(text) => text.clone(),
            Self::Number(number) => crate::text::danish::number(*number),
            Self::Date(date) => crate::text::danish::date(*date),
            Self::Bool(value) => (if *value { "ja" } else { "nej" }).to_owned(),
            Self::Error(sign) => (*sign).to_owned(),
            Self::Uncalculated => "en formel uden resultat".to_owned(),
            Self::TooLarge => "et alt for stort tal".to_owned(),
        }
    }

    fn text(text: &str) -> Option<Self> {
        let tidy = tidy(text);
        (!tidy.is_empty()).then_some(Self::Text(tidy))
    }

    /// The number as Excel shows it, of 15 digits: 95.34 and 3.3, not 3.3000000000000003.
    fn float(number: f64) -> Self {
        if number.abs() >= MOST as f64 {
            return Self::TooLarge;
        }
        if number.fract() == 0.0 {
            return Self::Number(Decimal::from(number as i64));
        }
        Decimal::from_f64(number).map_or(Self::Error("#NUM!"), |shown| {
            Self::Number(shown.round_sf(15).unwrap_or(shown).normalize())
        })
    }
}

/// Excel's spaces of all kinds become one plain space; letters are composed. What cannot be seen
/// and the private-use marks of the merge engine are dropped.
pub(in crate::input) fn tidy(text: &str) -> String {
    let is_dropped = |letter: char| {
        matches!(letter, '\u{200b}' | '\u{feff}' | '\u{ad}' | '\u{e000}'..='\u{f8ff}')
    };
    // Nearly every cell is tidy already, so letters are only copied where something is amiss.
    let mut plain = Cow::Borrowed(text);
    if !is_nfc(text) {
        plain = text.nfc().collect();
    }
    if plain.contains(is_dropped) {
        plain = plain.replace(is_dropped, "").into();
    }
    let mut tidy = String::with_capacity(plain.len());
    for word in plain.split_whitespace() {
        if !tidy.is_empty() {
            tidy.push(' ');
        }
        tidy.push_str(word);
    }
    tidy
}

fn error_sign(error: &CellErrorType) -> &'static str {
    match error {
        CellErrorType::Div0 => "#DIV/0!",
        CellErrorType::NA => "#I/T",
        CellErrorType::Name => "#NAVN?",
        CellErrorType::Null => "#NUL!",
        CellErrorType::Num => "#NUM!",
        CellErrorType::Ref => "#REFERENCE!",
        CellErrorType::Value => "#VÆRDI!",
        _ => "#FEJL",
    }
}
