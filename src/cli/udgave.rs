use std::io::{self, Write};
use std::path::Path;

use super::Outcome;
use super::args::ByggeValg;
use super::opened::{Sources, edition};
use super::show;
use super::whole::Whole;
use crate::edition::{Difference, Edition, differences};
use crate::finding::{Finding, Findings, Place};
use crate::model::Modtager;
use crate::output::{Lock, Made, MadeFile, place_files};
use crate::text::danish::counted;

/// What came of an edition that was asked for.
struct Given {
    /// Below the project.
    folder: String,
    documents: usize,
    /// None unless the documents were made again.
    differences: Option<Vec<Difference>>,
}

/// Gives back the documents of an edition, or makes them again and tells what has become different.
pub(super) fn run(
    wanted: &str,
    choice: &ByggeValg,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> io::Result<Outcome> {
    let mut findings = Findings::new();
    let given = give(wanted, choice, &mut findings);
    findings.settle();
    show::findings(&findings, err)?;
    match given {
        Ok(given) => report(&given, out).map(|()| Outcome::Fine),
        Err(outcome) => {
            writeln!(err, "Intet er skrevet.")?;
            Ok(outcome)
        }
    }
}

fn give(wanted: &str, choice: &ByggeValg, findings: &mut Findings) -> Result<Given, Outcome> {
    let project = &choice.projekt.projekt;
    let til = choice.visning.modtager.til();
    let edition = opened(project, wanted, til, findings)?;
    let again = choice.genbyg.then(|| make_again(&edition, til, findings)).transpose()?;
    let folder = folder(&edition, til, choice.genbyg);
    let failed = |faults: Findings, findings: &mut Findings| {
        findings.extend(faults);
        Outcome::Failure
    };
    let _lock = Lock::take(project).map_err(|finding| failed(finding.into(), findings))?;
    let files: Vec<(String, Vec<u8>)> = match &again {
        Some(made) => made.iter().flat_map(|made| &made.files).map(named).collect(),
        None => {
            edition.made(til).into_iter().map(|(name, bytes)| (name.into(), bytes.into())).collect()
        }
    };
    place_files(&project.join(&folder), &files).map_err(|faults| failed(faults, findings))?;
    let differences = again.map(|made| differences(&edition, til, &made));
    Ok(Given { folder, documents: edition.documents(til).len(), differences })
}

/// The edition asked for, if it has anything for the reader.
fn opened(
    project: &Path,
    wanted: &str,
    til: Modtager,
    findings: &mut Findings,
) -> Result<Edition, Outcome> {
    let edition = edition(project, wanted, findings)?;
    if edition.made(til).is_empty() {
        findings.push(not_made(&edition));
        return Err(Outcome::Findings);
    }
    Ok(edition)
}

/// Makes the documents from the inputs and templates that the edition holds.
fn make_again(
    edition: &Edition,
    til: Modtager,
    findings: &mut Findings,
) -> Result<Vec<Made>, Outcome> {
    let opened = Sources::of_edition(edition).open(None, til, findings);
    let whole = Whole::make(&opened, findings);
    whole.map(|whole| whole.made).ok_or(Outcome::Findings)
}

/// Never the output folder itself, where the documents of the inputs as they are now stand.
fn folder(edition: &Edition, til: Modtager, again: bool) -> String {
    let reader = match til {
        Modtager::Myndighed => "",
        Modtager::Offentlig => "/offentlig",
    };
    let made = if again { "/genbygget" } else { "" };
    format!("output/udgaver/{}{reader}{made}", edition.about().nummer)
}

fn named(file: &MadeFile) -> (String, Vec<u8>) {
    (file.name.clone(), file.bytes.clone())
}

fn not_made(edition: &Edition) -> Finding {
    let why = edition.about().uden_offentlig.as_deref().unwrap_or_default();
    let message = format!("Udgaven har ingen dokumenter til offentligheden: {why}");
    Finding::fejl("udgave-uden-offentlig", Place::file(edition.file()), message)
        .hint("Udelad --til, så får du dokumenterne til myndighederne.")
}

fn report(given: &Given, out: &mut dyn Write) -> io::Result<()> {
    let Given { folder, documents, differences } = given;
    let files = counted(*documents, "fil", "filer");
    match differences.as_deref() {
        None => {
            writeln!(out, "{files} ligger i {folder}/, byte for byte som da udgaven blev frosset.")
        }
        Some([]) => {
            writeln!(out, "{files} er bygget igen i {folder}/ og er byte for byte de samme.")
        }
        Some(differences) => {
            let mut table = show::table(&["Fil", "Hvad der er anderledes"], &[]);
            table.add_rows(differences.iter().map(|one| [&one.fil, &one.hvad]));
            writeln!(out, "{table}")?;
            let all = differences.len();
            writeln!(out, "Bygget igen i {folder}/: {all} af {files} er anderledes end i udgaven.")
        }
    }
}
