use rayon::prelude::*;

use super::openings::Openings;
use super::recorder::Recorder;
use super::trial::{typst, word};
use crate::assemble::{Job, Shelf};
use crate::finding::{Findings, Place};
use crate::merge::Trace;
use crate::model::{Aftale, Format};
use crate::template::Templates;
use crate::text::danish::parse_number;

/// A document with the values that it shows from cells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DocumentTrace {
    pub noegle: String,
    pub titel: String,
    pub traces: Vec<Trace>,
}

/// Merges every job once, in Word where it is made in Word, and notes the values it shows.
pub fn trace(
    jobs: &[Job<'_>],
    shelf: &Shelf<'_>,
    templates: &Templates<'_>,
    aftale: &Aftale,
    findings: &mut Findings,
) -> Vec<DocumentTrace> {
    let openings = Openings::new(templates);
    let traced: Vec<(DocumentTrace, Findings)> = jobs
        .par_iter()
        .map(|job| {
            let shelf = shelf.of(job.myndighed);
            let recorder = Recorder::tracing(&shelf);
            let mut found = Findings::new();
            if job.formats.contains(&Format::Docx) {
                word(job, &recorder, &openings, aftale, &mut found);
            } else {
                typst(job, &recorder, templates, &mut found);
            }
            let (noegle, titel) = (job.key.clone(), job.title.clone());
            let mut traces = recorder.into_traces();
            traces.retain(is_figure);
            (DocumentTrace { noegle, titel, traces }, found)
        })
        .collect();
    let (documents, found): (Vec<DocumentTrace>, Vec<Findings>) = traced.into_iter().unzip();
    found.into_iter().for_each(|more| findings.extend(more));
    documents
}

/// Numbers wherever they come from, and words with figures in them from workbooks.
fn is_figure(trace: &Trace) -> bool {
    let from_cell = || trace.cells.iter().any(|place| matches!(place, Place::Cell { .. }));
    let has_digits = trace.shown.contains(|letter: char| letter.is_ascii_digit());
    parse_number(&trace.shown).is_some() || has_digits && from_cell()
}
