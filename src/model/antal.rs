use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

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

    /// The number as so many people, unless it is hidden or cannot be a number of people.
    pub fn personer(self) -> Option<u32> {
        self.tal()?.to_u32()
    }
}
