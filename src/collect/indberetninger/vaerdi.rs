use std::fmt;

use chrono::NaiveDate;
use rust_decimal::Decimal;

use crate::input::Cell;
use crate::text::danish;

/// What a cell of the table of answers holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Vaerdi {
    Tekst(String),
    Tal(Decimal),
    Dato(NaiveDate),
}

impl Vaerdi {
    /// The value of a cell; an error of Excel's stands as the text it shows.
    pub(super) fn of(cell: &Cell) -> Self {
        match cell {
            Cell::Number(number) => Self::Tal(number.normalize()),
            Cell::Date(date) => Self::Dato(*date),
            other => Self::Tekst(other.shown()),
        }
    }
}

impl fmt::Display for Vaerdi {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Tekst(text) => f.write_str(text),
            Self::Tal(number) => f.write_str(&danish::number(*number)),
            Self::Dato(date) => f.write_str(&danish::date(*date)),
        }
    }
}
