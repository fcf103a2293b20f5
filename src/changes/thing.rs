use super::difference::Difference;

/// What an edition knows by a key, such as a fokusområde, a party or a table, and how it changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Thing {
    /// As the new edition has it, where it has it.
    pub name: String,
    pub fate: Fate,
    pub differences: Vec<Difference>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fate {
    New,
    Gone,
    Changed,
}
