use super::tag::Tag;
use crate::finding::{Finding, Findings};
use crate::merge::{Stray, tag_faults};

/// A part that cannot be put together, so that its tags are examined one by one.
#[derive(Debug)]
pub struct Broken {
    pub findings: Findings,
    /// Its tags, for what only data shows.
    pub strays: Vec<Stray>,
}

impl Broken {
    /// A part with those faults; those of its tags that no data changes are told with them.
    pub fn new(mut findings: Findings, tags: Vec<Tag>) -> Self {
        findings.extend(tags.iter().flat_map(|tag| tag_faults(&tag.source, &tag.place)));
        let stray = |tag: Tag| Stray { source: tag.source, place: tag.place };
        Self { findings, strays: tags.into_iter().map(stray).collect() }
    }
}

impl From<Finding> for Broken {
    fn from(finding: Finding) -> Self {
        Self::new(finding.into(), Vec::new())
    }
}
