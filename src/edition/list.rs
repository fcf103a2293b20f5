use std::path::Path;

use super::edition::Edition;
use super::found::Found;
use crate::finding::Findings;

/// A project's editions in the order of their numbers, each held against its digests, and what is
/// wrong with those that do not count.
pub fn list(project: &Path) -> (Vec<Edition>, Findings) {
    let mut findings = Findings::new();
    let found = Found::in_project(project, &mut findings);
    let mut editions = Vec::new();
    for kept in found.kept(&mut findings) {
        match Edition::read(&kept) {
            Ok(edition) => editions.push(edition),
            Err(finding) => findings.push(finding),
        }
    }
    (editions, findings)
}
