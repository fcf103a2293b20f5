use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use super::about::About;
use super::file_name;
use super::found::Found;
use super::lines::lines;
use super::nummer::Nummer;
use super::{ENDING, FOLDER};
use crate::finding::{Finding, Findings, Place};
use crate::model::{Udgave, Udgavelinje};

const LONGEST: usize = 100;

/// What a new edition is asked to be; what is left out is as the inputs have it.
#[derive(Debug, Clone, Copy, Default)]
pub struct Wanted<'a> {
    pub navn: &'a str,
    /// One up from the newest when it is left out.
    pub nummer: Option<&'a str>,
    pub behandlet_i: Option<&'a str>,
    pub aendringer: Option<&'a str>,
}

/// A number and a name that no edition of the project has.
#[derive(Debug, Clone)]
pub struct Claim {
    pub nummer: Nummer,
    pub navn: String,
    /// The lines of the editions with lower numbers.
    pub tidligere: Vec<Udgavelinje>,
    behandlet_i: Option<String>,
    aendringer: Option<String>,
}

/// Finds the number and name of a new edition.
pub fn claim(project: &Path, wanted: &Wanted<'_>) -> Result<Claim, Findings> {
    let mut broken = Findings::new();
    let found = Found::in_project(project, &mut broken);
    let kept: Vec<About> = found.kept(&mut broken).into_iter().map(|kept| kept.about).collect();
    // A file that cannot be read keeps the number that it is named by.
    let mut taken: BTreeSet<Nummer> = found.names().filter_map(file_name::number).collect();
    // So does one that is lost, if those after it know of it.
    let known = lines(&kept);
    taken.extend(known.keys().cloned());
    let mut findings = Findings::new();
    let navn = wanted.navn.trim();
    findings.extend(unfit(navn).or_else(|| used(navn, &known)));
    let nummer = free(wanted.nummer, &taken).map_err(|finding| findings.push(finding));
    let Some(nummer) = nummer.ok().filter(|_| findings.is_empty()) else { return Err(findings) };
    let before = known.into_iter().filter(|(other, _)| *other < nummer);
    Ok(Claim {
        tidligere: before.map(|(_, line)| line).collect(),
        nummer,
        navn: navn.to_owned(),
        behandlet_i: wanted.behandlet_i.map(str::to_owned),
        aendringer: wanted.aendringer.map(str::to_owned),
    })
}

impl Claim {
    /// The line of the edition in the history; what was not asked for is as the inputs have it.
    pub(super) fn line(&self, udgave: &Udgave) -> Udgavelinje {
        Udgavelinje {
            nummer: Some(self.nummer.to_string()),
            navn: self.navn.clone(),
            dato: udgave.dato,
            behandlet_i: self.behandlet_i.clone().unwrap_or_else(|| udgave.organ.clone()),
            aendringer: self.aendringer.clone().unwrap_or_else(|| udgave.aendringer.clone()),
        }
    }

    /// The path of the edition's file below the project: "inputs/udgaver/0.2-das.udgave.zip".
    pub(super) fn file(&self) -> String {
        format!("{FOLDER}/{}{ENDING}", self.stem())
    }

    /// What the edition's files are called, without folder and ending: "0.2-das".
    pub fn stem(&self) -> String {
        file_name::stem(&self.nummer, &self.navn)
    }
}

fn unfit(navn: &str) -> Option<Finding> {
    let message = match () {
        () if navn.is_empty() => "En udgave skal have et navn.",
        () if navn.chars().count() > LONGEST => "Navnet er længere end 100 tegn.",
        () if navn.contains(char::is_control) => "Navnet rummer tegn, der ikke kan skrives.",
        () if Nummer::parse(navn).is_some() => "Navnet er et nummer.",
        () => return None,
    };
    Some(
        Finding::fejl("udgave-navn", Place::Command, message)
            .hint("Skriv et navn i anførselstegn, fx \"DAS 25. maj 2020\"."),
    )
}

fn used(navn: &str, known: &BTreeMap<Nummer, Udgavelinje>) -> Option<Finding> {
    let same = |line: &&Udgavelinje| line.navn.to_lowercase() == navn.to_lowercase();
    let (nummer, used) = known.iter().find(|(_, line)| same(line))?;
    let message = format!("Udgave {nummer} hedder allerede »{}«.", used.navn);
    Some(
        Finding::fejl("udgave-navn-brugt", Place::Command, message)
            .hint("Vælg et andet navn; en udgave bliver aldrig erstattet."),
    )
}

/// The number asked for, if no edition has it, or else the next one.
fn free(asked: Option<&str>, taken: &BTreeSet<Nummer>) -> Result<Nummer, Finding> {
    let next = Nummer::after(taken.last());
    let Some(asked) = asked else { return Ok(next) };
    let Some(nummer) = Nummer::parse(asked) else {
        let message = format!("»{asked}« er ikke et nummer på en udgave.");
        return Err(Finding::fejl("udgave-nummer", Place::Command, message)
            .hint(format!("Skriv tal med punktum imellem, fx {next}, eller udelad --nummer.")));
    };
    if taken.contains(&nummer) {
        let message = format!("Der er allerede en udgave {nummer}.");
        return Err(Finding::fejl("udgave-nummer-brugt", Place::Command, message).hint(format!(
            "En udgave bliver aldrig erstattet. Det næste ledige nummer er {next}."
        )));
    }
    Ok(nummer)
}
