use std::collections::BTreeMap;

use super::basis::Basis;
use crate::finding::{Finding, Findings};
use crate::model::in_force;

/// A tilbud is after one of the clauses that the agreement covers (K11).
pub(super) fn check(basis: &Basis<'_>, findings: &mut Findings) {
    let Some(regel) = basis.rule("K11") else { return };
    for takst in &basis.projekt.takster {
        let Some(paragraf) = takst.paragraf.as_ref().filter(|one| one.value.contains('§')) else {
            continue;
        };
        if !regel.list("tilladte").contains(&plain(&paragraf.value)) {
            let message = format!(
                "{} er efter {}, som ikke er blandt de paragraffer, aftalen omfatter.",
                takst.tilbud.value, paragraf.value
            );
            let finding = regel.broken("k11-paragraf", paragraf.place.clone(), message);
            findings.push(
                finding.hint("Ret paragraffen, eller tilføj den under K11 i inputs/regler.toml."),
            );
        }
    }
}

/// Tells which tilbud must say on Tilbudsportalen whether their takst is audited (K11).
pub(super) fn awaited(basis: &Basis<'_>, findings: &mut Findings) {
    let Some(regel) = basis.rule("K11") else { return };
    let mut audited: BTreeMap<String, Vec<&str>> = BTreeMap::new();
    let rows = in_force(&basis.projekt.takster, basis.aftale().udgave.dato);
    for takst in &rows {
        let Some(paragraf) = takst.paragraf.as_ref().map(|one| plain(&one.value)) else { continue };
        if regel.list("revision").contains(&paragraf) {
            audited.entry(paragraf).or_default().push(&takst.tilbud.value);
        }
    }
    let Some(first) = rows.first().filter(|_| !audited.is_empty()) else { return };
    let listed: Vec<String> = audited
        .iter()
        .map(|(paragraf, tilbud)| format!("{paragraf}: {}", tilbud.join(", ")))
        .collect();
    let message = format!(
        "Tilbudsportalen skal vise, om taksten er revisionspåtegnet, for {}.",
        listed.join("; ")
    );
    let mut place = first.tilbud.place.clone();
    if let crate::finding::Place::Cell { file, sheet, .. } = place {
        place = crate::finding::Place::Sheet { file: file.into(), sheet: sheet.into() };
    }
    findings.push(Finding::oplysning("k11-revision", place, message).rule(regel.reference()));
}

/// "§109" and "§ 109" with a space that does not break are the same clause.
pub(super) fn plain(paragraf: &str) -> String {
    let words: Vec<&str> = paragraf.split_whitespace().collect();
    words.join(" ").replace('§', "§ ").replace("§  ", "§ ")
}
