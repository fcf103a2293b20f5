use super::view::Seen;
use crate::finding::Place;

/// A count of people in a table that the public may see.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cell {
    /// As fields name it: "cu.dom.region.type1.2019".
    pub key: String,
    /// The row, its table and the year, in Danish.
    pub label: String,
    pub place: Place,
    pub count: Count,
}

/// What is known of a count to those who publish it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Count {
    /// A count of this edition, to be shown or hidden.
    Own(u32),
    /// As an earlier edition has it; what has been published stays published.
    Earlier(Seen),
}
