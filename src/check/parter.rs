use std::collections::{BTreeMap, BTreeSet};

use crate::finding::{Finding, Findings, Place};
use crate::model::{MyndighedType, Projekt, RAAD};

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
    }
    for (name, times) in seen.into_iter().filter(|(_, times)| *times > 1) {
        findings.push(
            Finding::fejl("k01-parter", place(), format!("»{name}« står {times} gange."))
                .hint("Hver part skal stå én gang."),
        );
    }
    raad(projekt, findings);
    bilag(projekt, findings);
}

/// Texts bend the council's name, so it must be one they know.
fn raad(projekt: &Projekt, findings: &mut Findings) {
    for party in projekt.myndigheder.iter().filter(|party| !RAAD.contains(&party.raad.as_str())) {
        let message = format!("{} har rådet »{}«, som ikke findes.", party.navn, party.raad);
        let finding = Finding::fejl("ukendt-raad", Place::file("inputs/myndigheder.toml"), message)
            .hint(format!("Skriv et af dem: {}.", RAAD.join(", ")));
        findings.push(finding.nearest(&party.raad, RAAD));
    }
}

/// Numbers of bilag are unique and begin at 1 without a gap (K17).
fn bilag(projekt: &Projekt, findings: &mut Findings) {
    let register = &projekt.aftale.bilag;
    for (index, bilag) in register.iter().enumerate() {
        let clash = register[..index].iter().find(|other| other.nummer == bilag.nummer);
        if let Some(other) = clash {
            findings.push(
                Finding::fejl(
                    "k17-bilag",
                    Place::file("inputs/aftale.toml"),
                    format!("Bilagene »{}« og »{}« har samme nummer.", other.noegle, bilag.noegle),
                )
                .hint("Giv hvert bilag sit eget nummer."),
            );
        }
    }
    let numbers: BTreeSet<u32> = register.iter().map(|bilag| bilag.nummer).collect();
    let gap = (1..).zip(&numbers).find(|(expected, number)| expected != *number);
    if let Some((missing, number)) = gap {
        findings.push(
            Finding::advarsel(
                "k17-bilag",
                Place::file("inputs/aftale.toml"),
                format!("Efter nummer skulle bilag {missing} komme, men det næste er {number}."),
            )
            .hint("Giv bilagene numre fra 1 og op uden spring."),
        );
    }
}
