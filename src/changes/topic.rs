use super::emne::Emne;
use super::thing::Thing;

/// All that changed of one subject.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Topic {
    pub emne: Emne,
    pub things: Vec<Thing>,
}
