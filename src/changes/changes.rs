use super::section::Section;
use super::topic::Topic;

/// What changed between two editions, in reading order; what did not is left out.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Changes {
    pub topics: Vec<Topic>,
    pub sections: Vec<Section>,
}

impl Changes {
    pub fn is_empty(&self) -> bool {
        self.topics.is_empty() && self.sections.is_empty()
    }

    /// How many things and chapters have changed.
    pub fn count(&self) -> usize {
        self.topics.iter().map(|topic| topic.things.len()).sum::<usize>() + self.sections.len()
    }
}
