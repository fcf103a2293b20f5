use std::path::Path;

use crate::assemble::{Job, project_context};
use crate::check::{check, misspelt_marks};
use crate::finding::{Finding, Findings, Place};
use crate::input::{Files, Records, read};
use crate::merge::Context;

/// A project folder as read and checked.
pub(super) struct Opened {
    pub inputs: Files,
    pub templates: Files,
    pub records: Records,
    pub context: Context,
}

/// Reads a project; none when something vital cannot be read.
pub(super) fn open(project: &Path, findings: &mut Findings) -> Option<Opened> {
    let inputs = Files::load(project, "inputs", findings);
    let templates = if project.join("templates").is_dir() {
        Files::load(project, "templates", findings)
    } else {
        Files::new()
    };
    findings.extend(misspelt_marks(&inputs));
    let records = if findings.has_fejl() { None } else { read(&inputs, findings) }?;
    findings.extend_where_sound(check(&records.projekt));
    let context = project_context(&records.projekt, &records.places);
    Some(Opened { inputs, templates, records, context })
}

/// A document that was asked for by a key it does not have.
pub(super) fn unknown_document(key: &str, jobs: &[Job<'_>]) -> Finding {
    let message = format!("Der er intet dokument med nøglen »{key}«.");
    Finding::fejl("ukendt-dokument", Place::Command, message)
        .nearest(key, jobs.iter().map(|job| job.key.as_str()))
}
