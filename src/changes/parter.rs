use super::record::{Record, compared};
use super::side::Side;
use super::thing::Thing;
use crate::model::{Myndighed, Projekt, Sagsfelt};

/// The parties, and who approves the agreement for each.
pub(super) fn changed(old: &Side<'_>, new: &Side<'_>) -> Vec<Thing> {
    let records = |projekt: &Projekt| {
        projekt.myndigheder.iter().map(|party| record(projekt, party)).collect::<Vec<_>>()
    };
    compared(&records(old.projekt), &records(new.projekt))
}

fn record(projekt: &Projekt, party: &Myndighed) -> Record {
    let layout = projekt.layout(&party.layout).map(|layout| layout.felt.iter().map(heading));
    let headings: Vec<String> = layout.into_iter().flatten().collect();
    Record::new(party.noegle.as_str(), party.navn.as_str())
        .with("Navn", party.navn.as_str())
        .with("Godkendes af", party.raad.as_str())
        .with("Indstiller", party.indstiller.as_str())
        .with("Journalnummer", party.journalnummer.clone().unwrap_or_default())
        .with("Kontakt", party.kontakt.clone().unwrap_or_default())
        .with("Sagens overskrifter", headings.join(", "))
}

/// A heading of the party's case, with what stands below it when there is no text.
fn heading(felt: &Sagsfelt) -> String {
    match &felt.tom {
        Some(words) => format!("{} (ellers »{words}«)", felt.overskrift),
        None => felt.overskrift.clone(),
    }
}
