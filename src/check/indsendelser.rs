use super::afrapporteringer::{documents, open_udmeldinger};
use super::basis::Basis;
use crate::finding::{Finding, Findings, Place};

/// A record of sending names a document that is to be sent (K15).
pub(super) fn check(basis: &Basis<'_>, findings: &mut Findings) {
    let wanted = wanted(basis);
    for (index, one) in basis.aftale().indsendelser.iter().enumerate() {
        if !wanted.contains(&one.dokument) {
            let place = basis.in_aftale(&format!("indsendelse.{index}.dokument"));
            let message = format!("»{}« er ikke et dokument, der skal sendes ind.", one.dokument);
            let finding = Finding::fejl("ukendt-dokument", place, message);
            let hint = format!("Skriv et af dem: {}.", wanted.join(", "));
            findings
                .push(finding.hint(hint).nearest(&one.dokument, wanted.iter().map(String::as_str)));
        }
    }
}

/// The agreement and every afrapportering are sent, with a date (K15).
pub(super) fn awaited(basis: &Basis<'_>, findings: &mut Findings) {
    let Some(regel) = basis.rule("K15") else { return };
    let sent = &basis.aftale().indsendelser;
    let absent: Vec<String> = wanted(basis)
        .into_iter()
        .filter(|key| !sent.iter().any(|one| one.dokument == *key))
        .map(|key| format!("»{key}«"))
        .collect();
    if absent.is_empty() {
        return;
    }
    let receiver = regel.text("modtager").unwrap_or_default();
    let message =
        format!("Indsendelsen til {receiver} er ikke skrevet ind for {}.", absent.join(", "));
    let place = Place::file("inputs/aftale.toml");
    let finding = regel.awaited(basis.draft(), "k15-indsendelse", place, message);
    let first = absent.first().map(|key| key.trim_matches(['»', '«'])).unwrap_or_default();
    findings.push(finding.hint(format!(
        "Når det er sendt, så skriv nederst i filen, for hvert dokument, fx:\n[[indsendelse]]\n\
         dokument = \"{first}\"\ndato = {}",
        basis.aftale().udgave.dato
    )));
}

/// The documents that are to be sent.
fn wanted(basis: &Basis<'_>) -> Vec<String> {
    let listed = basis.rule("K15").map(|regel| regel.list("dokumenter")).unwrap_or_default();
    let reports = open_udmeldinger(basis);
    let reports = reports.iter().flat_map(|udmelding| documents(basis.projekt, udmelding));
    listed.iter().cloned().chain(reports).collect()
}
