use super::author::Author;
use super::desk::Desk;
use super::opened::opened;
use super::prove::{Proof, prove};
use super::stories::Stories;
use super::summary::Summary;
use super::untracked::untracked;
use super::version::Version;
use crate::finding::{Finding, Findings};
use crate::package::Package;
use crate::render::word::inspect::inspect_package;

/// A Word file with tracked changes, and what they are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Redline {
    pub bytes: Vec<u8>,
    pub summary: Summary,
    /// What differs without being tracked, in Danish; the redline has it from the new file.
    pub untracked: Vec<&'static str>,
    /// What is worth knowing of the two files.
    pub findings: Findings,
}

/// Compares two Word files. The result is proven: with all changes accepted it is the new file, with
/// all of them rejected the old one, but for what it says is not tracked; a redline that cannot be
/// proven is refused.
pub fn redline(old: &Version<'_>, new: &Version<'_>, by: &Author) -> Result<Redline, Findings> {
    let mut findings = Findings::new();
    let (old_package, new_package) = both(opened(old, &mut findings), opened(new, &mut findings))?;
    let stories =
        both(Stories::read(&old_package, old.name), Stories::read(&new_package, new.name))?;
    let desk = Desk::new(&old_package, &new_package, stories, new.name)?;
    let written = desk.write(by, new.name)?;
    let mut untracked = untracked(&old_package, &new_package);
    untracked.extend(written.lone_headers.then_some("nogle sidehoveder og sidefødder"));
    let proof = Proof {
        redline: &written.package,
        old: &old_package,
        new: &new_package,
        headers: !written.lone_headers,
        name: new.name,
    };
    if let Some(refusal) = prove(&proof) {
        return Err(refusal.into());
    }
    let faults = faults(&written.package, [&old_package, &new_package], new.name);
    if !faults.is_empty() {
        return Err(faults);
    }
    findings.settle();
    let bytes = written.package.write();
    Ok(Redline { bytes, summary: written.summary, untracked, findings })
}

/// What both give, or the findings of both.
fn both<T>(old: Result<T, Findings>, new: Result<T, Findings>) -> Result<(T, T), Findings> {
    match (old, new) {
        (Ok(old), Ok(new)) => Ok((old, new)),
        (Err(mut old), Err(new)) => {
            old.extend(new);
            Err(old)
        }
        (Err(findings), Ok(_)) | (Ok(_), Err(findings)) => Err(findings),
    }
}

/// What our own inspection has against a redline, but for what it has against the two files too.
fn faults(redline: &Package, files: [&Package; 2], name: &str) -> Findings {
    let inspected = |package: &Package| inspect_package(package, name, false);
    let mut faults = Findings::new();
    let own = inspected(redline);
    if !own.is_empty() {
        let known: Vec<Finding> = files.into_iter().flat_map(inspected).collect();
        faults.extend(own.into_iter().filter(|fault| !known.contains(fault)));
    }
    faults
}
