use std::collections::BTreeMap;

use super::basis::Basis;
use crate::finding::{Finding, Findings, Place};
use crate::model::{Afsender, Optaelling, Sourced};

/// A number that a sender was asked for: its count, if there is one, and what it is a count of.
type Told<'a> = (&'a Afsender, Option<Optaelling>, &'a Sourced<String>);

/// A party that has parts is counted by these alone, so that its answer as one counts for nothing.
pub(super) fn check(basis: &Basis<'_>, findings: &mut Findings) {
    let collected = &basis.projekt.indberetninger;
    let tal = collected.tal.iter().map(|row| (&row.afsender, row.in_force(), &row.gruppe));
    let tilbud = collected.tilbud.iter().map(|row| (&row.afsender, row.in_force(), &row.tilbud));
    twice(tal, findings);
    twice(tilbud, findings);
}

fn twice<'a>(rows: impl Iterator<Item = Told<'a>>, findings: &mut Findings) {
    let (parts, whole): (Vec<_>, Vec<_>) = rows.partition(|(of, ..)| of.svarer_for.is_some());
    let party = |of: &Afsender| (of.udmelding.clone(), of.part.clone());
    let mut divided: BTreeMap<_, Place> = BTreeMap::new();
    for row in &parts {
        divided.entry(party(row.0)).or_insert_with(|| place(row));
    }
    for row in whole.iter().filter(|(_, count, _)| count.is_some()) {
        // Each party is told of once, with the first of its cells.
        if let Some(part) = divided.remove(&party(row.0)) {
            findings.push(told(row, &part));
        }
    }
}

fn told(row: &Told<'_>, part: &Place) -> Finding {
    let name = &row.0.part;
    let message =
        format!("{name} har svaret både samlet her og i dele ({part}); kun delene tæller med.");
    Finding::advarsel("samlet-og-delt-svar", place(row), message).hint(
        "Slet de rækker, der ikke gælder, og se, at myndighedens dele står i myndigheder.toml.",
    )
}

/// The cell of the count, or of what it is a count of while there is none.
fn place((_, count, of): &Told<'_>) -> Place {
    let counted = count.as_ref().and_then(|count| count.celler.first().cloned());
    counted.unwrap_or_else(|| of.place.clone())
}
