use std::io::{self, Write};

use super::Outcome;
use super::args::DokumentValg;
use super::opened::open;
use super::show;
use crate::assemble::{Job, Shelf, catalogue};
use crate::finding::Findings;
use crate::text::danish::counted;

/// Shows what would be made, and from what.
pub(super) fn run(
    choice: &DokumentValg,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> io::Result<Outcome> {
    let mut findings = Findings::new();
    let opened = open(&choice.projekt.projekt, &choice.visning, &mut findings);
    if let Some(opened) = &opened {
        let projekt = &opened.records.projekt;
        let shelf = Shelf::new(projekt);
        let jobs = catalogue(projekt, &opened.context, &shelf, &mut findings);
        for job in &jobs {
            show_job(job, out)?;
        }
        writeln!(out, "{}.", counted(jobs.len(), "dokument", "dokumenter"))?;
    }
    findings.settle();
    show::findings(&findings, err)?;
    Ok(if findings.has_fejl() { Outcome::Findings } else { Outcome::Fine })
}

fn show_job(job: &Job<'_>, out: &mut dyn Write) -> io::Result<()> {
    let files: Vec<String> = job
        .formats
        .iter()
        .map(|format| format!("{}.{}", job.file_name, format.extension()))
        .collect();
    writeln!(out, "{} ({})", job.key, job.group.name())?;
    writeln!(out, "  Titel     {}", job.title)?;
    writeln!(out, "  Filer     {}", files.join(", "))?;
    writeln!(out, "  Skabelon  {}", job.templates.join(", ellers "))?;
    writeln!(out, "  Tekster   {}\n", job.texts.join(", "))
}
