use std::collections::BTreeSet;

use super::basis::Basis;
use crate::finding::{Findings, Place};
use crate::model::{Projekt, Regel};
use crate::text::tree::Block;

/// The documents hold the parts, chapters and subjects that an agreement must have
/// (K04, K05, K06, K09).
pub(super) fn check(basis: &Basis<'_>, findings: &mut Findings) {
    let held = held(basis.projekt);
    for (key, code, table) in [
        ("K04", "k04-dele", "dele"),
        ("K05", "k05-udbud", "kapitler"),
        ("K06", "k06-llt", "kapitler"),
        ("K09", "k09-styringsdel", "emner"),
    ] {
        let Some(regel) = basis.rule(key) else { continue };
        for (what, keys) in regel.table(table) {
            lacks(regel, code, what, keys, &held, findings);
        }
    }
    if let Some(regel) = basis.rule("K05") {
        lacks(regel, "k05-udbud", "konklusionen", regel.list("konklusion"), &held, findings);
    }
    if let Some(regel) = basis.rule("K06") {
        annexes(basis, regel, findings);
    }
}

/// Tells of what has none or not all of the keys that stand for it.
fn lacks(
    regel: &Regel,
    code: &'static str,
    what: &str,
    keys: &[String],
    held: &BTreeSet<String>,
    findings: &mut Findings,
) {
    let absent: Vec<&str> =
        keys.iter().filter(|key| !held.contains(*key)).map(String::as_str).collect();
    if keys.is_empty() || !absent.is_empty() {
        let message = if keys.is_empty() {
            format!("Reglen siger ikke, hvor »{what}« står.")
        } else {
            format!("»{what}« mangler: Intet dokument har »{}«.", absent.join("« eller »"))
        };
        let finding = regel.broken(code, Place::file("inputs/dokumenter.toml"), message);
        findings.push(finding.hint(
            "Tag teksten med i et dokuments kapitler, eller ret nøglen i inputs/regler.toml.",
        ));
    }
}

fn annexes(basis: &Basis<'_>, regel: &Regel, findings: &mut Findings) {
    let register = &basis.aftale().bilag;
    for key in regel.list("bilag").iter().filter(|key| !register.iter().any(|b| b.noegle == **key))
    {
        let message = format!("Bilaget »{key}« mangler i bilagslisten.");
        let finding = regel.broken("k06-llt", Place::file("inputs/aftale.toml"), message);
        findings.push(finding.hint("Skriv det ind som [[bilag]]."));
    }
}

/// The keys of the documents, of the texts in them, and of the sections of those texts.
fn held(projekt: &Projekt) -> BTreeSet<String> {
    let mut keys = BTreeSet::new();
    for dokument in &projekt.dokumenter {
        keys.insert(dokument.noegle.clone());
        for kapitel in &dokument.kapitler {
            for key in std::iter::once(&kapitel.tekst).chain(&kapitel.under) {
                keys.insert(key.clone());
                keys.extend(
                    projekt.tekst(key).iter().flat_map(|tekst| sections(&tekst.text.blocks)),
                );
            }
        }
    }
    keys
}

fn sections(blocks: &[Block]) -> Vec<String> {
    let key = |block: &Block| match block {
        Block::Heading(heading) => heading.key.clone(),
        _ => None,
    };
    blocks.iter().filter_map(key).collect()
}
