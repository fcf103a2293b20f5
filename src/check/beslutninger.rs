use super::basis::Basis;
use crate::finding::{Findings, Place};
use crate::model::{Myndighed, Regel};

/// Every party's council has decided to join the agreement, with a date (K12).
pub(super) fn awaited(basis: &Basis<'_>, findings: &mut Findings) {
    let Some(regel) = basis.rule("K12") else { return };
    let parties = &basis.projekt.myndigheder;
    let undecided: Vec<&str> = parties
        .iter()
        .filter(|party| !is_decided(party, regel))
        .map(|party| party.navn.as_str())
        .collect();
    if undecided.is_empty() {
        return;
    }
    let (all, left) = (parties.len(), undecided.len());
    let message = if left == all {
        format!("Ingen af de {all} parter har skrevet deres råds beslutning ind med dato.")
    } else {
        format!("{left} af {all} parter mangler deres råds beslutning: {}.", undecided.join(", "))
    };
    let place = Place::file("inputs/myndigheder.toml");
    let finding = regel.awaited(basis.draft(), "k12-beslutninger", place, message);
    let words = regel.list("beslutninger");
    let example =
        parties.iter().find(|party| !is_decided(party, regel)).map_or("", |one| &one.raad);
    findings.push(finding.hint(format!(
        "Når rådet har besluttet det, så skriv »dato« og »beslutning« ({}) under partens råd, så \
         der står fx:\n\
         [[myndighed.behandling]]\norgan = \"{example}\"\ndato = {}\nbeslutning = \"{}\"",
        words.join(" eller "),
        basis.aftale().udgave.dato,
        words.first().map_or("", String::as_str)
    )));
}

fn is_decided(party: &Myndighed, regel: &Regel) -> bool {
    let mut council = party.behandling.iter().filter(|step| step.organ == party.raad);
    let approves = |decision: &String| {
        regel
            .list("beslutninger")
            .iter()
            .any(|word| decision.trim_end_matches('.').to_lowercase() == word.to_lowercase())
    };
    council
        .next_back()
        .is_some_and(|step| step.dato.is_some() && step.beslutning.as_ref().is_some_and(approves))
}
