use super::told::Told;
use crate::finding::listed;

/// A value that the editions do not agree on; none where an edition has no such value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    pub label: String,
    pub before: Option<Told>,
    pub after: Option<Told>,
}

impl Difference {
    /// Whether the old edition waited for something that the new one tells.
    pub fn is_answered(&self) -> bool {
        let awaited = |told: &Option<Told>| told.as_ref().is_some_and(Told::is_awaited);
        awaited(&self.before) && self.after.is_some() && !awaited(&self.after)
    }

    /// The cells of both values, told once where they are the same.
    pub fn cells(&self) -> String {
        let of = |told: &Option<Told>| {
            told.as_ref().map_or_else(String::new, |told| listed(&told.cells))
        };
        match (of(&self.before), of(&self.after)) {
            (before, after) if before == after || before.is_empty() => after,
            (before, after) if after.is_empty() => format!("før: {before}"),
            (before, after) => format!("før: {before}; nu: {after}"),
        }
    }
}
