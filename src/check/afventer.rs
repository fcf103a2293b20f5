use crate::finding::{Finding, Findings, Place};
use crate::input::{Files, plain_text};
use crate::text::markdown::verbatim;

const OPEN: &str = "[afventer:";

/// Lists every `[afventer: …]` mark in the texts and TOML files, as advarsler.
pub fn awaited(inputs: &Files) -> Findings {
    let mut findings = Findings::new();
    each_mark(inputs, &mut |place, rest| {
        if let Some(what) = rest.strip_prefix(OPEN).and_then(inside) {
            let message = format!("Afventer: {what}.");
            findings.push(Finding::advarsel("afventer", place, message));
        }
    });
    findings
}

/// Tells of marks that would be printed as they stand, since they are not written as marks are.
pub fn misspelt_marks(inputs: &Files) -> Findings {
    let mut findings = Findings::new();
    each_mark(inputs, &mut |place, rest| {
        if rest.strip_prefix(OPEN).and_then(inside).is_none() {
            findings.push(
                Finding::fejl(
                    "afventer-skrevet-forkert",
                    place,
                    "Et åbent punkt er ikke skrevet rigtigt.",
                )
                .hint("Skriv [afventer: hvad der mangler] med små bogstaver, kolon og slutklamme."),
            );
        }
    });
    findings
}

/// What stands before the closing bracket, which must come in the same paragraph.
fn inside(rest: &str) -> Option<String> {
    let paragraph = rest.split("\n\n").next().unwrap_or(rest);
    let (what, _) = paragraph.split_once(']')?;
    let words: Vec<&str> = what.split_whitespace().collect();
    (!words.is_empty()).then(|| words.join(" "))
}

/// Calls `tell` with the place of every "[afventer" and the text from there on.
fn each_mark(inputs: &Files, tell: &mut dyn FnMut(Place, &str)) {
    for name in inputs.names().filter(|name| name.ends_with(".md") || name.ends_with(".toml")) {
        let Some(text) = inputs.get(name).and_then(|bytes| plain_text(bytes, name).ok()) else {
            continue;
        };
        // A mark that a text shows as an example is no open point.
        let shown = if name.ends_with(".md") { verbatim(&text) } else { Vec::new() };
        let mut start = 0;
        for (number, line) in (1..).zip(text.split_inclusive('\n')) {
            // A comment in a TOML file explains the mark; it is no open point.
            let comment = name.ends_with(".toml") && line.trim_start().starts_with('#');
            // Letters keep their length in lower case here: only ASCII ones change.
            for (at, _) in line.to_ascii_lowercase().match_indices("[afventer") {
                let example = shown.iter().any(|range| range.contains(&(start + at)));
                if !comment && !example {
                    let column = 1 + u32::try_from(line[..at].chars().count()).unwrap_or(u32::MAX);
                    tell(Place::line(name, number, column), &text[start + at..]);
                }
            }
            start += line.len();
        }
    }
}
