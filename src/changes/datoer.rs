use super::record::{Record, compared};
use super::side::Side;
use super::thing::Thing;
use crate::model::{Aftale, Indsendelse, Offentliggoerelse, Tidspunkt};

/// Deadlines, the process, and when the documents are published and sent.
pub(super) fn changed(old: &Side<'_>, new: &Side<'_>) -> Vec<Thing> {
    compared(&records(&old.projekt.aftale), &records(&new.projekt.aftale))
}

fn records(aftale: &Aftale) -> Vec<Record> {
    let frister = Record::new("frister", "Frister")
        .with("Politisk behandling", aftale.frister.politisk_behandling)
        .with("Indsendelse", aftale.frister.indsendelse);
    let published = aftale.offentliggoerelser.iter().map(offentliggoerelse);
    let sent = aftale.indsendelser.iter().map(indsendelse);
    let process = aftale.tidsplan.iter().map(tidspunkt);
    std::iter::once(frister).chain(process).chain(published).chain(sent).collect()
}

/// A step of the process is known by what happens, else by when.
fn tidspunkt(step: &Tidspunkt) -> Record {
    let name = format!("Tidsplan, {}: {}", step.tid, step.aktivitet);
    Record::new(format!("aktivitet {}", step.aktivitet), name)
        .or(format!("tid {}", step.tid))
        .with("Tid", step.tid.as_str())
        .with("Aktivitet", step.aktivitet.as_str())
}

fn offentliggoerelse(one: &Offentliggoerelse) -> Record {
    let name = format!("Offentliggørelse: {}", one.myndighed);
    Record::new(format!("offentliggjort {}", one.myndighed), name)
        .with("Adresse", one.url.as_str())
        .with("Dato", one.dato)
}

fn indsendelse(one: &Indsendelse) -> Record {
    let name = format!("Indsendelse: {}", one.dokument);
    Record::new(format!("indsendt {}", one.dokument), name).with("Dato", one.dato)
}
