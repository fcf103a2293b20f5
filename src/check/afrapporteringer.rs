use super::basis::Basis;
use crate::finding::{Findings, Place};
use crate::model::{CentralUdmelding, ForHver, Projekt};

/// Each open central udmelding is answered by one bilag (K08).
pub(super) fn check(basis: &Basis<'_>, findings: &mut Findings) {
    let Some(regel) = basis.rule("K08") else { return };
    let register = &basis.aftale().bilag;
    for udmelding in open_udmeldinger(basis) {
        let documents = documents(basis.projekt, udmelding);
        let answers = register.iter().filter(|bilag| documents.contains(&bilag.dokument));
        let bilag: Vec<String> = answers.map(|bilag| format!("»{}«", bilag.noegle)).collect();
        // A bilag of the udmelding's name has a document that is misspelt, which is told elsewhere.
        let is_named = register.iter().any(|bilag| bilag.noegle == udmelding.noegle);
        let what = match bilag.len() {
            0 if !is_named => "intet bilag med en afrapportering".to_owned(),
            0 | 1 => continue,
            _ => format!("flere bilag: {}", bilag.join(", ")),
        };
        let (title, place) = (&udmelding.kort_titel.value, &udmelding.titel.place);
        let message = format!("Den centrale udmelding om {title} ({place}) har {what}.");
        let at = Place::file("inputs/aftale.toml");
        let finding = regel.broken("k08-afrapportering", at, message);
        findings.push(finding.hint("Giv den ét [[bilag]]."));
    }
}

/// The udmeldinger that must be answered.
pub(super) fn open_udmeldinger<'b>(basis: &'b Basis<'_>) -> Vec<&'b CentralUdmelding> {
    let closed = basis.rule("K08").map(|regel| regel.list("afsluttet")).unwrap_or_default();
    let udmeldinger = basis.projekt.udmeldinger.iter();
    udmeldinger.filter(|udmelding| !closed.contains(&udmelding.status.value)).collect()
}

/// The keys of the documents that are made for an udmelding, but for working papers.
pub(super) fn documents(projekt: &Projekt, udmelding: &CentralUdmelding) -> Vec<String> {
    let made = projekt.dokumenter.iter();
    made.filter(|dokument| !dokument.kun_myndighed)
        .filter(|dokument| dokument.for_hver == Some(ForHver::CentralUdmelding))
        .map(|dokument| dokument.noegle.replace("{{udmelding.noegle}}", &udmelding.noegle))
        .collect()
}
