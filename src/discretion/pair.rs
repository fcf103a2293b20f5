use std::collections::BTreeSet;

use super::hide_alike::hide_alike;
use super::masked::masked;
use crate::finding::{Finding, Findings, Severity};
use crate::model::{Diskretion, Projekt};

/// Two editions as the public may see them beside each other.
pub struct MaskedPair {
    pub old: Projekt,
    pub new: Projekt,
    /// Why they may not be shown beside each other, if so, and what is left out.
    pub findings: Findings,
}

/// Masks two editions so that they can be compared in public.
///
/// Both are masked with the sign of the newer one and the higher of their thresholds, and the newer
/// one as if the older one had been published so, so that the auditor proves that no reader of both
/// can deduce a hidden count. After that, what is hidden or left out of either is hidden or left
/// out of both: no count stands as it was before, or as it has become, beside the sign. `name` is
/// what the older edition is called.
pub fn masked_pair(old: &Projekt, new: &Projekt, name: &str) -> MaskedPair {
    let rules = Diskretion {
        taerskel: old.aftale.diskretion.taerskel.max(new.aftale.diskretion.taerskel),
        ..new.aftale.diskretion.clone()
    };
    let before = masked(&under(&rules, old));
    let mut after = under(&rules, new);
    after.offentliggjort.push((name.to_owned(), before.tabeller));
    let after = masked(&after);
    let mut findings = Findings::new();
    let refused = |finding: &Finding| finding.severity == Severity::Fejl;
    findings.extend(before.findings.into_iter().filter(refused));
    findings.extend(after.findings);
    let (mut before, mut after) = (before.projekt, after.projekt);
    hide_alike(&mut before, &mut after);
    let mut pair = [before, after];
    let texts: BTreeSet<String> = pair.iter().flat_map(|one| one.udeladt.clone()).collect();
    let documents = [old, new].into_iter().flat_map(|one| &one.dokumenter);
    let documents = documents.filter(|one| one.kun_myndighed).map(|one| one.noegle.as_str());
    let documents: BTreeSet<&str> = documents.collect();
    pair.iter_mut().for_each(|projekt| leave_out(projekt, &texts, &documents));
    let [old, new] = pair;
    MaskedPair { old, new, findings }
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
