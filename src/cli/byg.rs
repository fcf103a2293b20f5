use std::io::{self, Write};

use super::Outcome;
use super::args::{ByggeValg, Filformat, Til};
use super::making::Making;
use super::opened::{Opened, add_trial, open, unknown_document};
use super::show;
use crate::assemble::{Job, Shelf, catalogue};
use crate::finding::{Finding, Findings, Place};
use crate::model::Gruppenavn;
use crate::output::{Folder, Made, Manifest, Written, trial};
use crate::template::Templates;
use crate::text::danish::{counted, date};

/// Later editions are held against what an earlier one has shown.
const WHEN_PUBLISHED: &str = "Når udgaven er offentliggjort, så kopiér output/offentlig/tabeller.json \
                              til inputs/offentliggjort/, så en senere udgave ikke røber det skjulte.";

/// Builds the documents asked for; when a fejl stands, nothing is written.
pub(super) fn run(
    choice: &ByggeValg,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> io::Result<Outcome> {
    let mut findings = Findings::new();
    let opened = open(&choice.projekt.projekt, &choice.visning, &mut findings);
    let made = match &opened {
        Some(opened) => build(opened, choice, &mut findings),
        None => Err(Outcome::Findings),
    };
    findings.settle();
    show::findings(&findings, err)?;
    match made {
        Ok((made, written)) => {
            report(&made, written, folder_name(choice), out)?;
            if let Some(day) = choice.visning.pr {
                writeln!(out, "Taksterne er dem, der gælder den {}.", date(day))?;
            }
            if matches!(choice.visning.til, Til::Offentlig) {
                writeln!(out, "{WHEN_PUBLISHED}")?;
            }
            Ok(Outcome::Fine)
        }
        Err(outcome) => {
            if outcome != Outcome::Failure {
                let folder = folder_name(choice);
                writeln!(err, "Intet er skrevet; dokumenterne i {folder}/ er, som de var.")?;
            }
            Ok(outcome)
        }
    }
}

fn build(
    opened: &Opened,
    choice: &ByggeValg,
    findings: &mut Findings,
) -> Result<(Vec<Made>, Written), Outcome> {
    let projekt = &opened.records.projekt;
    let shelf = Shelf::new(projekt);
    let templates = Templates::new(&opened.templates);
    let jobs = catalogue(projekt, &opened.context, &shelf, findings);
    let known: Vec<String> = jobs.iter().map(|job| job.key.clone()).collect();
    if findings.has_fejl() {
        // Nothing will be built, but everything that is wrong is told at once.
        add_trial(trial(&jobs, &shelf, &templates, &projekt.aftale), findings);
        return Err(Outcome::Findings);
    }
    let jobs = chosen(jobs, choice, findings);
    if findings.has_fejl() {
        return Err(Outcome::Usage);
    }
    let folder = open_folder(choice, findings)?;
    let making = Making { opened, shelf: &shelf, templates: &templates, before: Some(&folder) };
    let made = making.all(&jobs, &Filformat::formats(&choice.format), findings);
    if findings.has_fejl() {
        return Err(Outcome::Findings);
    }
    let mut manifest = Manifest::of(&projekt.aftale, &made, folder.manifest(), &known);
    manifest.undtagelser = opened.exceptions();
    let name = folder_name(choice);
    findings.extend(folder.left_over(&manifest).into_iter().map(|file| left_over(name, file)));
    match folder.write(&made, opened.tabeller.as_ref(), &manifest) {
        Ok(written) => Ok((made, written)),
        Err(faults) => {
            findings.extend(faults);
            Err(Outcome::Failure)
        }
    }
}

fn open_folder(choice: &ByggeValg, findings: &mut Findings) -> Result<Folder, Outcome> {
    let name = folder_name(choice);
    Folder::open(&choice.projekt.projekt.join(name), name).map_err(|finding| {
        findings.push(finding);
        Outcome::Failure
    })
}

/// Each reader has a folder, so that full counts are never sent out with a folder for the public.
fn folder_name(choice: &ByggeValg) -> &'static str {
    match choice.visning.til {
        Til::Myndighed => "output",
        Til::Offentlig => "output/offentlig",
    }
}

fn left_over(folder: &str, name: &str) -> Finding {
    Finding::oplysning(
        "ikke-laengere-lavet",
        Place::file(format!("{folder}/{name}")),
        "Dokumentet ligger her fra en tidligere kørsel, men laves ikke længere.",
    )
    .hint("Slet det, hvis det ikke skal bruges.")
}

/// The jobs of the groups and keys asked for; an unknown key is a fejl.
fn chosen<'p>(jobs: Vec<Job<'p>>, choice: &ByggeValg, findings: &mut Findings) -> Vec<Job<'p>> {
    for key in &choice.dokumenter {
        if !jobs.iter().any(|job| job.key == *key) {
            findings.push(unknown_document(key, &jobs));
        }
    }
    let asked = jobs.len();
    let groups: Vec<Gruppenavn> = choice.kun.iter().map(|group| group.name()).collect();
    let jobs: Vec<Job<'p>> = jobs
        .into_iter()
        .filter(|job| groups.is_empty() || groups.contains(&job.group))
        .filter(|job| choice.dokumenter.is_empty() || choice.dokumenter.contains(&job.key))
        .collect();
    if jobs.is_empty() && asked > 0 && !findings.has_fejl() {
        findings.push(
            Finding::fejl(
                "ingen-dokumenter",
                Place::Command,
                "Ingen dokumenter passer til både navnene og --kun.",
            )
            .hint("Udelad --kun, eller se dokumenternes grupper med »socialaftale dokumenter«."),
        );
    }
    jobs
}

fn report(made: &[Made], written: Written, folder: &str, out: &mut dyn Write) -> io::Result<()> {
    let headings = ["Dokument", "Titel", "Formater", "Sider", "Størrelse", "Afventer", "Fund"];
    let mut table = show::table(&headings, &[3, 4, 5, 6]);
    for made in made {
        let formats: Vec<&str> = made.entry.filer.iter().map(|file| file.format.as_str()).collect();
        let pages = made.entry.filer.iter().find_map(|file| file.sider);
        let bytes = made.entry.filer.iter().map(|file| file.bytes).sum();
        table.add_row([
            made.entry.noegle.clone(),
            made.entry.titel.clone(),
            formats.join(", "),
            pages.map_or_else(|| "–".to_owned(), |pages| pages.to_string()),
            show::size(bytes),
            made.entry.afventer.to_string(),
            made.findings.len().to_string(),
        ]);
    }
    writeln!(out, "{table}")?;
    writeln!(
        out,
        "{} i {folder}/: {} filer skrevet, {} uændrede.",
        counted(made.len(), "dokument", "dokumenter"),
        written.new,
        written.unchanged
    )?;
    let awaited: usize = made.iter().map(|made| made.entry.afventer).sum();
    if awaited > 0 {
        writeln!(out, "Se de åbne punkter (»afventer«) med: socialaftale tjek")?;
    }
    Ok(())
}
