use std::collections::BTreeSet;
use std::io::{self, Write};

use super::Outcome;
use super::args::ByggeValg;
use super::hvorfor;
use super::making::Making;
use super::opened::{Opened, add_trial, open, typed, unknown_document};
use super::show;
use crate::assemble::{Job, Shelf, catalogue};
use crate::finding::{Finding, Findings, Place};
use crate::output::{Folder, Made, Manifest, Written, reader_folder, trial};
use crate::template::Templates;
use crate::text::danish::{counted, date, list};

/// Later editions are held against what an earlier one has shown.
const WHEN_PUBLISHED: &str = "Når udgaven er offentliggjort, så kopiér output/offentlig/tabeller.json \
                              til inputs/offentliggjort/, så en senere udgave ikke røber det skjulte.";

/// Builds the documents asked for; when a fejl stands, nothing is written.
pub(super) fn run(
    choice: &ByggeValg,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> io::Result<Outcome> {
    let mut findings = of_a_final_one(choice);
    if !findings.is_empty() {
        show::findings(&findings, err)?;
        return Ok(Outcome::Usage);
    }
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
            if let Some(opened) = &opened {
                report_public(opened, out)?;
            }
            Ok(Outcome::Fine)
        }
        Err(outcome) => {
            if outcome != Outcome::Failure {
                writeln!(err, "{}", nothing_written(choice))?;
            }
            Ok(outcome)
        }
    }
}

/// A name or a number, which only a final edition is given.
fn of_a_final_one(choice: &ByggeValg) -> Findings {
    let given = [(choice.navn.is_some(), "--navn"), (choice.nummer.is_some(), "--nummer")];
    let mut findings = Findings::new();
    findings.extend(given.into_iter().filter(|(given, _)| *given).map(|(_, option)| {
        let message = format!("»{option}« hører til »--status endelig«.");
        Finding::fejl("kommandolinje", Place::Command, message)
            .hint("En kladde får navn og nummer med »socialaftale frys NAVN --nummer NUMMER«.")
    }));
    findings
}

fn nothing_written(choice: &ByggeValg) -> String {
    let folder = folder_name(choice);
    match choice.projekt.projekt.join(folder).is_dir() {
        true => format!("Intet er skrevet; dokumenterne i {folder}/ er, som de var."),
        false => "Intet er skrevet.".to_owned(),
    }
}

/// What the public edition hides and leaves out, and what to do when it is published.
fn report_public(opened: &Opened, out: &mut dyn Write) -> io::Result<()> {
    let Some(offentlig) = &opened.offentlig else { return Ok(()) };
    let tables: BTreeSet<&str> =
        offentlig.skjulte.iter().map(|count| count.tabel.as_str()).collect();
    let hidden = counted(offentlig.skjulte.len(), "tal", "tal");
    writeln!(out, "{hidden} er skjult i {}.", counted(tables.len(), "tabel", "tabeller"))?;
    let texts = &opened.records.projekt.udeladt;
    if !texts.is_empty() {
        writeln!(out, "Tekster, som kun er til myndighederne, er udeladt: {}.", list(texts))?;
    }
    writeln!(out, "{WHEN_PUBLISHED}")
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
    findings.extend(typed(opened, &jobs));
    let folder = open_folder(choice, findings)?;
    let before = (!choice.alt).then_some(&folder);
    let making = Making { opened, shelf: &shelf, templates: &templates, before };
    let made = making.all(&jobs, &choice.format.formats(), findings);
    if findings.has_fejl() {
        return Err(Outcome::Findings);
    }
    let mut manifest = Manifest::of(&projekt.aftale, &made, folder.manifest(), &known);
    manifest.undtagelser = opened.exceptions();
    let name = folder_name(choice);
    findings.extend(folder.left_over(&manifest).into_iter().map(|file| left_over(name, file)));
    match folder.write(&made, opened.offentlig.as_ref().map(|one| &one.tabeller), &manifest) {
        Ok(written) => Ok((made, written)),
        Err(faults) => {
            findings.extend(faults);
            Err(Outcome::Failure)
        }
    }
}

fn open_folder(choice: &ByggeValg, findings: &mut Findings) -> Result<Folder, Outcome> {
    let name = folder_name(choice);
    Folder::open(&choice.projekt.projekt, name).map_err(|finding| {
        findings.push(finding);
        Outcome::Failure
    })
}

fn folder_name(choice: &ByggeValg) -> &'static str {
    reader_folder(choice.visning.modtager.til())
}

/// A document that stands where this run would have put it, if it had made it.
pub(super) fn left_over(folder: &str, name: &str) -> Finding {
    Finding::oplysning(
        "ikke-laengere-lavet",
        Place::file(format!("{folder}/{name}")),
        "Dokumentet ligger her fra en tidligere kørsel, men laves ikke længere.",
    )
    .hint("Slet det, hvis det ikke skal bruges.")
}

/// The jobs of the groups and keys asked for; an unknown key is a fejl.
pub(super) fn chosen<'p>(
    jobs: Vec<Job<'p>>,
    choice: &ByggeValg,
    findings: &mut Findings,
) -> Vec<Job<'p>> {
    for key in &choice.dokumenter {
        if !jobs.iter().any(|job| job.key == *key) {
            findings.push(unknown_document(key, &jobs));
        }
    }
    let asked = jobs.len();
    let jobs: Vec<Job<'p>> = jobs.into_iter().filter(|job| is_chosen(job, choice)).collect();
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

/// Whether a document has one of the keys and is in one of the groups asked for, if any are.
pub(super) fn is_chosen(job: &Job<'_>, choice: &ByggeValg) -> bool {
    let in_group = choice.kun.iter().any(|group| group.name() == job.group);
    (choice.kun.is_empty() || in_group)
        && (choice.dokumenter.is_empty() || choice.dokumenter.contains(&job.key))
}

fn report(made: &[Made], written: Written, folder: &str, out: &mut dyn Write) -> io::Result<()> {
    let (kept, again): (Vec<&Made>, Vec<&Made>) = made.iter().partition(|made| made.is_kept());
    if again.is_empty() {
        let documents = counted(kept.len(), "dokument", "dokumenter");
        writeln!(out, "Intet er ændret: {documents} i {folder}/ står, som de er.")?;
    } else {
        made_again(&again, out)?;
        hvorfor::tell(&again, out)?;
        writeln!(
            out,
            "{} i {folder}/: {} skrevet, {} uændrede.",
            counted(again.len(), "dokument", "dokumenter"),
            counted(written.new, "fil", "filer"),
            written.unchanged
        )?;
        if !kept.is_empty() {
            let others = counted(kept.len(), "andet dokument", "andre dokumenter");
            writeln!(out, "{others} står, som de er: intet i dem er ændret.")?;
        }
    }
    let awaited: usize = made.iter().map(|made| made.entry.afventer).sum();
    if awaited > 0 {
        writeln!(out, "Se de åbne punkter (»afventer«) med: socialaftale tjek")?;
    }
    Ok(())
}

fn made_again(made: &[&Made], out: &mut dyn Write) -> io::Result<()> {
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
    writeln!(out, "{table}")
}
