//! What each helper takes, and what is wrong with a call that gives it something else.

use handlebars::template::{HelperTemplate, Parameter};

use super::scopes::raw;
use super::stamp::STAMP;
use super::wording::counted;
use crate::finding::{Finding, Findings, Place};

/// What a helper accepts; anything else in a template is a finding.
#[derive(Debug, Clone, Copy)]
pub(super) struct Signature {
    pub name: &'static str,
    pub least: usize,
    pub most: usize,
    pub options: &'static [&'static str],
}

const fn takes(
    name: &'static str,
    least: usize,
    most: usize,
    options: &'static [&'static str],
) -> Signature {
    Signature { name, least, most, options }
}

pub(super) const SIGNATURES: &[Signature] = &[
    takes("if", 1, 1, &["includeZero"]),
    takes("unless", 1, 1, &["includeZero"]),
    takes("each", 1, 1, &[]),
    takes("with", 1, 1, &[]),
    takes("lookup", 2, 2, &[]),
    takes("len", 1, 1, &[]),
    takes("eq", 2, 2, &[]),
    takes("ne", 2, 2, &[]),
    takes("gt", 2, 2, &[]),
    takes("gte", 2, 2, &[]),
    takes("lt", 2, 2, &[]),
    takes("lte", 2, 2, &[]),
    takes("and", 2, usize::MAX, &[]),
    takes("or", 2, usize::MAX, &[]),
    takes("not", 1, 1, &[]),
    takes("kr", 1, 1, &[]),
    takes("pct", 1, 1, &[]),
    takes("tal", 1, 1, &[]),
    takes("ord", 1, 1, &[]),
    takes("stort", 1, 1, &[]),
    takes("lille", 1, 1, &[]),
    takes("streng", 1, 1, &[]),
    takes("valgfri", 1, 1, &[]),
    takes("tekst", 1, 1, &["niveau"]),
    takes("kapitel", 1, 1, &["niveau"]),
    takes("tabel", 1, 1, &["titel"]),
    takes("figur", 1, 1, &["titel", "alt"]),
    takes("billede", 1, 1, &["alt", "titel", "bredde"]),
    takes("sideskift", 0, 0, &[]),
    takes("link", 1, 2, &[]),
    takes("dokument", 1, 1, &[]),
    takes("celle", 0, 0, &["farve", "over", "saml"]),
];

/// The helpers that stand round something.
pub(super) const BLOCKS: [&str; 4] = ["if", "unless", "each", "with"];

/// The helpers that ask about a value; all others print it, and a group cannot be printed.
pub(super) const TAKES_GROUPS: [&str; 11] =
    ["if", "unless", "each", "with", "lookup", "len", "eq", "ne", "and", "or", "not"];

pub(super) fn signature(name: &str) -> Option<&'static Signature> {
    SIGNATURES.iter().find(|signature| signature.name == name)
}

/// What is wrong with a call whatever its words lead to: too few or too many of them, options that
/// the helper does not have.
pub(super) fn signature_faults(known: &Signature, call: &HelperTemplate, at: &Place) -> Findings {
    let mut findings = Findings::new();
    if call.params.len() < known.least || call.params.len() > known.most {
        findings.push(miscounted(known, call.params.len(), at));
    }
    let options = || call.hash.keys().map(String::as_str).filter(|option| *option != STAMP);
    for option in options().filter(|option| !known.options.contains(option)) {
        let message = format!("Hjælperen »{}« kender ikke valget »{option}«.", known.name);
        let finding = Finding::fejl("ukendt-valg", at.clone(), message);
        findings.push(finding.nearest(option, known.options.iter().copied()));
    }
    if known.name == "celle" && options().next().is_none() {
        let message = "»celle« siger ikke, hvad der skal ske med cellen.";
        findings.push(
            Finding::fejl("celle-uden-valg", at.clone(), message).hint(
                "Skriv fx {{celle farve=\"gul\"}}, {{celle over=3}} eller {{celle saml=true}}.",
            ),
        );
    }
    findings
}

/// Words that stand for a helper in other programs or in Danish, and how it is written here.
const ELSEWHERE: [(&str, &str); 7] = [
    ("hvis", "{{#if …}}"),
    ("ellers", "{{else}}"),
    ("medmindre", "{{#unless …}}"),
    ("for", "{{#each …}}"),
    ("foreach", "{{#each …}}"),
    ("gentag", "{{#each …}}"),
    ("med", "{{#with …}}"),
];

pub(super) fn unknown_helper(name: &str, call: &HelperTemplate, at: &Place) -> Finding {
    let message = format!("Der findes ingen hjælper, der hedder »{name}«.");
    let finding = Finding::fejl("ukendt-hjaelper", at.clone(), message);
    if let Some((_, here)) = ELSEWHERE.iter().find(|(word, _)| *word == name) {
        return finding.hint(format!("Det skrives {here}."));
    }
    let near = finding.clone().nearest(name, SIGNATURES.iter().map(|signature| signature.name));
    match call.params.as_slice() {
        [Parameter::Path(path)] if near.hint.is_none() => finding.hint(format!(
            "Er det ét felt, så skriv det uden mellemrum: {{{{{name}.{}}}}}.",
            raw(path)
        )),
        _ => near,
    }
}

fn miscounted(known: &Signature, given: usize, at: &Place) -> Finding {
    let name = known.name;
    let opens = if BLOCKS.contains(&name) { "#" } else { "" };
    let message = format!(
        "Hjælperen »{name}« skal have {} efter navnet, men har {given}.",
        counted(known.least)
    );
    Finding::fejl("hjaelper-mangler-oplysning", at.clone(), message)
        .hint(format!("Skriv fx {{{{{opens}{name} …}}}}."))
}
