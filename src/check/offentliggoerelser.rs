use super::basis::Basis;
use crate::finding::{Finding, Findings, Place};

/// A record of publication names someone who publishes (K14).
pub(super) fn check(basis: &Basis<'_>, findings: &mut Findings) {
    let publishers = publishers(basis);
    if publishers.is_empty() {
        return;
    }
    for (index, one) in basis.aftale().offentliggoerelser.iter().enumerate() {
        if !publishers.iter().any(|(key, _)| *key == one.myndighed) {
            let place = basis.in_aftale(&format!("offentliggoerelse.{index}.myndighed"));
            let message = format!("»{}« er ingen af dem, der offentliggør aftalen.", one.myndighed);
            let finding = Finding::fejl("ukendt-myndighed", place, message);
            let known = publishers.iter().map(|(key, _)| *key);
            findings.push(finding.hint("Skriv partens nøgle.").nearest(&one.myndighed, known));
        }
    }
}

/// The secretariat and every party have published the agreement (K14).
pub(super) fn awaited(basis: &Basis<'_>, findings: &mut Findings) {
    let Some(regel) = basis.rule("K14") else { return };
    let publishers = publishers(basis);
    let told = &basis.aftale().offentliggoerelser;
    let (keys, absent): (Vec<&str>, Vec<&str>) = publishers
        .iter()
        .filter(|(key, _)| !told.iter().any(|one| one.myndighed == *key))
        .copied()
        .unzip();
    let message = match absent.len() {
        0 => return,
        left if left == publishers.len() => {
            format!("Ingen af de {left} steder, hvor aftalen skal offentliggøres, er skrevet ind.")
        }
        left => format!(
            "{left} af {} steder mangler offentliggørelsen: {}.",
            publishers.len(),
            absent.join(", ")
        ),
    };
    let place = Place::file("inputs/aftale.toml");
    let finding = regel.awaited(basis.draft(), "k14-offentliggoerelse", place, message);
    let first = keys.first().copied().unwrap_or_default();
    findings.push(finding.hint(format!(
        "Når den er sket, så skriv nederst i filen, for hvert sted, fx:\n[[offentliggoerelse]]\n\
         myndighed = \"{first}\"\nurl = \"https://adressen-på-siden\"\ndato = {}",
        basis.aftale().udgave.dato
    )));
}

/// Those who publish, by key and name.
fn publishers<'b>(basis: &'b Basis<'_>) -> Vec<(&'b str, &'b str)> {
    let Some(regel) = basis.rule("K14") else { return Vec::new() };
    let own = regel.text("sekretariat").unwrap_or_default();
    let parties = basis.projekt.myndigheder.iter();
    let parties = parties.map(|party| (party.noegle.as_str(), party.navn.as_str()));
    std::iter::once((own, own)).chain(parties).collect()
}
