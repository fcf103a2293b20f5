use std::collections::BTreeSet;

use super::basis::Basis;
use super::passager::{Passage, is_among};
use crate::finding::{Findings, Place};
use crate::model::Regel;

/// Bilag have numbers of their own, and those that texts refer to exist (K17).
pub(super) fn check(basis: &Basis<'_>, findings: &mut Findings) {
    let Some(regel) = basis.rule("K17") else { return };
    numbers(basis, regel, findings);
    let excepted = regel.list("undtagne_tekster");
    for passage in basis.passages.iter().filter(|passage| !is_among(passage.key(), excepted)) {
        typed(basis, regel, passage, findings);
    }
    unmentioned(basis, regel, findings);
}

/// Numbers are unique and begin at 1 without a gap.
fn numbers(basis: &Basis<'_>, regel: &Regel, findings: &mut Findings) {
    let register = &basis.aftale().bilag;
    for (index, bilag) in register.iter().enumerate() {
        let first = register[..index].iter().position(|other| other.nummer == bilag.nummer);
        if let Some(first) = first {
            let at = |index: usize| basis.in_aftale(&format!("bilag.{index}.nummer"));
            let message = format!(
                "Bilagene »{}« ({}) og »{}« har samme nummer.",
                register[first].noegle,
                at(first),
                bilag.noegle
            );
            let finding = regel.broken("k17-bilag", at(index), message);
            findings.push(finding.hint("Giv hvert bilag sit eget nummer."));
        }
    }
    let numbers: BTreeSet<u32> = register.iter().map(|bilag| bilag.nummer).collect();
    let gap = (1..).zip(&numbers).find(|(expected, number)| expected != *number);
    if let Some((missing, number)) = gap {
        let message =
            format!("Efter nummer skulle bilag {missing} komme, men det næste er {number}.");
        let finding = regel.awaited(true, "k17-bilag", Place::file("inputs/aftale.toml"), message);
        findings.push(finding.hint("Giv bilagene numre fra 1 og op uden spring."));
    }
}

/// "Bilag 4" in a text is a bilag of the register.
fn typed(basis: &Basis<'_>, regel: &Regel, passage: &Passage, findings: &mut Findings) {
    for at in passage.find_all("bilag ") {
        let before = passage.words[..at].chars().next_back();
        if before.is_some_and(char::is_alphanumeric) {
            continue;
        }
        let after = passage.words[at + "bilag ".len()..].trim_start();
        let digits: String = after.chars().take_while(char::is_ascii_digit).collect();
        let Ok(number) = digits.parse::<u32>() else { continue };
        if !basis.aftale().bilag.iter().any(|bilag| bilag.nummer == number) {
            let message = format!("Her henvises til bilag {number}, som ikke er i bilagslisten.");
            let finding = regel.broken("k17-bilag", passage.at(at), message);
            findings
                .push(finding.hint("Skriv henvisningen med nøgle, fx [](#bilag:styringsaftale)."));
        }
    }
}

/// Every bilag is referred to, by a list of them all or one by one.
fn unmentioned(basis: &Basis<'_>, regel: &Regel, findings: &mut Findings) {
    let says = |words: &str| basis.passages.iter().any(|passage| passage.words.contains(words));
    if says("{{tabel \"bilag\"}}") {
        return;
    }
    for (index, bilag) in basis.aftale().bilag.iter().enumerate() {
        if !says(&format!("#bilag:{})", bilag.noegle)) {
            let message =
                format!("Ingen tekst henviser til bilag {}, »{}«.", bilag.nummer, bilag.titel);
            let at = basis.in_aftale(&format!("bilag.{index}.noegle"));
            let finding = regel.broken("k17-bilag", at, message);
            findings.push(finding.hint(format!(
                "Henvis til det med [](#bilag:{}), eller vis dem alle med {{{{tabel \"bilag\"}}}}.",
                bilag.noegle
            )));
        }
    }
}
