use std::collections::{BTreeMap, BTreeSet};

use super::about::about;
use super::indberetninger::{Ark, Raekke};
use super::indsamling::Indkommet;
use super::short::short;
use crate::finding::{Finding, Place};

/// How many differences between two answers are shown.
const SHOWN: usize = 3;

/// Tells where two files with the same party's answer differ; none when they do not.
pub(super) fn conflict(first: &Indkommet<'_>, other: &Indkommet<'_>) -> Option<Finding> {
    let differs = differing(first, other);
    if differs.is_empty() {
        return None;
    }
    let mut told: Vec<String> = differs.iter().take(SHOWN).cloned().collect();
    let more = differs.len().saturating_sub(SHOWN);
    told.extend((more > 0).then(|| format!("Det samme gælder {more} svar til.")));
    let message = format!(
        "{} har svaret to gange med forskelligt indhold, også i »{}«; ingen af dem er taget med. {}",
        first.besvarelse.form.respondent.navn(),
        other.file,
        told.join(" ")
    );
    Some(
        Finding::advarsel("to-svar", Place::file(&first.file), message)
            .hint("Flyt den fil, der ikke gælder, ud af mappen, og saml ind igen."),
    )
}

/// What each of two files says where they differ.
fn differing(first: &Indkommet<'_>, other: &Indkommet<'_>) -> Vec<String> {
    let (one, two) = (by_key(first), by_key(other));
    let keys: BTreeSet<_> = one.keys().chain(two.keys()).collect();
    let told = |key: &(Ark, Vec<String>)| {
        let (ark, (one, two)) = (key.0, (one.get(key).copied(), two.get(key).copied()));
        let answer = |row: &Raekke| row.answer(ark);
        if one.map(answer) == two.map(answer) {
            return None;
        }
        let what = about(&first.besvarelse.form, ark, one.or(two)?);
        let (one, two) = (said(ark, one, &first.file), said(ark, two, &other.file));
        Some(format!("{what}: {one} og {two}."))
    };
    keys.into_iter().filter_map(told).collect()
}

fn by_key<'r>(one: &'r Indkommet<'_>) -> BTreeMap<(Ark, Vec<String>), &'r Raekke> {
    let rows = one.besvarelse.rows.iter();
    rows.flat_map(|(ark, rows)| rows.iter().map(|row| ((*ark, row.key(*ark)), row))).collect()
}

/// "»3« i »rebild.xlsx« (arket »1 Målgruppen«, celle D6)".
fn said(ark: Ark, row: Option<&Raekke>, file: &str) -> String {
    let Some(row) = row else { return format!("ingen række i »{file}«") };
    let answer = match row.answer(ark) {
        blank if blank.is_empty() => "intet svar".to_owned(),
        answer => format!("»{}«", short(&answer)),
    };
    match row.get("Celle") {
        Some(cell) => format!("{answer} i »{file}« (arket »{}«, celle {cell})", row.text("Ark")),
        None => format!("{answer} i »{file}«"),
    }
}
