use super::basis::Basis;
use super::manifest::Source;
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

/// Why a file must be made again, each reason as a secretary would say it; none if it need not.
pub(super) fn why(before: &Basis, now: &Present<'_>) -> Vec<String> {
    let mut reasons = Vec::new();
    if before.program != now.program {
        reasons.push("programmet er et andet".to_owned());
    }
    if before.dokument != now.dokument {
        reasons.push("dokumentets egne oplysninger er ændret".to_owned());
    }
    reasons.extend(changed_templates(&before.skabeloner, now.skabeloner));
    let is_changed =
        |(used, digest): &&(Used, String)| used.digest(now.context, now.shelf) != *digest;
    reasons.extend(before.brugt.iter().filter(is_changed).map(|(used, _)| {
        let mut files = used.files(now.context, now.shelf);
        files.sort();
        files.dedup();
        let named = used.named();
        if files.is_empty() { named } else { format!("{named} ({})", files.join(", ")) }
    }));
    reasons
}

fn changed_templates(before: &[Source], now: &[Source]) -> Vec<String> {
    let lacks = |list: &[Source], one: &Source| !list.contains(one);
    let new = now.iter().filter(|one| lacks(before, one));
    let gone = before.iter().filter(|one| !now.iter().any(|other| other.fil == one.fil));
    new.chain(gone).map(|one| format!("skabelonen {}", one.fil)).collect()
}
