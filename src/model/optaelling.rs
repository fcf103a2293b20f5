use rust_decimal::Decimal;

use super::antal::Antal;
use super::sourced::Sourced;
use super::talstatus::Talstatus;
use crate::finding::Place;

/// A count with how far it has come and the cells that it was read from, or summed from.
#[derive(Debug, Clone, PartialEq)]
pub struct Optaelling {
    pub antal: Antal,
    pub status: Option<Talstatus>,
    pub celler: Vec<Place>,
}

impl Optaelling {
    pub fn new(read: Sourced<Decimal>, status: Option<Talstatus>) -> Self {
        Self { antal: Antal::Tal(read.value), status, celler: vec![read.place] }
    }

    /// The sum of counts, as sure as the least sure of them; none of no counts, hidden when a part
    /// of it is.
    pub fn sum<'a>(parts: impl IntoIterator<Item = &'a Self>) -> Option<Self> {
        parts.into_iter().cloned().reduce(|mut sum, part| {
            let both = sum.antal.tal().zip(part.antal.tal());
            sum.antal = both.map_or(Antal::Skjult, |(a, b)| Antal::Tal(a + b));
            sum.status = sum.status.max(part.status);
            sum.celler.extend(part.celler);
            sum
        })
    }
}
