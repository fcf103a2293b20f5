use std::path::Path;

use super::edition::Edition;
use super::file_name;
use super::found::{Found, Kept};
use crate::finding::{Finding, Findings, Place};

/// The edition that somebody calls by number or name, held against its digests.
pub fn open(project: &Path, wanted: &str) -> Result<Edition, Findings> {
    let mut findings = Findings::new();
    let found = Found::in_project(project, &mut findings);
    let kept = found.kept(&mut findings);
    match kept.iter().find(|kept| kept.about.is_called(wanted)) {
        Some(kept) => Edition::read(kept).map_err(Findings::from),
        // An edition whose file is not whole has been told of.
        None if found.names().any(|file| {
            file_name::is_of(file, wanted) && kept.iter().all(|kept| kept.file != file)
        }) =>
        {
            Err(findings)
        }
        None => {
            findings.push(unknown(wanted, &kept));
            Err(findings)
        }
    }
}

fn unknown(wanted: &str, kept: &[Kept<'_>]) -> Finding {
    let message = format!("Der er ingen udgave, der hedder »{wanted}«.");
    let finding = Finding::fejl("ukendt-udgave", Place::Command, message);
    let numbers: Vec<String> = kept.iter().map(|kept| kept.about.nummer.to_string()).collect();
    let names = kept.iter().map(|kept| kept.about.navn.as_str());
    let near = finding.nearest(wanted, numbers.iter().map(String::as_str).chain(names));
    match near.hint {
        Some(_) => near,
        None => near.hint("Se dem, der er, med »socialaftale udgaver«."),
    }
}
