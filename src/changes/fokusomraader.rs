use super::record::{Record, compared};
use super::side::Side;
use super::thing::Thing;
use crate::model::{Fokus, Projekt, Tekst};
use crate::text::tree::plain_text;

/// The fokusområder by their own keys: number and title belong to an edition.
pub(super) fn changed(old: &Side<'_>, new: &Side<'_>) -> Vec<Thing> {
    compared(&records(old.projekt), &records(new.projekt))
}

fn records(projekt: &Projekt) -> Vec<Record> {
    let with_fokus = |tekst: &'_ &Tekst| tekst.fokus.is_some();
    let areas = projekt.fokusomraader().into_iter().filter(with_fokus);
    areas.filter_map(|tekst| Some(record(tekst, tekst.fokus.as_ref()?))).collect()
}

fn record(tekst: &Tekst, fokus: &Fokus) -> Record {
    let titel = plain_text(&tekst.text.title);
    Record::new(fokus.noegle.as_str(), titel.as_str())
        .with("Nummer", fokus.nummer.to_string())
        .with("Titel", titel)
        .with("Målgruppe", fokus.maalgruppe.as_str())
        .with("Initiativer", fokus.initiativer.join("; "))
        .with("Laboratorier", fokus.laboratorier.join("; "))
}
