use rayon::prelude::*;

use super::openings::Openings;
use super::recorder::Recorder;
use super::unfinished::{Shows, says_draft};
use crate::assemble::{Job, Shelf};
use crate::finding::Findings;
use crate::merge::Library;
use crate::model::{Aftale, Format};
use crate::template::Templates;

/// Merges every job's templates and texts without laying out or writing anything.
pub fn trial(
    jobs: &[Job<'_>],
    shelf: &Shelf<'_>,
    templates: &Templates<'_>,
    aftale: &Aftale,
) -> Findings {
    let openings = Openings::new(templates);
    let found: Vec<Findings> = jobs
        .par_iter()
        .map(|job| {
            let shelf = shelf.of(job.myndighed);
            let mut findings = Findings::new();
            let mut shows = Shows::default();
            for format in &job.formats {
                let recorder = Recorder::new(&shelf);
                match format {
                    Format::Pdf => shows.add(typst(job, &recorder, templates, &mut findings)),
                    Format::Docx => {
                        shows.draft |= word(job, &recorder, &openings, aftale, &mut findings);
                    }
                }
                let (_, awaited) = recorder.into_used();
                shows.add(Shows::points(awaited));
            }
            findings.extend(shows.unfinished(job));
            findings
        })
        .collect();
    let mut findings = Findings::new();
    found.into_iter().for_each(|more| findings.extend(more));
    findings
}

/// Merges a job's Word template and texts, and tells whether what came of it calls itself a draft.
pub(super) fn word(
    job: &Job<'_>,
    library: &dyn Library,
    openings: &Openings<'_>,
    aftale: &Aftale,
    findings: &mut Findings,
) -> bool {
    match openings.rendered(job, library, aftale) {
        Ok(rendered) => {
            findings.extend(rendered.findings);
            says_draft(job, &rendered.bytes)
        }
        Err(faults) => {
            findings.extend(faults);
            false
        }
    }
}

/// Merges a job's Typst template and texts, and tells what is to be laid out of it.
#[cfg(feature = "pdf")]
pub(super) fn typst(
    job: &Job<'_>,
    library: &dyn Library,
    templates: &Templates<'_>,
    findings: &mut Findings,
) -> Shows {
    use crate::render::typst::{TypstTemplate, merge};
    match templates.typst(&job.templates) {
        Ok((path, source)) => {
            let template = TypstTemplate { name: &path, source: &source, imports: &[] };
            let merged = merge(&template, &job.context, library, findings);
            merged.map(|merged| Shows::in_source(&merged.main)).unwrap_or_default()
        }
        Err(finding) => {
            findings.push(finding);
            Shows::default()
        }
    }
}

#[cfg(not(feature = "pdf"))]
pub(super) fn typst(_: &Job<'_>, _: &dyn Library, _: &Templates<'_>, _: &mut Findings) -> Shows {
    Shows::default()
}
