use crate::finding::{Finding, Findings, Place};
use crate::input::{Files, plain_text};

const OPEN: &str = "[afventer:";

/// Lists every `[afventer: …]` mark in the texts and TOML files, as advarsler.
pub fn awaited(inputs: &Files) -> Findings {
    let mut findings = Findings::new();
    for name in inputs.names().filter(|name| name.ends_with(".md") || name.ends_with(".toml")) {
        let Some(text) = inputs.get(name).and_then(|bytes| plain_text(bytes, name).ok()) else {
            continue;
        };
        for (line, words) in (1..).zip(text.lines()) {
            // A comment in a TOML file explains the mark; it is no open point.
            if name.ends_with(".toml") && words.trim_start().starts_with('#') {
                continue;
            }
            findings.extend(marks(words).map(|(column, what)| {
                Finding::advarsel(
                    "afventer",
                    Place::line(name, line, column),
                    format!("Afventer: {what}."),
                )
            }));
        }
    }
    findings
}

/// The marks of a line: column from 1, and what is awaited.
fn marks(line: &str) -> impl Iterator<Item = (u32, String)> {
    line.match_indices(OPEN).map(|(at, _)| {
        let column = 1 + u32::try_from(line[..at].chars().count()).unwrap_or(u32::MAX);
        let rest = &line[at + OPEN.len()..];
        (column, rest.split(']').next().unwrap_or(rest).trim().to_owned())
    })
}
