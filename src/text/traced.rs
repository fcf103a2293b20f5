use crate::finding::Place;

/// A figure that a table or drawing shows, with the cells it is read or computed from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Traced {
    /// As it is printed.
    pub shown: String,
    /// Where in the table or drawing it stands: "række »Voksne«, kolonne »2019«".
    pub spot: String,
    pub cells: Vec<Place>,
}
