use rust_decimal::Decimal;

/// A count of people, which discretion may hide from an edition.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Antal {
    Tal(Decimal),
    Skjult,
}

impl Antal {
    /// The number, unless it is hidden.
    pub fn tal(self) -> Option<Decimal> {
        match self {
            Self::Tal(number) => Some(number),
            Self::Skjult => None,
        }
    }
}
