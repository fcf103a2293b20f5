use std::collections::BTreeMap;

use super::conflict::conflict;
use super::indberetninger::{Ark, Indberetninger};
use super::indsamling::Indkommet;
use super::kept::Kept;
use super::udfald::{Udfald, Udfaldsart};
use crate::finding::Findings;

/// Chooses one file for each answer.
///
/// A file that has not been seen before is later than those that have. Two new files that disagree
/// say nothing of which is later, so neither is taken.
pub(super) fn choose<'p>(
    read: Vec<Indkommet<'p>>,
    kept: &Kept,
    former: &Indberetninger,
    udfald: &mut Vec<Udfald>,
    findings: &mut Findings,
) -> Vec<Indkommet<'p>> {
    let mut by_answer: BTreeMap<String, Vec<Indkommet<'p>>> = BTreeMap::new();
    for one in read {
        let form = &one.besvarelse.form;
        let answer = format!("{} {}", form.udmelding.noegle, form.respondent.noegle());
        by_answer.entry(answer).or_default().push(one);
    }
    let mut taken = Vec::new();
    for files in by_answer.into_values() {
        let (new, old): (Vec<_>, Vec<_>) =
            files.into_iter().partition(|one| is_new(one, kept, former));
        let (current, late): (Vec<_>, Vec<_>) =
            old.into_iter().partition(|one| new.is_empty() && is_current(one, former));
        udfald.extend(late.iter().map(|one| Udfald::of_read(one, Udfaldsart::Foraeldet)));
        taken.extend(current);
        taken.extend(agreed(new, udfald, findings));
    }
    taken
}

fn checksum(one: &Indkommet<'_>, former: &Indberetninger) -> String {
    let row = former.of(Ark::Svar, &one.besvarelse.form).next();
    row.map(|row| row.text("Kontrolsum")).unwrap_or_default()
}

/// Whether a file has not been collected before; when the table knows of no file, none has.
fn is_new(one: &Indkommet<'_>, kept: &Kept, former: &Indberetninger) -> bool {
    kept.name_of(&one.digest).is_none() || checksum(one, former).is_empty()
}

fn is_current(one: &Indkommet<'_>, former: &Indberetninger) -> bool {
    checksum(one, former) == one.digest
}

/// The first of some new files that all say the same; none when they do not.
fn agreed<'p>(
    new: Vec<Indkommet<'p>>,
    udfald: &mut Vec<Udfald>,
    findings: &mut Findings,
) -> Option<Indkommet<'p>> {
    let mut new = new.into_iter();
    let first = new.next()?;
    let rest: Vec<Indkommet<'p>> = new.collect();
    if let Some(told) = rest.iter().find_map(|other| conflict(&first, other)) {
        findings.push(told);
        let all = std::iter::once(&first).chain(&rest);
        udfald.extend(all.map(|one| Udfald::of_read(one, Udfaldsart::Uafklaret)));
        return None;
    }
    udfald.extend(rest.iter().map(|one| Udfald::of_read(one, Udfaldsart::Gengang)));
    Some(first)
}
