use super::record::{Record, compared};
use super::side::Side;
use super::thing::Thing;
use crate::model::{Myndighed, Projekt};

/// The parties, and who approves the agreement for each.
pub(super) fn changed(old: &Side<'_>, new: &Side<'_>) -> Vec<Thing> {
    let records = |projekt: &Projekt| projekt.myndigheder.iter().map(record).collect::<Vec<_>>();
    compared(&records(old.projekt), &records(new.projekt))
}

fn record(party: &Myndighed) -> Record {
    Record::new(party.noegle.as_str(), party.navn.as_str())
        .with("Navn", party.navn.as_str())
        .with("Godkendes af", party.raad.as_str())
        .with("Indstiller", party.indstiller.as_str())
        .with("Journalnummer", party.journalnummer.clone().unwrap_or_default())
        .with("Kontakt", party.kontakt.clone().unwrap_or_default())
}
