use std::io::{self, Write};

use super::show;
use crate::finding::{Finding, Findings, Severity};

/// What each group of reasons is called, and the codes in it; the others come after them.
const GROUPS: [(&str, &[&str]); 4] = [
    ("Mærket som udkast", &["endelig-kladde", "endelig-med-udkast"]),
    ("Åbne punkter", &["endelig-med-aabne-punkter", "afventer", "uafklaret-svar"]),
    ("Konstruerede tal", &["endelig-konstrueret"]),
    ("Det, offentligheden kan se", &["lille-tal-vist", "kan-udledes", "haandskrevet-tal"]),
];

/// Shows why an edition cannot be final, one kind of reason at a time.
pub(super) fn show(findings: &Findings, to: &mut dyn Write) -> io::Result<()> {
    let titles = GROUPS.map(|(title, _)| title).into_iter();
    for title in titles.chain(["Det, reglerne kræver", "Andre fejl", "Værd at vide"]) {
        let group: Vec<&Finding> =
            findings.iter().filter(|finding| title_of(finding) == title).collect();
        if !group.is_empty() {
            writeln!(to, "{title}\n{}\n", "=".repeat(title.chars().count()))?;
            reasons(group, to)?;
        }
    }
    writeln!(to, "{}", show::summary(findings))
}

fn title_of(finding: &Finding) -> &'static str {
    let known = GROUPS.iter().find(|(_, codes)| codes.contains(&finding.code));
    match known {
        Some((title, _)) => title,
        None if finding.severity != Severity::Fejl => "Værd at vide",
        None if finding.rule.is_some() => "Det, reglerne kræver",
        None => "Andre fejl",
    }
}

/// The reasons of a group; those with one place and one hint are shown together, and open points
/// come last, each with its place.
fn reasons(group: Vec<&Finding>, to: &mut dyn Write) -> io::Result<()> {
    let (marks, rest): (Vec<&Finding>, Vec<&Finding>) = group.into_iter().partition(show::is_mark);
    let alike = |one: &&Finding, other: &&Finding| {
        (one.code, &one.place, &one.hint) == (other.code, &other.place, &other.hint)
    };
    rest.chunk_by(alike).try_for_each(|alike| show::together(alike, to))?;
    show::awaited(&marks, to)
}
