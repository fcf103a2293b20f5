use std::collections::BTreeMap;

use crate::finding::{Finding, Findings, Place};
use crate::model::{MyndighedType, Projekt};

/// The agreement has one region and each party once (K01; SEL § 6, stk. 1).
pub(super) fn check(projekt: &Projekt, findings: &mut Findings) {
    let place = || Place::file("inputs/myndigheder.toml");
    let regions =
        projekt.myndigheder.iter().filter(|party| party.art == MyndighedType::Region).count();
    if regions != 1 {
        findings.push(
            Finding::fejl(
                "k01-parter",
                place(),
                format!("Aftalen skal have én region som part, men her er {regions}."),
            )
            .hint("Skriv type = \"region\" ved regionen, og kun dér."),
        );
    }
    let mut seen: BTreeMap<&str, u32> = BTreeMap::new();
    for party in &projekt.myndigheder {
        *seen.entry(party.navn.as_str()).or_default() += 1;
        *seen.entry(party.noegle.as_str()).or_default() += 1;
    }
    for (name, times) in seen.into_iter().filter(|(_, times)| *times > 1) {
        findings.push(
            Finding::fejl("k01-parter", place(), format!("»{name}« står {times} gange."))
                .hint("Hver part skal stå én gang."),
        );
    }
    bilag(projekt, findings);
}

/// Numbers and keys of bilag are unique (K17).
fn bilag(projekt: &Projekt, findings: &mut Findings) {
    let register = &projekt.aftale.bilag;
    for (index, bilag) in register.iter().enumerate() {
        let clash = register[..index]
            .iter()
            .find(|other| other.nummer == bilag.nummer || other.noegle == bilag.noegle);
        if let Some(other) = clash {
            findings.push(
                Finding::fejl(
                    "k17-bilag",
                    Place::file("inputs/aftale.toml"),
                    format!(
                        "Bilagene »{}« og »{}« har samme nummer eller nøgle.",
                        other.noegle, bilag.noegle
                    ),
                )
                .hint("Giv hvert bilag sit eget nummer."),
            );
        }
    }
}
