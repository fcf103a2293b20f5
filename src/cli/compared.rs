use std::path::Path;

use super::Outcome;
use super::args::ForskelValg;
use super::opened::{self, Opened, Sources};
use super::unreadable::unreadable;
use crate::check::civil_numbers;
use crate::edition::{Edition, list};
use crate::finding::{Finding, Findings, Place};
use crate::input::read;
use crate::model::Modtager;

/// One of the two that are compared: a frozen edition, or the inputs as they are now.
pub(super) struct Compared {
    /// "0.2 – DAS 25. maj 2020", or "nu".
    pub name: String,
    pub slug: String,
    /// None for the inputs as they are now.
    pub edition: Option<Edition>,
    pub opened: Opened,
}

/// The two that are asked for: two editions, or one and the inputs as they are now.
pub(super) fn compared(
    choice: &ForskelValg,
    findings: &mut Findings,
) -> Result<(Compared, Compared), Outcome> {
    let project = &choice.projekt.projekt;
    let old = match &choice.gammel {
        Some(wanted) => opened::edition(project, wanted, findings)?,
        None => newest(project, findings)?,
    };
    let new =
        choice.ny.as_ref().map(|wanted| opened::edition(project, wanted, findings)).transpose()?;
    if new.as_ref().is_some_and(|new| new.about().nummer == old.about().nummer) {
        findings.push(same_twice(&old));
        return Err(Outcome::Usage);
    }
    findings.extend(new.as_ref().and_then(|new| reversed(&old, new)));
    let new = match &new {
        Some(new) => frozen(new, findings),
        None => now(project, findings),
    };
    let pair = frozen(&old, findings).zip(new);
    pair.filter(|_| !findings.has_fejl()).ok_or(Outcome::Findings)
}

fn newest(project: &Path, findings: &mut Findings) -> Result<Edition, Outcome> {
    let (mut editions, faults) = list(project);
    findings.extend(faults);
    editions.pop().ok_or_else(|| {
        findings.push(
            Finding::fejl(
                "ingen-udgaver",
                Place::file("inputs/udgaver"),
                "Der er ingen hel udgave at sammenligne med.",
            )
            .hint("Gem en med »socialaftale frys NAVN«, før du retter videre."),
        );
        Outcome::Findings
    })
}

pub(super) fn now(project: &Path, findings: &mut Findings) -> Option<Compared> {
    let sources = Sources::of_project(project, findings)?;
    let opened = sources.open(None, Modtager::Myndighed, findings);
    Some(Compared { name: "nu".to_owned(), slug: "nu".to_owned(), edition: None, opened })
}

/// A frozen edition as today's program reads it; the rules of today are not held against it.
pub(super) fn frozen(edition: &Edition, findings: &mut Findings) -> Option<Compared> {
    let about = edition.about();
    let (name, slug) = (about.line().betegnelse(), about.nummer.to_string());
    let inputs = edition.inputs();
    let mut faults = Findings::new();
    read(&inputs, &mut faults);
    faults.extend(civil_numbers(&inputs));
    if let Some(finding) = unreadable(edition, &faults) {
        findings.push(finding);
        return None;
    }
    let sources = Sources::of_edition(edition);
    let opened = sources.open(None, Modtager::Myndighed, &mut Findings::new());
    Some(Compared { name, slug, edition: Some(edition.clone()), opened })
}

/// The newer edition is named first; what is told of as new is then what is gone.
fn reversed(old: &Edition, new: &Edition) -> Option<Finding> {
    let (old, new) = (&old.about().nummer, &new.about().nummer);
    let message = format!("Udgave {old} er nyere end udgave {new}: listen går baglæns i tid.");
    let finding = Finding::advarsel("udgaver-ombyttet", Place::Command, message);
    let hint = format!("Skriv den ældste først: socialaftale forskel {new} {old}.");
    (old > new).then(|| finding.hint(hint))
}

fn same_twice(edition: &Edition) -> Finding {
    let message =
        format!("Det er den samme udgave to gange: {}.", edition.about().line().betegnelse());
    Finding::fejl("samme-udgave", Place::Command, message)
        .hint("Udelad den ene for at sammenligne med inputs, som de er nu.")
}
