use super::basis::Basis;
use super::manifest::Source;
use super::reason::Reason;
use super::used::Used;
use crate::merge::{Context, Library};

/// What a file would be made from now.
pub(super) struct Present<'a> {
    pub program: &'a str,
    pub dokument: &'a str,
    pub skabeloner: &'a [Source],
    pub context: &'a Context,
    pub shelf: &'a dyn Library,
}

/// Why a file must be made again; nothing if it need not.
pub(super) fn why(before: &Basis, now: &Present<'_>) -> Vec<Reason> {
    let mut reasons = Vec::new();
    if before.program != now.program {
        reasons.push(Reason::said("programmet er et andet"));
    }
    if before.dokument != now.dokument {
        reasons.push(Reason::said("dokumentets egne oplysninger er ændret"));
    }
    reasons.extend(changed_templates(&before.skabeloner, now.skabeloner));
    let is_changed =
        |(used, digest): &&(Used, String)| used.digest(now.context, now.shelf) != *digest;
    reasons.extend(before.brugt.iter().filter(is_changed).map(|(used, _)| {
        let mut files = used.files(now.context, now.shelf);
        files.sort();
        files.dedup();
        Reason::Changed { files, what: used.named() }
    }));
    reasons
}

fn changed_templates(before: &[Source], now: &[Source]) -> Vec<Reason> {
    let lacks = |list: &[Source], one: &Source| !list.contains(one);
    let new = now.iter().filter(|one| lacks(before, one));
    let gone = before.iter().filter(|one| !now.iter().any(|other| other.fil == one.fil));
    new.chain(gone).map(|one| Reason::said(format!("skabelonen {} er ændret", one.fil))).collect()
}
