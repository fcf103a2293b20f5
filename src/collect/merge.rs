use std::collections::{BTreeMap, BTreeSet};

use super::besvarelse::Besvarelse;
use super::form::Form;
use super::indberetninger::{Ark, FILE, Raekke};
use crate::finding::{Finding, Place};
use crate::model::Svarstatus;

/// Which answers differ from the last time, and what is told of them.
#[derive(Debug, Default)]
pub(super) struct Changed {
    rows: Vec<Raekke>,
    pub findings: Vec<Finding>,
}

impl Changed {
    /// How many answers of one return have changed.
    pub fn count(&self, form: &Form<'_>) -> usize {
        let answer = form.row();
        self.rows.iter().filter(|row| row.answers_for(&answer)).count()
    }
}

/// Puts new answers in the place of earlier ones: the secretariat's columns stay, an earlier answer
/// that differs is kept beside the new one, and what others have answered is left alone.
pub(super) fn merge(
    ark: Ark,
    former: &[Raekke],
    fresh: &[&Besvarelse<'_>],
    changed: &mut Changed,
) -> Vec<Raekke> {
    let before: BTreeMap<Vec<String>, &Raekke> =
        former.iter().map(|row| (row.key(ark), row)).collect();
    let answers: Vec<Raekke> = fresh.iter().map(|one| one.form.row()).collect();
    let new = fresh.iter().filter_map(|one| one.rows.get(&ark)).flatten();
    let mut merged: Vec<Raekke> = new
        .map(|row| match before.get(&row.key(ark)) {
            Some(old) => renewed(ark, old, row.clone(), changed),
            None => row.clone(),
        })
        .collect();
    let there: BTreeSet<Vec<String>> = merged.iter().map(|row| row.key(ark)).collect();
    for old in former.iter().filter(|row| !there.contains(&row.key(ark))) {
        let is_returned_again = answers.iter().any(|answer| old.answers_for(answer));
        merged.extend(match is_returned_again {
            true => withdrawn(ark, old, changed),
            false => Some(old.clone()),
        });
    }
    merged
}

fn renewed(ark: Ark, old: &Raekke, new: Raekke, changed: &mut Changed) -> Raekke {
    let mut new = new;
    for column in ["Rettelse", "Begrundelse", "Før"] {
        new.set(column, old.get(column).cloned());
    }
    let (before, now) = (old.answer(ark), new.answer(ark));
    if before == now {
        return new;
    }
    changed.rows.push(new.clone());
    if before.is_empty() {
        return new;
    }
    changed.findings.push(told(ark, &new, &before, &now));
    new.with("Før", before)
}

/// An answer that is not in the new return: it is kept as what stood before.
fn withdrawn(ark: Ark, old: &Raekke, changed: &mut Changed) -> Option<Raekke> {
    let before = old.answer(ark);
    if before.is_empty() {
        let is_kept = ["Rettelse", "Før"].iter().any(|column| old.get(column).is_some());
        return is_kept.then(|| old.clone());
    }
    let mut blank = old.clone().with("Status", Svarstatus::Ubesvaret.name());
    blank.set(ark.answer(), None);
    changed.rows.push(blank.clone());
    changed.findings.push(told(ark, &blank, &before, ""));
    Some(blank.with("Før", before))
}

fn told(ark: Ark, row: &Raekke, before: &str, now: &str) -> Finding {
    let place = match row.get("Celle") {
        Some(_) => Place::cell(row.text("Fil"), row.text("Ark"), row.text("Celle")),
        None => Place::file(row.text("Fil")),
    };
    let what = match ark {
        Ark::Tal => format!("Gruppen »{}« i {}", row.text("Gruppe"), row.year()),
        Ark::Tilbud => format!("Tilbuddet »{}« i {}", row.text("Tilbud"), row.year()),
        _ => format!("Teksten om {}", row.text("Tema")),
    };
    let now = if now.is_empty() { "intet svar".to_owned() } else { format!("»{now}«") };
    let message = format!("{what}, {}, er ændret. Før: »{before}«. Nu: {now}.", row.text("Part"));
    let hint = match row.get("Rettelse") {
        Some(rettelse) => format!("Sekretariatets rettelse »{rettelse}« i {FILE} gælder stadig."),
        None => format!("Det tidligere svar står under »Før« i {FILE}."),
    };
    Finding::oplysning("svar-aendret", place, message).hint(hint)
}
