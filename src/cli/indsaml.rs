use std::io::{self, Write};
use std::path::Path;

use super::Outcome;
use super::args::IndsamlValg;
use super::collecting::open;
use super::show;
use crate::collect::{Aendring, FILE, Indsamling, Udfald, Udfaldsart, indsaml};
use crate::finding::{Finding, Findings, Place};
use crate::input::{Files, read_file};
use crate::output::place_files;
use crate::text::danish::{counted, without_personnumre};

/// Collects returned workbooks into the project's table of answers.
pub(super) fn run(
    choice: &IndsamlValg,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> io::Result<Outcome> {
    let mut findings = Findings::new();
    let project = &choice.projekt.projekt;
    let round = open(project, &mut findings).and_then(|(inputs, projekt)| {
        let returned = returned(&choice.mappe, &mut findings)?;
        indsaml(&projekt, &inputs, &returned, &mut findings)
    });
    let mut outcome = Outcome::Findings;
    let round = round.filter(|_| !findings.has_fejl());
    if let Some(round) = &round {
        outcome = write(choice, project, round, &mut findings);
    }
    findings.extend(round.iter().flat_map(|round| round.afvist.clone()));
    findings.settle();
    show::findings(&findings, err)?;
    match round.filter(|_| outcome == Outcome::Fine) {
        Some(round) => report(choice, &round, out)?,
        None => writeln!(err, "Intet er skrevet; inputs/ er, som det var.")?,
    }
    Ok(if findings.has_fejl() && outcome == Outcome::Fine { Outcome::Findings } else { outcome })
}

/// The files of a folder by their names below it, or the one file.
fn returned(folder: &Path, findings: &mut Findings) -> Option<Vec<(String, Vec<u8>)>> {
    if folder.is_file() {
        let name = folder.file_name().unwrap_or_default().to_string_lossy().into_owned();
        return match read_file(folder) {
            Ok(bytes) => Some(vec![(name, bytes)]),
            Err(finding) => {
                findings.push(finding);
                None
            }
        };
    }
    if !folder.is_dir() {
        findings.push(missing(folder));
        return None;
    }
    let files = Files::load(folder, ".", findings);
    let below =
        |(path, bytes): (&str, &[u8])| (path.trim_start_matches("./").to_owned(), bytes.to_vec());
    let returned: Vec<(String, Vec<u8>)> = files.under(".").map(below).collect();
    if returned.is_empty() && !findings.has_fejl() {
        findings.push(empty(folder));
        return None;
    }
    Some(returned)
}

fn missing(folder: &Path) -> Finding {
    let message = format!("Mappen »{}« findes ikke.", folder.display());
    Finding::fejl("mappe-findes-ikke", Place::Command, message)
        .hint("Skriv stien til den mappe, hvor de udfyldte skemaer ligger.")
}

fn empty(folder: &Path) -> Finding {
    let message = format!("Mappen »{}« har ingen filer, der kan samles ind.", folder.display());
    Finding::fejl("mappe-tom", Place::Command, message)
        .hint("Læg de udfyldte skemaer i den, eller skriv stien til den mappe, de ligger i.")
}

fn write(
    choice: &IndsamlValg,
    project: &Path,
    round: &Indsamling,
    findings: &mut Findings,
) -> Outcome {
    if choice.vis {
        return Outcome::Fine;
    }
    match place_files(project, &round.files) {
        Ok(()) => Outcome::Fine,
        Err(faults) => {
            findings.extend(faults);
            Outcome::Failure
        }
    }
}

fn report(choice: &IndsamlValg, round: &Indsamling, out: &mut dyn Write) -> io::Result<()> {
    let headings = ["Fil", "Svar fra", "Udmelding", "Resultat", "Svar", "Uklare", "Tomme"];
    let mut table = show::table(&headings, &[4, 5, 6]);
    for udfald in &round.udfald {
        table.add_row(row(udfald));
    }
    writeln!(out, "{table}")?;
    changes(&round.aendringer, out)?;
    let taken = |udfald: &&Udfald| {
        matches!(udfald.art, Udfaldsart::Nyt | Udfaldsart::Aendret(_) | Udfaldsart::Uaendret)
    };
    let read = round.udfald.iter().filter(taken).count();
    writeln!(
        out,
        "{}, {read} taget med. {}",
        counted(round.udfald.len(), "fil", "filer"),
        written(choice, round)
    )?;
    writeln!(out, "Se, hvem der mangler, med:  socialaftale status")
}

/// What was answered before and is answered now; a sender is named once.
fn changes(changes: &[Aendring], out: &mut dyn Write) -> io::Result<()> {
    if changes.is_empty() {
        return Ok(());
    }
    let is_corrected = changes.iter().any(|change| !change.rettelse.is_empty());
    let mut headings = vec!["Ændret svar fra", "Udmelding", "Om", "Før", "Nu"];
    headings.extend(is_corrected.then_some("Rettelse"));
    let mut table = show::table(&headings, &[]);
    let mut last = None;
    for change in changes {
        let Aendring { svar_fra, udmelding, om, foer, nu, rettelse } = change;
        let sender = Some((svar_fra, udmelding));
        let (svar_fra, udmelding) = sender.filter(|_| sender != last).unzip();
        last = sender;
        let blank = String::new();
        let nu = if nu.is_empty() { "intet svar" } else { nu };
        let mut cells = vec![svar_fra.unwrap_or(&blank), udmelding.unwrap_or(&blank), om, foer, nu];
        cells.extend(is_corrected.then_some(rettelse.as_str()));
        table.add_row(cells.into_iter().map(without_personnumre));
    }
    writeln!(out, "{table}")?;
    let still = if is_corrected { " Jeres egne rettelser gælder stadig." } else { "" };
    writeln!(out, "De tidligere svar står under »Før« i {FILE}.{still}")
}

fn row(udfald: &Udfald) -> [String; 7] {
    [
        udfald.file.clone(),
        udfald.svar_fra.clone(),
        udfald.udmelding.clone(),
        result(udfald.art),
        udfald.givne.to_string(),
        udfald.uklare.to_string(),
        udfald.ubesvarede.to_string(),
    ]
}

fn result(art: Udfaldsart) -> String {
    match art {
        Udfaldsart::Nyt => "nyt".to_owned(),
        Udfaldsart::Aendret(count) => format!("{count} ændret"),
        Udfaldsart::Uaendret => "uændret".to_owned(),
        Udfaldsart::Tomt => "ikke udfyldt".to_owned(),
        Udfaldsart::Gengang => "samme som en anden".to_owned(),
        Udfaldsart::Foraeldet => "afløst af et nyere".to_owned(),
        Udfaldsart::Uafklaret => "to forskellige".to_owned(),
        Udfaldsart::IkkeLaest => "ikke taget med".to_owned(),
    }
}

fn written(choice: &IndsamlValg, round: &Indsamling) -> &'static str {
    match (round.files.is_empty(), choice.vis) {
        (true, _) => "inputs/indberetninger.xlsx er uændret.",
        (false, true) => "Intet er skrevet (--vis).",
        (false, false) => "Svarene står i inputs/indberetninger.xlsx.",
    }
}
