use std::io::{self, Write};

use super::Outcome;
use super::args::ProjektValg;
use super::opened::open;
use super::show;
use crate::assemble::{Shelf, catalogue};
use crate::finding::Findings;

/// Shows what would be made, and from what.
pub(super) fn run(
    choice: &ProjektValg,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> io::Result<Outcome> {
    let mut findings = Findings::new();
    let opened = open(&choice.projekt, &mut findings);
    if let Some(opened) = &opened {
        let projekt = &opened.records.projekt;
        let shelf = Shelf::new(projekt);
        let jobs = catalogue(projekt, &opened.context, &shelf, &mut findings);
        let mut table =
            show::table(&["Nøgle", "Gruppe", "Titel", "Skabelon", "Fil", "Tekster"], &[]);
        for job in &jobs {
            let formats: Vec<&str> = job.formats.iter().map(|format| format.extension()).collect();
            table.add_row([
                job.key.clone(),
                job.group.name().to_owned(),
                job.title.clone(),
                job.template.clone(),
                format!("{}.{}", job.file_name, formats.join("/")),
                job.chapters.join(", "),
            ]);
        }
        writeln!(out, "{table}")?;
        writeln!(out, "{} dokumenter.", jobs.len())?;
    }
    findings.settle();
    show::findings(&findings, err)?;
    Ok(if findings.has_fejl() { Outcome::Findings } else { Outcome::Fine })
}
