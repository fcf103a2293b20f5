use std::io::{self, Write};
use std::path::{Path, PathBuf};

use super::Outcome;
use super::args::SkemaValg;
use super::collecting::open;
use super::show;
use crate::collect::{Skema, is_untouched, skemaer};
use crate::finding::{Finding, Findings, Place};
use crate::input::read_file;
use crate::model::{CentralUdmelding, Projekt};
use crate::output::place_files;
use crate::text::danish::counted;

/// Writes the return workbooks; one that somebody has filled in is never written over.
pub(super) fn run(
    choice: &SkemaValg,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> io::Result<Outcome> {
    let mut findings = Findings::new();
    let made = open(&choice.projekt.projekt, &mut findings).map(|(_, projekt)| {
        let udmeldinger = chosen(&projekt, choice, &mut findings);
        let made = skemaer(&projekt, udmeldinger, &mut findings);
        findings.extend(made.iter().filter_map(|skema| filled_in(&projekt, choice, skema)));
        made
    });
    let outcome = match made.filter(|_| !findings.has_fejl()) {
        Some(made) => write(choice, &made, &mut findings, out)?,
        None => Outcome::Findings,
    };
    findings.settle();
    show::findings(&findings, err)?;
    Ok(outcome)
}

fn folder(choice: &SkemaValg) -> PathBuf {
    choice.til.clone().unwrap_or_else(|| choice.projekt.projekt.join("output/skemaer"))
}

fn chosen<'p>(
    projekt: &'p Projekt,
    choice: &SkemaValg,
    findings: &mut Findings,
) -> Vec<&'p CentralUdmelding> {
    let all = projekt.udmeldinger.iter();
    let Some(key) = &choice.udmelding else { return all.collect() };
    let chosen: Vec<&CentralUdmelding> = all.filter(|of| of.noegle == *key).collect();
    if chosen.is_empty() {
        let message = format!("Der er ingen central udmelding med nøglen »{key}«.");
        let known = projekt.udmeldinger.iter().map(|of| of.noegle.as_str());
        findings
            .push(Finding::fejl("ukendt-udmelding", Place::Command, message).nearest(key, known));
    }
    chosen
}

fn filled_in(projekt: &Projekt, choice: &SkemaValg, skema: &Skema) -> Option<Finding> {
    let path = folder(choice).join(&skema.name);
    let there = path.exists().then(|| read_file(&path))?.unwrap_or_default();
    if there == skema.bytes || is_untouched(projekt, &skema.name, &there) {
        return None;
    }
    let message = "Her ligger et skema, som nogen har udfyldt, eller en anden fil; den bliver ikke erstattet.";
    Some(
        Finding::fejl("skema-udfyldt", Place::file(path.display().to_string()), message)
            .hint("Saml den ind, og flyt den, eller skriv skemaerne i en anden mappe med --til."),
    )
}

fn write(
    choice: &SkemaValg,
    made: &[Skema],
    findings: &mut Findings,
    out: &mut dyn Write,
) -> io::Result<Outcome> {
    let folder = folder(choice);
    let files: Vec<(String, Vec<u8>)> =
        made.iter().map(|skema| (skema.name.clone(), skema.bytes.clone())).collect();
    if let Err(faults) = place_files(&folder, &files) {
        findings.extend(faults);
        return Ok(Outcome::Failure);
    }
    let shown = shown(&folder);
    writeln!(out, "{} skrevet i {shown}.", counted(made.len(), "skema er", "skemaer er"))?;
    writeln!(out, "Send dem ud, og saml svarene ind med:  socialaftale indsaml MAPPE")?;
    Ok(Outcome::Fine)
}

fn shown(folder: &Path) -> String {
    folder.display().to_string().trim_start_matches("./").to_owned()
}
