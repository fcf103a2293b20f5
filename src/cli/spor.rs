use std::io::{self, Write};

use super::Outcome;
use super::args::SporValg;
use super::celle::Celle;
use super::opened::{add_trial, named, open};
use super::show;
use super::sporliste::Sporliste;
use crate::assemble::{Shelf, catalogue};
use crate::finding::Findings;
use crate::merge::Trace;
use crate::output::{DocumentTrace, trace};
use crate::template::Templates;

/// Shows the cells behind the figures of documents, or the documents that use a cell.
pub(super) fn run(
    choice: &SporValg,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> io::Result<Outcome> {
    let mut findings = Findings::new();
    let celle = choice.celle.as_deref().map(Celle::parse).transpose();
    let traced = match &celle {
        Ok(_) => traced(choice, &mut findings),
        Err(misnamed) => Err(Findings::from(misnamed.clone())),
    };
    let usage = traced.is_err();
    match traced {
        Ok(mut documents) => {
            if let Ok(Some(celle)) = &celle {
                keep_uses(celle, &mut documents, &mut findings);
            }
            if !documents.is_empty() {
                list(choice).print(&documents, out)?;
            }
        }
        Err(misused) => findings.extend(misused),
    }
    findings.settle();
    show::findings(&findings, err)?;
    Ok(match findings.has_fejl() {
        true if usage => Outcome::Usage,
        true => Outcome::Findings,
        false => Outcome::Fine,
    })
}

/// The traces of the documents named, or all; or which of the names there is no document for.
fn traced(choice: &SporValg, findings: &mut Findings) -> Result<Vec<DocumentTrace>, Findings> {
    let Some(opened) = open(&choice.projekt.projekt, &choice.visning, findings) else {
        return Ok(Vec::new());
    };
    let projekt = &opened.records.projekt;
    let shelf = Shelf::new(projekt);
    let jobs = catalogue(projekt, &opened.context, &shelf, findings);
    let jobs = named(jobs, &choice.dokumenter)?;
    let templates = Templates::new(&opened.templates);
    let mut faults = Findings::new();
    let documents = trace(&jobs, &shelf, &templates, &projekt.aftale, &mut faults);
    add_trial(faults, findings);
    Ok(documents)
}

/// Keeps what is shown from one cell; that nothing is, is told.
fn keep_uses(celle: &Celle, documents: &mut Vec<DocumentTrace>, findings: &mut Findings) {
    let uses = |trace: &Trace| trace.cells.iter().any(|place| celle.is(place));
    let all = || documents.iter().flat_map(|document| &document.traces);
    if !all().any(uses) {
        findings.push(celle.unused(all().flat_map(|trace| &trace.cells)));
    }
    documents.iter_mut().for_each(|document| document.traces.retain(uses));
    documents.retain(|document| !document.traces.is_empty());
}

fn list(choice: &SporValg) -> Sporliste {
    match (choice.csv, choice.json, &choice.celle) {
        (true, _, _) => Sporliste::Csv,
        (_, true, _) => Sporliste::Json,
        (_, _, Some(_)) => Sporliste::Samlet,
        _ => Sporliste::Tabel,
    }
}
