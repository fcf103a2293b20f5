use crate::finding::Place;

/// A rule silenced with a written reason.
#[derive(Debug, Clone, PartialEq)]
pub struct Undtagelse {
    /// The rule's key.
    pub regel: String,
    /// How the place of a silenced finding begins; everywhere when none.
    pub sted: Option<String>,
    pub begrundelse: String,
    pub place: Place,
}
