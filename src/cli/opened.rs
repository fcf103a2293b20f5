use std::path::Path;

use crate::assemble::project_context;
use crate::check::check;
use crate::finding::Findings;
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
    let records = if findings.has_fejl() { None } else { read(&inputs, findings) }?;
    findings.extend_where_sound(check(&records.projekt));
    let context = project_context(&records.projekt, &records.places);
    Some(Opened { inputs, templates, records, context })
}
