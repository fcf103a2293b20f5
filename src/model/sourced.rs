use crate::finding::Place;

/// A value together with the cell or line it was read from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sourced<T> {
    pub value: T,
    pub place: Place,
}

impl<T> Sourced<T> {
    pub fn new(value: T, place: Place) -> Self {
        Self { value, place }
    }
}
