use std::io::{self, Write};
use std::path::Path;

use super::Outcome;
use super::args::ByggeValg;
use super::opened::{Opened, Sources, add_trial, typed};
use super::whole::Whole;
use super::{grunde, show};
use crate::assemble::{Shelf, catalogue};
use crate::check::{awaited, missing, unsettled};
use crate::edition::{
    About, Claim, Contents, History, PUBLISHED, Published, Wanted, claim, freeze,
};
use crate::finding::{Finding, Findings, Place};
use crate::input::{Files, read};
use crate::model::Modtager;
use crate::output::{Lock, Placing, TABELLER, trial};
use crate::template::Templates;
use crate::text::danish::counted;

/// Where the counts of public editions lie, to be held against those that come after.
const OFFENTLIGGJORT: &str = "inputs/offentliggjort";

/// What a final edition has become.
struct Done {
    about: About,
    /// The file that it is frozen in.
    file: String,
    published: Published,
    tabeller: String,
}

/// Makes the final edition: tells all that it lacks, or writes what is published and freezes it.
pub(super) fn run(
    choice: &ByggeValg,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> io::Result<Outcome> {
    let mut findings = unfit(choice);
    let done = match findings.is_empty() {
        true => publish(choice, &mut findings),
        false => Err(Outcome::Usage),
    };
    findings.settle();
    match done {
        Ok(done) => {
            show::findings(&findings, err)?;
            report(&done, out)?;
            Ok(Outcome::Fine)
        }
        Err(outcome) => {
            grunde::show(&findings, err)?;
            writeln!(err, "Udgaven er ikke gjort endelig, og intet er skrevet.")?;
            Ok(outcome)
        }
    }
}

/// A final edition is whole, for both readers: nothing of it can be chosen.
fn unfit(choice: &ByggeValg) -> Findings {
    let chosen = [
        (!choice.dokumenter.is_empty(), "DOKUMENT"),
        (!choice.kun.is_empty(), "--kun"),
        (!choice.format.format.is_empty(), "--format"),
        (choice.foelg, "--følg"),
        (choice.udgave.is_some(), "--udgave"),
        (choice.visning.pr.is_some(), "--pr"),
        (choice.visning.modtager.til.is_some(), "--til"),
    ];
    let mut findings = Findings::new();
    findings.extend(chosen.into_iter().filter(|(given, _)| *given).map(|(_, option)| {
        let message = format!("»{option}« kan ikke bruges sammen med »--status endelig«.");
        Finding::fejl("kommandolinje", Place::Command, message).hint(
            "Den endelige udgave bliver lavet hel, både til myndighederne og til offentligheden.",
        )
    }));
    findings
}

fn publish(choice: &ByggeValg, findings: &mut Findings) -> Result<Done, Outcome> {
    let project = &choice.projekt.projekt;
    let sources = Sources::of_project(project, findings).ok_or(Outcome::Findings)?;
    // Only one run has the output folder open, and so only one freezes at a time.
    let _lock = Lock::take(project).map_err(|finding| failed(finding, findings))?;
    let claimed =
        claim_name(choice, &sources.inputs).map_err(|faults| findings.extend(faults)).ok();
    let sources = as_final(sources, claimed.as_ref());
    let readers = [Modtager::Myndighed, Modtager::Offentlig];
    let opened = readers.map(|til| sources.clone().open(None, til, findings));
    opened.iter().for_each(|opened| examine(opened, findings));
    let [full, _] = &opened;
    let about = claimed.as_ref().map(|claim| About::new(claim, &full.records.projekt.aftale));
    findings.extend(about.as_ref().and_then(|about| Published::in_the_way(project, about)));
    let (Some(claim), Some(about), false) = (claimed, about, findings.has_fejl()) else {
        findings.extend(waiting(full));
        return Err(Outcome::Findings);
    };
    let [Some(first), Some(second)] = opened.each_ref().map(|one| Whole::make(one, findings))
    else {
        return Err(Outcome::Findings);
    };
    let (published, contents) = laid_out(&about, &opened, &[first, second]);
    let tabeller = tabeller(&claim);
    let file = place(project, &claim, about.clone(), &published, contents)
        .map_err(|finding| failed(finding, findings))?;
    Ok(Done { about, file, published, tabeller })
}

fn failed(finding: Finding, findings: &mut Findings) -> Outcome {
    findings.push(finding);
    Outcome::Failure
}

/// The name and number of the edition: those asked for, else its own label and the next number.
fn claim_name(choice: &ByggeValg, inputs: &Files) -> Result<Claim, Findings> {
    let own = || read(inputs, &mut Findings::new()).projekt.aftale.udgave.betegnelse;
    let navn = choice.navn.clone().unwrap_or_else(own);
    let nummer = choice.nummer.as_deref();
    claim(&choice.projekt.projekt, &Wanted { navn: &navn, nummer, ..Wanted::default() })
}

/// The project as its final edition reads it: without what a run that was killed has added for it.
fn as_final(mut sources: Sources, claim: Option<&Claim>) -> Sources {
    sources.endelig = true;
    if let Some(claim) = claim {
        sources.inputs.remove(&tabeller(claim));
        sources.history = History::claimed(claim);
    }
    sources
}

/// Where the counts that an edition publishes are kept.
fn tabeller(claim: &Claim) -> String {
    format!("{OFFENTLIGGJORT}/{}.json", claim.stem())
}

/// Tells of all that keeps a reader's documents from being made.
fn examine(opened: &Opened, findings: &mut Findings) {
    let projekt = &opened.records.projekt;
    let shelf = Shelf::new(projekt);
    let templates = Templates::new(&opened.templates);
    let jobs = catalogue(projekt, &opened.context, &shelf, findings);
    findings.extend(typed(opened, &jobs));
    add_trial(trial(&jobs, &shelf, &templates, &projekt.aftale), findings);
}

/// Where the open points stand, for somebody who is to close them.
fn waiting(opened: &Opened) -> Findings {
    let projekt = &opened.records.projekt;
    let mut findings = awaited(&opened.inputs);
    findings.extend(missing(projekt));
    findings.extend(unsettled(projekt));
    findings
}

/// The files that are published, and all that the frozen edition is to hold.
fn laid_out(about: &About, opened: &[Opened; 2], wholes: &[Whole; 2]) -> (Published, Contents) {
    let [Opened { inputs, templates: own, .. }, _] = opened;
    let templates = Templates::new(own);
    let (mut published, mut contents) = (Published::default(), Contents::new(inputs, own));
    for (opened, Whole { made, manifest }) in opened.iter().zip(wholes) {
        let til = opened.records.projekt.modtager;
        let tabeller = opened.offentlig.as_ref().map(|one| &one.tabeller);
        published.add(til, about, made, tabeller, manifest);
        contents.add(til, made, tabeller, manifest, &templates);
    }
    (published, contents)
}

/// Puts all of it in its places or none of it; the edition counts when it is frozen, which comes
/// last.
fn place(
    project: &Path,
    claim: &Claim,
    about: About,
    published: &Published,
    contents: Contents,
) -> Result<String, Finding> {
    let mut placing = Placing::new(project);
    placing.folder(PUBLISHED, published.files())?;
    let mut public = published.of(Modtager::Offentlig);
    if let Some((_, counts)) = public.find(|(name, _)| *name == TABELLER) {
        placing.file(&tabeller(claim), counts)?;
    }
    let file = freeze(project, claim, about, contents)?;
    placing.keep();
    Ok(file)
}

fn report(done: &Done, out: &mut dyn Write) -> io::Result<()> {
    let Done { about, file, published, tabeller } = done;
    let files = |til| counted(published.of(til).count(), "fil", "filer");
    let (full, public) = (files(Modtager::Myndighed), files(Modtager::Offentlig));
    writeln!(out, "Udgave {} er endelig og frosset i {file}.", about.line().betegnelse())?;
    writeln!(out, "{PUBLISHED}/offentlig/: {public} til offentliggørelse, med små tal skjult.")?;
    writeln!(out, "{PUBLISHED}/myndighed/: {full} til myndighederne og rådene, med alle tal.")?;
    writeln!(out, "LÆSMIG.txt i hver mappe siger, hvad filerne er.")?;
    writeln!(
        out,
        "De offentlige tal ligger i {tabeller}, så en senere udgave ikke røber det skjulte."
    )
}
