use std::collections::BTreeMap;

use super::indberetninger::{Ark, Indberetninger};
use super::indsamling::Indkommet;
use super::kept::Kept;
use super::udfald::{Udfald, Udfaldsart};
use crate::finding::{Finding, Findings, Place};

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
    if let Some(other) = rest.iter().find(|other| answers(other) != answers(&first)) {
        findings.push(conflict(&first, other));
        let all = std::iter::once(&first).chain(&rest);
        udfald.extend(all.map(|one| Udfald::of_read(one, Udfaldsart::Uafklaret)));
        return None;
    }
    udfald.extend(rest.iter().map(|one| Udfald::of_read(one, Udfaldsart::Gengang)));
    Some(first)
}

/// What a file answers, by row.
fn answers(one: &Indkommet<'_>) -> BTreeMap<Vec<String>, String> {
    let rows = one.besvarelse.rows.iter();
    rows.flat_map(|(ark, rows)| rows.iter().map(|row| (row.key(*ark), row.answer(*ark)))).collect()
}

fn conflict(first: &Indkommet<'_>, other: &Indkommet<'_>) -> Finding {
    let (one, another) = (answers(first), answers(other));
    let differs = one.iter().find(|(key, answer)| another.get(*key) != Some(*answer));
    let example = differs.map_or_else(String::new, |(key, answer)| {
        let there = another.get(key).map_or("", String::as_str);
        let shown = |answer: &str| {
            if answer.is_empty() { "intet".to_owned() } else { format!("»{answer}«") }
        };
        format!(" Der står fx {} i den ene og {} i den anden.", shown(answer), shown(there))
    });
    let message = format!(
        "{} har svaret to gange med forskelligt indhold, også i »{}«; ingen af dem er taget med.{example}",
        first.besvarelse.form.respondent.navn(),
        other.file
    );
    Finding::advarsel("to-svar", Place::file(&first.file), message)
        .hint("Flyt den fil, der ikke gælder, ud af mappen, og saml ind igen.")
}
