use rayon::prelude::*;

use super::openings::Openings;
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
            if job.formats.contains(&Format::Pdf) {
                typst(job, &shelf, templates, &mut findings);
            }
            if job.formats.contains(&Format::Docx) {
                word(job, &shelf, &openings, aftale, &mut findings);
            }
            findings
        })
        .collect();
    let mut findings = Findings::new();
    found.into_iter().for_each(|more| findings.extend(more));
    findings
}

/// Merges a job's Word template and texts.
pub(super) fn word(
    job: &Job<'_>,
    library: &dyn Library,
    openings: &Openings<'_>,
    aftale: &Aftale,
    findings: &mut Findings,
) {
    match openings.rendered(job, library, aftale) {
        Ok(rendered) => findings.extend(rendered.findings),
        Err(faults) => findings.extend(faults),
    }
}

/// Merges a job's Typst template and texts.
#[cfg(feature = "pdf")]
pub(super) fn typst(
    job: &Job<'_>,
    library: &dyn Library,
    templates: &Templates<'_>,
    findings: &mut Findings,
) {
    use crate::render::typst::{TypstTemplate, merge};
    match templates.typst(&job.templates) {
        Ok((path, source)) => {
            let template = TypstTemplate { name: &path, source: &source, imports: &[] };
            merge(&template, &job.context, library, findings);
        }
        Err(finding) => findings.push(finding),
    }
}

#[cfg(not(feature = "pdf"))]
pub(super) fn typst(_: &Job<'_>, _: &dyn Library, _: &Templates<'_>, _: &mut Findings) {}
