use rust_decimal::Decimal;

use super::antal::Antal;
use super::sourced::Sourced;
use crate::finding::Place;

/// A count with the cells that it was read from, or summed from.
#[derive(Debug, Clone, PartialEq)]
pub struct Optaelling {
    pub antal: Antal,
    pub celler: Vec<Place>,
}

impl From<Sourced<Decimal>> for Optaelling {
    fn from(read: Sourced<Decimal>) -> Self {
        Self { antal: Antal::Tal(read.value), celler: vec![read.place] }
    }
}

impl Optaelling {
    /// The sum of counts; none of no counts, hidden when a part of it is.
    pub fn sum<'a>(parts: impl IntoIterator<Item = &'a Self>) -> Option<Self> {
        parts.into_iter().cloned().reduce(|mut sum, part| {
            let both = sum.antal.tal().zip(part.antal.tal());
            sum.antal = both.map_or(Antal::Skjult, |(a, b)| Antal::Tal(a + b));
            sum.celler.extend(part.celler);
            sum
        })
    }
}
