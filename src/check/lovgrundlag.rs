use super::basis::Basis;
use crate::finding::{Findings, Place};

/// The laws that the agreement rests on are named (K03).
pub(super) fn check(basis: &Basis<'_>, findings: &mut Findings) {
    let Some(regel) = basis.rule("K03") else { return };
    let lines: Vec<String> = basis
        .aftale()
        .lovgrundlag
        .iter()
        .map(|one| format!("{} {} ", one.lov, one.paragraf).replace('\u{a0}', " "))
        .collect();
    // "§ 6" is not named by "§ 66": what follows the words is no figure.
    let has = |line: &str, words: &String| {
        line.match_indices(words.as_str()).any(|(at, found)| {
            !line[at + found.len()..].starts_with(|next: char| next.is_ascii_digit())
        })
    };
    for (law, words) in regel.table("love") {
        if !lines.iter().any(|line| words.iter().all(|word| has(line, word))) {
            let message = format!("Lovgrundlaget nævner ikke {law}.");
            let finding =
                regel.broken("k03-lovgrundlag", Place::file("inputs/aftale.toml"), message);
            findings.push(finding.hint("Tilføj den som [[lovgrundlag]] med lov og paragraf."));
        }
    }
}
