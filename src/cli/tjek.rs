use std::io::{self, Write};

use super::Outcome;
use super::args::TjekValg;
use super::opened::{add_trial, named, open, typed, typed_among};
use super::show::{self, Aabne};
use crate::assemble::{Shelf, catalogue};
use crate::check::{awaited, missing, unsettled};
use crate::collect::deviations;
use crate::discretion::masked;
use crate::edition::list;
use crate::finding::{Finding, Findings};
use crate::output::trial;
use crate::template::Templates;

/// Finds every fault without writing anything.
pub(super) fn run(choice: &TjekValg, out: &mut dyn Write) -> io::Result<Outcome> {
    let mut findings = Findings::new();
    let mut silenced = Vec::new();
    let mut outcome = Outcome::Findings;
    if let Some(opened) = open(&choice.projekt.projekt, &choice.visning, &mut findings) {
        findings.extend(awaited(&opened.inputs));
        findings.extend(missing(&opened.records.projekt));
        findings.extend(unsettled(&opened.records.projekt));
        let (_, damaged) = list(&choice.projekt.projekt);
        findings.extend(damaged.into_iter().map(Finding::as_advarsel));
        if opened.offentlig.is_none() {
            // An edition for the public holds no answers of single parties.
            findings.extend(deviations(&opened.records.projekt, &opened.inputs));
        }
        findings.extend(opened.open.clone());
        silenced.clone_from(&opened.silenced);
        let projekt = &opened.records.projekt;
        let shelf = Shelf::new(projekt);
        let jobs = catalogue(projekt, &opened.context, &shelf, &mut findings);
        findings.extend(match &opened.offentlig {
            Some(_) => typed(&opened, &jobs),
            None => typed_among(&opened, &jobs, &masked(projekt).skjulte),
        });
        match named(jobs, &choice.dokumenter) {
            Ok(jobs) => {
                let templates = Templates::new(&opened.templates);
                add_trial(trial(&jobs, &shelf, &templates, &projekt.aftale), &mut findings);
            }
            Err(unknown) => {
                findings.extend(unknown);
                outcome = Outcome::Usage;
            }
        }
    }
    findings.settle();
    let open = if choice.alle { Aabne::Alle } else { Aabne::Antal };
    show::findings_with(&findings, open, out)?;
    if findings.is_empty() {
        writeln!(out, "Ingen fejl.")?;
    }
    silenced.iter().try_for_each(|one| show::silenced(one, out))?;
    Ok(if findings.has_fejl() { outcome } else { Outcome::Fine })
}
