use super::files::Files;
use crate::finding::{Finding, Findings, Place};
use crate::model::Offentliggjort;

const FOLDER: &str = "inputs/offentliggjort";

/// Reads the tables of earlier public editions, each with the name of its file.
pub(super) fn read(files: &Files, findings: &mut Findings) -> Vec<(String, Offentliggjort)> {
    let mut editions = Vec::new();
    for (name, bytes) in files.under(FOLDER).filter(|(name, _)| name.ends_with(".json")) {
        match serde_json::from_slice(bytes) {
            Ok(edition) => editions.push((name.to_owned(), edition)),
            Err(error) => findings.push(unreadable(name, &error)),
        }
    }
    editions
}

fn unreadable(name: &str, error: &serde_json::Error) -> Finding {
    let line = u32::try_from(error.line()).unwrap_or(u32::MAX);
    Finding::fejl(
        "offentliggjort-ulaeselig",
        Place::line(name, line, 0),
        "Tallene fra en tidligere offentlig udgave kan ikke læses.",
    )
    .hint("Læg filen tabeller.json fra den udgave her igen, som programmet skrev den.")
}
