use std::path::Path;

use crate::finding::{Finding, Findings};
use crate::input::{Files, read};
use crate::model::Projekt;

/// What collecting goes by; faults in other inputs keep nobody from sending or reading forms.
const NEEDED: [&str; 3] =
    ["inputs/aftale.toml", "inputs/myndigheder.toml", "inputs/centrale-udmeldinger.xlsx"];

/// Reads what collecting needs of a project; none while a fejl stands in it.
pub(super) fn open(project: &Path, findings: &mut Findings) -> Option<(Files, Projekt)> {
    let inputs = Files::load(project, "inputs", findings);
    inputs.names().next()?;
    let mut found = Findings::new();
    let records = read(&inputs, &mut found);
    let is_needed =
        |finding: &Finding| finding.place.file_name().is_some_and(|file| NEEDED.contains(&file));
    findings.extend(found.into_iter().filter(is_needed));
    (!findings.has_fejl()).then_some((inputs, records.projekt))
}
