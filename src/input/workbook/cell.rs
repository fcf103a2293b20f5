use calamine::{CellErrorType, DataRef};
use chrono::NaiveDate;
use rust_decimal::Decimal;

/// A cell's value, owned; what is blank is not kept.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::input) enum Cell {
    Text(String),
    Number(Decimal),
    Date(NaiveDate),
    Bool(bool),
    /// Excel's own error, as Excel writes it ("#REF!").
    Error(&'static str),
    /// A formula that was saved without its result.
    Uncalculated,
}

impl Cell {
    pub fn read(value: &DataRef<'_>) -> Option<Self> {
        match value {
            DataRef::Empty => None,
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

    fn text(text: &str) -> Option<Self> {
        let tidy = tidy(text);
        (!tidy.is_empty()).then_some(Self::Text(tidy))
    }

    /// The shortest decimal that Excel's double stands for: 95.34, not 95.3400000000000034.
    fn float(number: f64) -> Self {
        number.to_string().parse().map_or(Self::Error("#NUM!"), Self::Number)
    }
}

/// Excel's spaces of all kinds become one plain space; letters are composed.
pub(in crate::input) fn tidy(text: &str) -> String {
    use unicode_normalization::UnicodeNormalization;
    let plain: String =
        text.nfc().filter(|letter| !matches!(letter, '\u{200b}' | '\u{feff}' | '\u{ad}')).collect();
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
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
