use super::record::{Record, compared};
use super::side::Side;
use super::thing::Thing;
use crate::model::{Bilag, Projekt};

/// The register of bilag: added, removed, renumbered, renamed.
pub(super) fn changed(old: &Side<'_>, new: &Side<'_>) -> Vec<Thing> {
    let records = |projekt: &Projekt| {
        let mut register: Vec<&Bilag> = projekt.aftale.bilag.iter().collect();
        register.sort_by_key(|bilag| bilag.nummer);
        register.into_iter().map(record).collect::<Vec<_>>()
    };
    compared(&records(old.projekt), &records(new.projekt))
}

fn record(bilag: &Bilag) -> Record {
    Record::new(bilag.noegle.as_str(), bilag.titel.as_str())
        .with("Nummer", bilag.nummer.to_string())
        .with("Titel", bilag.titel.as_str())
        .with("År", bilag.aar.map(|aar| aar.to_string()).unwrap_or_default())
        .with("Dokument", bilag.dokument.as_str())
}
