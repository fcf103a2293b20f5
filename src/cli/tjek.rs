use std::io::{self, Write};

use super::Outcome;
use super::args::ProjektValg;
use super::opened::{add_trial, open};
use super::show;
use crate::assemble::{Shelf, catalogue};
use crate::check::{awaited, missing};
use crate::finding::Findings;
use crate::output::trial;
use crate::template::Templates;

/// Finds every fault without writing anything.
pub(super) fn run(choice: &ProjektValg, out: &mut dyn Write) -> io::Result<Outcome> {
    let mut findings = Findings::new();
    if let Some(opened) = open(&choice.projekt, &mut findings) {
        findings.extend(awaited(&opened.inputs));
        findings.extend(missing(&opened.records.projekt));
        let projekt = &opened.records.projekt;
        let shelf = Shelf::new(projekt);
        let jobs = catalogue(projekt, &opened.context, &shelf, &mut findings);
        let trial = trial(&jobs, &shelf, &Templates::new(&opened.templates), &projekt.aftale);
        add_trial(trial, &mut findings);
    }
    findings.settle();
    show::findings(&findings, out)?;
    if findings.is_empty() {
        writeln!(out, "Ingen fejl.")?;
    }
    Ok(if findings.has_fejl() { Outcome::Findings } else { Outcome::Fine })
}
