use super::record::{Record, compared};
use super::side::Side;
use super::thing::Thing;
use crate::model::{Aftale, Lovgrundlag};

/// Title, period, edition, publisher and legal basis.
pub(super) fn changed(old: &Side<'_>, new: &Side<'_>) -> Vec<Thing> {
    compared(&records(&old.projekt.aftale), &records(&new.projekt.aftale))
}

fn records(aftale: &Aftale) -> Vec<Record> {
    let own = [itself(aftale), udgave(aftale), kontakt(aftale)];
    own.into_iter().chain(aftale.lovgrundlag.iter().map(lov)).collect()
}

fn itself(aftale: &Aftale) -> Record {
    Record::new("aftale", "Aftalen")
        .with("Titel", aftale.titel.as_str())
        .with("Kort titel", aftale.korttitel.as_str())
        .with("Undertitel", aftale.undertitel.as_str())
        .with("Gælder fra", aftale.fra)
        .with("Gælder til", aftale.til)
        .with("Begrundelse for perioden", aftale.periode_begrundelse.clone().unwrap_or_default())
        .with("Vision", aftale.vision.as_str())
        .with("Udgiver", aftale.udgiver.as_str())
}

fn udgave(aftale: &Aftale) -> Record {
    let udgave = &aftale.udgave;
    Record::new("udgave", "Udgaven")
        .with("Betegnelse", udgave.betegnelse.as_str())
        .with("Dato", udgave.dato)
        .with("Behandles i", udgave.organ.as_str())
        .with("Stand", if udgave.kladde { "udkast" } else { "endelig" })
}

fn kontakt(aftale: &Aftale) -> Record {
    let kontakt = &aftale.kontakt;
    Record::new("kontakt", "Kontakt")
        .with("Navn", kontakt.navn.as_str())
        .with("E-mail", kontakt.mail.as_str())
        .with("Hjemmeside", kontakt.web.as_str())
        .with("Hjemsted", kontakt.hjemsted.as_str())
}

/// A law stands in the list once for each paragraph; one that was awaited is known by its words.
fn lov(lov: &Lovgrundlag) -> Record {
    Record::new(format!("{}, {}", lov.lov, lov.paragraf), format!("{}, {}", lov.lov, lov.paragraf))
        .or(lov.tekst.as_str())
        .with("Lov", lov.lov.as_str())
        .with("Paragraf", lov.paragraf.as_str())
        .with("Indhold", lov.tekst.as_str())
}
