use std::collections::BTreeSet;

use super::hidden::hidden_counts;
use super::hide_alike::hide_alike;
use super::masked::{Masked, masked};
use crate::finding::{Findings, Severity};
use crate::model::{Diskretion, Projekt};

/// Two editions as the public may see them beside each other.
pub struct MaskedPair {
    pub old: Masked,
    pub new: Masked,
}

/// Masks two editions so that they can be compared in public.
///
/// Both are masked with the sign of the newer one and the higher of their thresholds, and the newer
/// one as if the older one had been published so, so that the auditor proves that no reader of both
/// can deduce a hidden count. Hidden in both is also what each hides when it is published by itself:
/// the comparison shows no count that the editions do not, so reading it beside them tells nothing
/// more. What is left out of either is left out of both. `name` is what the older edition is called.
pub fn masked_pair(old: &Projekt, new: &Projekt, name: &str) -> MaskedPair {
    let rules = Diskretion {
        taerskel: old.aftale.diskretion.taerskel.max(new.aftale.diskretion.taerskel),
        ..new.aftale.diskretion.clone()
    };
    let mut before = masked(&under(&rules, old));
    let mut beside = under(&rules, new);
    beside.offentliggjort.push((name.to_owned(), before.tabeller.clone()));
    let mut after = masked(&beside);
    // What is left out of the older edition was told when it was published.
    before.findings = refusals(before.findings);
    hide_alike(&mut before.projekt, &mut masked(old).projekt);
    hide_alike(&mut after.projekt, &mut masked(new).projekt);
    hide_alike(&mut before.projekt, &mut after.projekt);
    before.skjulte = hidden_counts(old, &before.projekt);
    after.skjulte = hidden_counts(new, &after.projekt);
    let texts: BTreeSet<String> =
        [&before, &after].into_iter().flat_map(|one| one.projekt.udeladt.clone()).collect();
    let documents = [old, new].into_iter().flat_map(|one| &one.dokumenter);
    let documents = documents.filter(|one| one.kun_myndighed).map(|one| one.noegle.as_str());
    let documents: BTreeSet<&str> = documents.collect();
    leave_out(&mut before.projekt, &texts, &documents);
    leave_out(&mut after.projekt, &texts, &documents);
    MaskedPair { old: before, new: after }
}

fn under(rules: &Diskretion, projekt: &Projekt) -> Projekt {
    let mut projekt = projekt.clone();
    projekt.aftale.diskretion = rules.clone();
    projekt
}

fn leave_out(projekt: &mut Projekt, texts: &BTreeSet<String>, documents: &BTreeSet<&str>) {
    projekt.udeladt = texts.iter().cloned().collect();
    projekt.tekster.retain(|tekst| !texts.contains(&tekst.text.key));
    projekt.dokumenter.retain(|dokument| !documents.contains(dokument.noegle.as_str()));
    // A bilag that is no document of the one edition is none that the other may tell of.
    projekt.aftale.bilag.retain(|bilag| !documents.contains(bilag.dokument.as_str()));
}

fn refusals(findings: Findings) -> Findings {
    let mut refusals = Findings::new();
    refusals.extend(findings.into_iter().filter(|one| one.severity == Severity::Fejl));
    refusals
}
