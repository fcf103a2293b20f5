use super::prepared::Prepared;
use crate::finding::Findings;
use crate::merge::{Checker, Use};

/// What is wrong with a template whatever the data is, and what it uses.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Checked {
    pub findings: Findings,
    /// In the order in which they are read, the body first.
    pub uses: Vec<Use>,
}

impl Prepared {
    /// Checks the template without data; all its faults at once.
    pub fn check(&self) -> Checked {
        let mut checked = Checked { findings: self.faults.clone(), uses: Vec::new() };
        let checker = Checker::new();
        for prepared in &self.parts {
            let part = self.part(prepared);
            let locate = |line: usize, _: usize| prepared.source.locate(&part, line);
            let (findings, uses) = checker.check(&prepared.parsed, &locate);
            checked.findings.extend(findings);
            checked.uses.extend(uses);
        }
        checked.findings.settle();
        checked
    }
}
