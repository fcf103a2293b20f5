use std::collections::BTreeSet;
use std::io::{self, Write};

use super::Outcome;
use super::args::FrysValg;
use super::opened::{Opened, Sources};
use super::show;
use super::whole::Whole;
use crate::edition::{About, Claim, Contents, History, Wanted, claim, freeze};
use crate::finding::{Finding, Findings, Place, Severity};
use crate::model::Modtager;
use crate::output::Lock;
use crate::template::Templates;
use crate::text::danish::counted;

/// Makes every document anew and keeps them in an edition with all that they are made of.
pub(super) fn run(
    choice: &FrysValg,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> io::Result<Outcome> {
    let mut findings = Findings::new();
    let kept = keep(choice, &mut findings);
    findings.settle();
    show::findings(&findings, err)?;
    match kept {
        Ok((file, about, documents)) => {
            writeln!(out, "Udgave {} er frosset i {file}.", about.line().betegnelse())?;
            writeln!(out, "Den rummer {documents}.")?;
            Ok(Outcome::Fine)
        }
        Err(outcome) => {
            writeln!(err, "Ingen udgave er frosset.")?;
            Ok(outcome)
        }
    }
}

/// Freezes and gives the file, what it says of itself, and what there is in it for whom.
fn keep(choice: &FrysValg, findings: &mut Findings) -> Result<(String, About, String), Outcome> {
    let project = &choice.projekt.projekt;
    let sources = Sources::of_project(project, findings).ok_or(Outcome::Findings)?;
    // Only one run has the output folder open, and so only one freezes at a time.
    let _lock = Lock::take(project).map_err(|finding| failed(finding, findings))?;
    let claim = claim(project, &wanted(choice)).map_err(|faults| {
        findings.extend(faults);
        Outcome::Usage
    })?;
    let (about, contents, documents) =
        gather(choice, sources, &claim, findings).ok_or(Outcome::Findings)?;
    let file = freeze(project, &claim, about.clone(), contents).map_err(|f| failed(f, findings))?;
    Ok((file, about, documents))
}

fn failed(finding: Finding, findings: &mut Findings) -> Outcome {
    findings.push(finding);
    Outcome::Failure
}

fn wanted(choice: &FrysValg) -> Wanted<'_> {
    Wanted {
        navn: &choice.navn,
        nummer: choice.nummer.as_deref(),
        behandlet_i: choice.behandlet_i.as_deref(),
        aendringer: choice.aendringer.as_deref(),
    }
}

/// Makes all that the edition is to hold; none when a fejl stands for the authorities.
fn gather(
    choice: &FrysValg,
    sources: Sources,
    claim: &Claim,
    findings: &mut Findings,
) -> Option<(About, Contents, String)> {
    let sources = Sources { history: History::claimed(claim), ..sources };
    let mut contents = Contents::new(&sources.inputs, &sources.templates);
    let own_templates = sources.templates.clone();
    let templates = Templates::new(&own_templates);
    let public = (!choice.kun_myndighed).then(|| sources.clone());
    let opened = sources.open(None, Modtager::Myndighed, findings);
    let Whole { made, manifest } = Whole::make(&opened, findings)?;
    let mut about = About::new(claim, &opened.records.projekt.aftale);
    contents.add(Modtager::Myndighed, &made, None, &manifest, &templates);
    let mut documents = counted(made.len(), "dokument", "dokumenter");
    match public.map_or_else(|| Err("Der blev ikke bedt om dem.".to_owned()), for_public) {
        Ok((Whole { made, manifest }, opened, told)) => {
            findings.extend(told);
            let tabeller = opened.offentlig.as_ref().map(|one| &one.tabeller);
            contents.add(Modtager::Offentlig, &made, tabeller, &manifest, &templates);
            documents += &format!(" til myndighederne og {} til offentligheden", made.len());
        }
        Err(why) => {
            documents += " til myndighederne og ingen til offentligheden";
            findings.extend((!choice.kun_myndighed).then(|| without_public(&why)));
            about.uden_offentlig = Some(why);
        }
    }
    Some((about, contents, documents))
}

/// The documents for the public, or why there can be none.
fn for_public(sources: Sources) -> Result<(Whole, Opened, Findings), String> {
    let mut findings = Findings::new();
    let opened = sources.open(None, Modtager::Offentlig, &mut findings);
    let whole = Whole::make(&opened, &mut findings);
    let Some(whole) = whole else {
        // What was found may quote the counts that were to be hidden, so it is told by code alone.
        let fejl = findings.iter().filter(|finding| finding.severity == Severity::Fejl);
        let codes: BTreeSet<&str> = fejl.map(|finding| finding.code).collect();
        let codes: Vec<&str> = codes.into_iter().collect();
        return Err(format!("De blev afvist ({}).", codes.join(", ")));
    };
    Ok((whole, opened, findings))
}

fn without_public(why: &str) -> Finding {
    let message = format!("Udgaven har ingen dokumenter til offentligheden: {why}");
    Finding::advarsel("udgave-uden-offentlig", Place::Command, message)
        .hint("Se hele forklaringen med »socialaftale byg --til offentlig«.")
}
