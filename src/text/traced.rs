use super::standing::Standing;
use crate::finding::Place;

/// A figure that a table or drawing shows, with the cells it is read or computed from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Traced {
    /// As it is printed.
    pub shown: String,
    /// Where in the table or drawing it stands: "række »Voksne«, kolonne »2019«".
    pub spot: String,
    pub cells: Vec<Place>,
    pub standing: Option<Standing>,
}

impl Traced {
    /// The figure itself, without the mark that tells how far it has come.
    pub fn figure(&self) -> &str {
        let mark = self.standing.map_or("", |standing| standing.mark);
        self.shown.strip_suffix(mark).unwrap_or(&self.shown)
    }
}
