use chrono::NaiveDate;

use super::record::{Record, compared, paired};
use super::side::Side;
use super::thing::Thing;
use super::told::Told;
use crate::model::{Aendringsnote, Projekt, Sourced, TAKSTENHED, Takst};
use crate::text::danish::{self, NBSP};

/// The takster of each tilbud by the day that they begin, and what is noted of their changes.
pub(super) fn changed(old: &Side<'_>, new: &Side<'_>) -> Vec<Thing> {
    let notes = |projekt: &Projekt| projekt.aendringer.iter().map(note).collect::<Vec<_>>();
    let noted = compared(&notes(old.projekt), &notes(new.projekt));
    rows(&old.projekt.takster, &new.projekt.takster).into_iter().chain(noted).collect()
}

/// A row that is new is a change of the one before it, where the tilbud has one.
fn rows(old: &[Takst], new: &[Takst]) -> Vec<Thing> {
    let records = |rows: &[Takst]| rows.iter().map(row).collect::<Vec<_>>();
    let (before, after) = (records(old), records(new));
    let pairs = paired(&before, &after);
    let mut replaced = Vec::new();
    let mut kept = Vec::new();
    for (at, record) in after.iter().enumerate() {
        let is_known = old.iter().any(|other| other.noegle == new[at].noegle);
        let earlier = earlier(new, &new[at]).filter(|_| is_known).map(row);
        match (pairs[at], earlier) {
            (None, Some(earlier)) => replaced.extend(record.since(&earlier)),
            _ => kept.push(record.clone()),
        }
    }
    let mut things = compared(&before, &kept);
    things.splice(0..0, replaced);
    things
}

/// The row of the same tilbud that holds until this one begins.
fn earlier<'p>(rows: &'p [Takst], row: &Takst) -> Option<&'p Takst> {
    let same = rows.iter().filter(|other| other.noegle == row.noegle);
    let before = same.filter(|other| other.begins() < row.begins());
    before.max_by_key(|other| other.begins())
}

fn row(takst: &Takst) -> Record {
    let words = |value: &Option<Sourced<String>>| value.as_ref().map(Told::words);
    let begins = takst.begins();
    Record::new(key(&takst.noegle, begins), name(&takst.tilbud.value, begins))
        .or(takst.noegle.as_str())
        .with("Type", Told::words(&takst.art))
        .with_known("Driftsherre", words(&takst.driftsherre))
        .with_known("Driftsform", words(&takst.driftsform))
        .with_known("Beliggenhed", words(&takst.beliggenhed))
        .with_known("Lov", words(&takst.lov))
        .with_known("Paragraf", words(&takst.paragraf))
        .with_known("Takst", takst.takst.as_ref().map(|one| Told::of(one, kroner)))
        .with_known("Gælder fra", takst.gaelder_fra.as_ref().map(Told::date))
        .with_known("Besluttet af", words(&takst.besluttet_af))
        .with_known("Besluttet den", takst.besluttet.as_ref().map(Told::date))
        .with_known("Pladser", takst.pladser.as_ref().map(Told::number))
        .with_known("Belægning", takst.belaegning.as_ref().map(|one| Told::of(one, percent)))
        .with_known("Beregningsgrundlag, kr.", takst.grundlag.as_ref().map(Told::number))
        .with_known("Betalingsdage", takst.dage.as_ref().map(Told::number))
        .with_known("Omregnes til", takst.omregnes_til.as_ref().map(|one| Told::of(one, percent)))
        .with_known("Note", words(&takst.note))
}

fn note(note: &Aendringsnote) -> Record {
    let from = Some(note.gaelder_fra.value);
    let words = |value: &Option<Sourced<String>>| value.as_ref().map(Told::words);
    Record::new(key(&note.noegle, from), format!("Ændring: {}", name(&note.tilbud.value, from)))
        .with_known("Ændring", note.aendring.as_ref().map(|one| Told::of(one, kroner)))
        .with_known("Besluttet af", words(&note.besluttet_af))
        .with_known("Besluttet den", note.besluttet.as_ref().map(Told::date))
        .with_known("Begrundelse", words(&note.begrundelse))
}

fn key(noegle: &str, begins: Option<NaiveDate>) -> String {
    format!("{noegle} {}", begins.map(|day| day.to_string()).unwrap_or_default())
}

fn name(tilbud: &str, begins: Option<NaiveDate>) -> String {
    match begins {
        Some(day) => format!("{tilbud} fra den {}", danish::date(day)),
        None => tilbud.to_owned(),
    }
}

fn kroner(amount: &rust_decimal::Decimal) -> String {
    format!("{} {TAKSTENHED}", danish::amount(*amount))
}

fn percent(value: &rust_decimal::Decimal) -> String {
    format!("{}{NBSP}%", danish::number(*value))
}
