use std::collections::BTreeMap;

use super::basis::Basis;
use crate::finding::{Finding, Findings, Place};
use crate::model::IndberettetTal;

/// A party that has parts is counted by these alone, so that its answer as one counts for nothing.
pub(super) fn check(basis: &Basis<'_>, findings: &mut Findings) {
    let tal = &basis.projekt.indberetninger.tal;
    let (parts, whole): (Vec<_>, Vec<_>) =
        tal.iter().partition(|row| row.afsender.svarer_for.is_some());
    let party = |row: &IndberettetTal| (row.afsender.udmelding.clone(), row.afsender.part.clone());
    let mut divided: BTreeMap<_, Place> = BTreeMap::new();
    for row in parts {
        divided.entry(party(row)).or_insert_with(|| place(row));
    }
    for row in whole.into_iter().filter(|row| row.in_force().is_some()) {
        // Each party is told of once, with the first of its cells.
        if let Some(part) = divided.remove(&party(row)) {
            findings.push(told(row, &part));
        }
    }
}

fn told(row: &IndberettetTal, part: &Place) -> Finding {
    let name = &row.afsender.part;
    let message =
        format!("{name} har svaret både samlet her og i dele ({part}); kun delene tæller med.");
    Finding::advarsel("samlet-og-delt-svar", place(row), message).hint(
        "Slet de rækker, der ikke gælder, og se, at myndighedens dele står i myndigheder.toml.",
    )
}

/// The cell of the count, or of its group while there is none.
fn place(row: &IndberettetTal) -> Place {
    let counted = row.in_force().and_then(|count| count.celler.into_iter().next());
    counted.unwrap_or_else(|| row.gruppe.place.clone())
}
