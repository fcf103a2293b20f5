use std::collections::BTreeMap;

use super::basis::Basis;
use crate::finding::{Finding, Findings, Place};
use crate::model::{MyndighedType, RAAD, Regel};

/// The agreement has the kommuner of its region and the region as parties, each once (K01).
pub(super) fn check(basis: &Basis<'_>, findings: &mut Findings) {
    council(basis, findings);
    let Some(regel) = basis.rule("K01") else { return };
    for (art, what, names) in [
        (MyndighedType::Region, "region", regel.list("regioner")),
        (MyndighedType::Kommune, "kommune", regel.list("kommuner")),
    ] {
        expected(basis, regel, art, what, names, findings);
    }
    once(basis, regel, findings);
}

/// Parties of one kind are those that the rule names.
fn expected(
    basis: &Basis<'_>,
    regel: &Regel,
    art: MyndighedType,
    what: &str,
    names: &[String],
    findings: &mut Findings,
) {
    let parties = || basis.projekt.myndigheder.iter().enumerate().filter(|(_, one)| one.art == art);
    for (index, party) in parties().filter(|(_, party)| !names.contains(&party.navn)) {
        let place = basis.in_myndigheder(&format!("myndighed.{index}.navn"));
        let message = format!("»{}« er ikke en {what}, som aftalen har til part.", party.navn);
        let finding = regel.broken("k01-parter", place, message);
        let known = names.iter().map(String::as_str);
        findings.push(finding.hint("Skriv partens officielle navn.").nearest(&party.navn, known));
    }
    let present: Vec<&str> = parties().map(|(_, party)| party.navn.as_str()).collect();
    let absent = absent(names, &present);
    if !absent.is_empty() {
        let place = Place::file("inputs/myndigheder.toml");
        let message = format!("Som {what} mangler: {}.", absent.join(", "));
        let hint = "Skriv parten ind som [[myndighed]] med den rigtige type.";
        findings.push(regel.broken("k01-parter", place, message).hint(hint));
    }
}

/// Which of the names that are expected are not there.
pub fn absent<'n>(expected: &'n [String], present: &[&str]) -> Vec<&'n str> {
    expected.iter().map(String::as_str).filter(|name| !present.contains(name)).collect()
}

fn once(basis: &Basis<'_>, regel: &Regel, findings: &mut Findings) {
    let mut seen: BTreeMap<&str, u32> = BTreeMap::new();
    for party in &basis.projekt.myndigheder {
        *seen.entry(party.navn.as_str()).or_default() += 1;
    }
    findings.extend(seen.into_iter().filter(|(_, times)| *times > 1).map(|(name, times)| {
        let place = Place::file("inputs/myndigheder.toml");
        let message = format!("»{name}« står {times} gange.");
        regel.broken("k01-parter", place, message).hint("Hver part skal stå én gang.")
    }));
}

/// Texts bend the council's name, so it must be one they know.
fn council(basis: &Basis<'_>, findings: &mut Findings) {
    let parties = &basis.projekt.myndigheder;
    for party in parties.iter().filter(|party| !RAAD.contains(&party.raad.as_str())) {
        let message = format!("{} har rådet »{}«, som ikke findes.", party.navn, party.raad);
        let finding = Finding::fejl("ukendt-raad", Place::file("inputs/myndigheder.toml"), message)
            .hint(format!("Skriv et af dem: {}.", RAAD.join(", ")));
        findings.push(finding.nearest(&party.raad, RAAD));
    }
}
