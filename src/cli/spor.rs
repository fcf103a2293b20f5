use std::io::{self, Write};

use super::Outcome;
use super::args::SporValg;
use super::celle::Celle;
use super::opened::{add_trial, named, open};
use super::show;
use crate::assemble::{Shelf, catalogue};
use crate::finding::{Findings, listed};
use crate::merge::Trace;
use crate::output::{DocumentTrace, trace};
use crate::template::Templates;
use crate::text::danish::counted;

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
    match (traced, celle) {
        (Ok(documents), Ok(Some(celle))) => print_uses(&celle, &documents, &mut findings, out)?,
        (Ok(documents), _) => print_all(&documents, out)?,
        (Err(misused), _) => findings.extend(misused),
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

fn print_all(documents: &[DocumentTrace], out: &mut dyn Write) -> io::Result<()> {
    for document in documents {
        writeln!(out, "{} ({})", document.titel, document.noegle)?;
        if document.traces.is_empty() {
            writeln!(out, "Ingen tal fra inputs.\n")?;
            continue;
        }
        let mut table = show::table(&["Tal", "Kapitel", "Sted", "Kommer fra"], &[0]);
        for trace in &document.traces {
            table.add_row([&trace.shown, &trace.chapter, &trace.spot, &listed(&trace.cells)]);
        }
        writeln!(out, "{table}")?;
        writeln!(out, "{} fra inputs.\n", counted(document.traces.len(), "tal", "tal"))?;
    }
    Ok(())
}

fn print_uses(
    celle: &Celle,
    documents: &[DocumentTrace],
    findings: &mut Findings,
    out: &mut dyn Write,
) -> io::Result<()> {
    let mut table = show::table(&["Dokument", "Tal", "Kapitel", "Sted", "Kommer fra"], &[1]);
    for document in documents {
        let uses = |trace: &&Trace| trace.cells.iter().any(|place| celle.is(place));
        for trace in document.traces.iter().filter(uses) {
            let noegle = &document.noegle;
            table.add_row([
                noegle,
                &trace.shown,
                &trace.chapter,
                &trace.spot,
                &listed(&trace.cells),
            ]);
        }
    }
    if table.row_count() == 0 {
        let all = documents.iter().flat_map(|document| &document.traces);
        findings.push(celle.unused(all.flat_map(|trace| &trace.cells)));
        return Ok(());
    }
    writeln!(out, "{table}")
}
