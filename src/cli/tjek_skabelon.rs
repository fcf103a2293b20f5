use std::io::{self, Write};
use std::path::Path;

use super::Outcome;
use super::args::TjekValg;
use super::opened::{named, open, own_templates};
use super::show;
use super::uses;
use crate::assemble::{Shelf, catalogue};
use crate::finding::{Finding, Findings, Place, Severity};
use crate::input::read_file;
use crate::output::TemplateCheck;
use crate::template::Templates;

/// Checks Word templates, by themselves or against documents' data, and lists what they use.
pub(super) fn run(choice: &TjekValg, out: &mut dyn Write) -> io::Result<Outcome> {
    let (files, mut findings) = read(choice);
    let mut outcome = if findings.is_empty() { Outcome::Findings } else { Outcome::Usage };
    // A template may call the files that its project shares.
    let own = own_templates(&choice.projekt.projekt, &mut findings);
    let templates = Templates::new(&own);
    let checks: Vec<(&str, TemplateCheck<'_>)> = files
        .iter()
        .map(|(name, bytes)| (name.as_str(), TemplateCheck::new(name, bytes, &templates)))
        .collect();
    let (found, used): (Vec<_>, Vec<_>) = checks.iter().map(|(_, check)| check.alone()).unzip();
    found.into_iter().for_each(|found| findings.extend(found));
    if !choice.dokumenter.is_empty() {
        outcome = against(choice, &checks, &mut findings).unwrap_or(outcome);
    }
    findings.settle();
    let copied = copy(choice, &checks, &findings);
    show::findings(&findings, out)?;
    if findings.is_empty() {
        writeln!(out, "Ingen fejl.")?;
    }
    for ((name, _), used) in checks.iter().zip(&used) {
        uses::list(name, used, out)?;
    }
    tell_copy(&copied, choice, out)?;
    Ok(match copied {
        Err(finding) => uncopied(&finding),
        Ok(_) if findings.has_fejl() => outcome,
        Ok(_) => Outcome::Fine,
    })
}

/// How a run ends whose copy could not be written.
fn uncopied(finding: &Finding) -> Outcome {
    match finding.code {
        "kopi-ikke-skrevet" => Outcome::Usage,
        "skabelon-beskadiget" => Outcome::Findings,
        _ => Outcome::Failure,
    }
}

/// The templates that could be read, by the name that was typed, and what was wrong with the line.
fn read(choice: &TjekValg) -> (Vec<(String, Vec<u8>)>, Findings) {
    let (mut files, mut findings) = (Vec::new(), Findings::new());
    if choice.kommentarer.is_some() && choice.skabelon.len() > 1 {
        let message = "Kommentarer kan kun skrives til én skabelon ad gangen.";
        findings.push(
            Finding::fejl("kommandolinje", Place::Command, message)
                .hint("Kør kommandoen én gang for hver skabelon, hver med sin --kommentarer."),
        );
    }
    for path in &choice.skabelon {
        match read_file(path) {
            Ok(bytes) => files.push((path.display().to_string(), bytes)),
            Err(finding) => findings.push(finding),
        }
    }
    (files, findings)
}

/// Adds what is found when the templates make the documents named.
fn against(
    choice: &TjekValg,
    checks: &[(&str, TemplateCheck<'_>)],
    findings: &mut Findings,
) -> Option<Outcome> {
    let mut of_inputs = Findings::new();
    if let Some(opened) = open(&choice.projekt.projekt, &choice.visning, &mut of_inputs) {
        let projekt = &opened.records.projekt;
        let shelf = Shelf::new(projekt);
        let jobs = catalogue(projekt, &opened.context, &shelf, &mut of_inputs);
        match named(jobs, &choice.dokumenter) {
            Ok(jobs) => {
                for job in &jobs {
                    let shelf = shelf.of(job.myndighed);
                    let found = checks.iter().map(|(_, c)| c.against(job, &shelf, &projekt.aftale));
                    found.for_each(|found| findings.extend(found));
                }
            }
            Err(unknown) => {
                findings.extend(unknown);
                return Some(Outcome::Usage);
            }
        }
    }
    // Of the inputs, only what keeps the data from being whole is of interest here.
    let fejl = of_inputs.into_iter().filter(|finding| finding.severity == Severity::Fejl);
    findings.extend(fejl);
    None
}

/// Writes the copy with comments, if one is asked for and the template can be read.
fn copy(
    choice: &TjekValg,
    checks: &[(&str, TemplateCheck<'_>)],
    findings: &Findings,
) -> Result<bool, Finding> {
    match (&choice.kommentarer, checks) {
        (Some(copy), [(_, check)]) if check.is_readable() && choice.skabelon.len() == 1 => {
            check.write_comments(copy, findings).map(|()| true)
        }
        _ => Ok(false),
    }
}

fn tell_copy(
    copied: &Result<bool, Finding>,
    choice: &TjekValg,
    out: &mut dyn Write,
) -> io::Result<()> {
    let copy = choice.kommentarer.as_deref().unwrap_or(Path::new(""));
    match copied {
        Ok(true) => writeln!(out, "Kopien med kommentarer er skrevet: {}", copy.display()),
        Ok(false) if choice.kommentarer.is_some() => {
            writeln!(out, "Der er ikke skrevet nogen kopi med kommentarer.")
        }
        Ok(false) => Ok(()),
        Err(finding) => show::findings(&Findings::from(finding.clone()), out),
    }
}
