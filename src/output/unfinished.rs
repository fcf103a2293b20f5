use std::collections::BTreeSet;

use crate::assemble::Job;
use crate::finding::{Finding, Findings, Place};
use crate::model::Gruppenavn;
use crate::render::word::says;
use crate::text::danish::counted;

/// What every page of a draft is marked with.
const DRAFT: &str = "UDKAST";

/// How many open points are told by name.
const NAMED: usize = 3;

/// What a document shows that no final one may.
#[derive(Debug, Clone, Default)]
pub(super) struct Shows {
    /// How many open points; the formats show the same, so those of one are counted.
    pub awaited: usize,
    /// What they wait for, each once.
    pub points: Vec<String>,
    /// Whether it calls itself a draft.
    pub draft: bool,
}

impl Shows {
    /// The open points that have been shown.
    pub fn points(awaited: Vec<String>) -> Self {
        let count = awaited.len();
        let points: BTreeSet<String> = awaited.into_iter().collect();
        Self { awaited: count, points: points.into_iter().collect(), draft: false }
    }

    /// What a document shows by the source that its PDF is laid out from.
    #[cfg(feature = "pdf")]
    pub fn in_source(main: &str) -> Self {
        let awaited = main.matches("#afventer(").count() + main.matches("[afventer:").count();
        Self { awaited, points: Vec::new(), draft: main.contains(DRAFT) }
    }

    /// Adds what is shown in the same document, or in another format of it.
    pub fn add(&mut self, other: Self) {
        self.awaited = self.awaited.max(other.awaited);
        self.draft |= other.draft;
        self.points.extend(other.points);
        self.points.sort();
        self.points.dedup();
    }

    /// What keeps a document that is no draft (`kladde = false`) from being finished.
    pub fn unfinished(&self, job: &Job<'_>) -> Findings {
        let mut findings = Findings::new();
        if job.udgave.kladde {
            return findings;
        }
        if self.awaited > 0 {
            findings.push(self.awaited(job));
        }
        if self.draft && is_of_agreement(job.group) {
            findings.push(called_draft(job));
        }
        findings
    }

    fn awaited(&self, job: &Job<'_>) -> Finding {
        let count = match self.awaited {
            1 => "ét åbent punkt".to_owned(),
            many => counted(many, "åbent punkt", "åbne punkter"),
        };
        let named: Vec<&str> = self.points.iter().take(NAMED).map(String::as_str).collect();
        let named = match self.points.len() {
            0 => String::new(),
            all if all > NAMED => format!(": {} …", named.join("; ")),
            _ => format!(": {}", named.join("; ")),
        };
        let message = format!("»{}« ({}) har {count}{named}.", job.title, job.key);
        Finding::fejl("endelig-med-aabne-punkter", Place::file("inputs/aftale.toml"), message).hint(
            "Et endeligt dokument har ingen. Find dem med »socialaftale tjek --alle«; er det en \
             kladde endnu, så skriv kladde = true.",
        )
    }
}

fn called_draft(job: &Job<'_>) -> Finding {
    let message =
        format!("»{}« ({}) siger {DRAFT} på en side og kan ikke være endelig.", job.title, job.key);
    let template = job.templates.first().map(String::as_str).unwrap_or_default();
    Finding::fejl("endelig-med-udkast", Place::file("templates/"), message).hint(format!(
        "Fjern ordet i skabelonen »{template}« eller i dokumentets tekster; et udkast bliver mærket \
         af sig selv."
    ))
}

/// Whether a Word document that is no draft calls itself one.
pub(super) fn says_draft(job: &Job<'_>, docx: &[u8]) -> bool {
    !job.udgave.kladde && says(docx, DRAFT)
}

/// The agreement and what hangs on it; a guide may speak of drafts.
fn is_of_agreement(group: Gruppenavn) -> bool {
    matches!(group, Gruppenavn::Aftale | Gruppenavn::Bilag | Gruppenavn::Sager)
}
