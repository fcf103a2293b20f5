use rayon::prelude::*;

use super::make::{word_options, word_partials};
use crate::assemble::{Job, Shelf};
use crate::finding::Findings;
use crate::model::{Aftale, Format};
use crate::template::Templates;

/// Merges every job's templates and texts without laying out or writing anything.
pub fn trial(
    jobs: &[Job<'_>],
    shelf: &Shelf<'_>,
    templates: &Templates<'_>,
    aftale: &Aftale,
) -> Findings {
    let found: Vec<Findings> =
        jobs.par_iter().map(|job| one(job, &shelf.of(job.myndighed), templates, aftale)).collect();
    let mut findings = Findings::new();
    found.into_iter().for_each(|more| findings.extend(more));
    findings
}

fn one(job: &Job<'_>, shelf: &Shelf<'_>, templates: &Templates<'_>, aftale: &Aftale) -> Findings {
    let mut findings = Findings::new();
    if job.formats.contains(&Format::Pdf) {
        typst(job, shelf, templates, &mut findings);
    }
    if job.formats.contains(&Format::Docx) {
        word(job, shelf, templates, aftale, &mut findings);
    }
    findings
}

fn word(
    job: &Job<'_>,
    shelf: &Shelf<'_>,
    templates: &Templates<'_>,
    aftale: &Aftale,
    findings: &mut Findings,
) {
    use crate::render::word::{Prepared, WordTemplate};
    match templates.word(&job.templates) {
        Ok((path, bytes)) => {
            let template = WordTemplate { name: &path, bytes };
            let files = templates.word_partials();
            let (partials, options) = (word_partials(&files), word_options(job, aftale));
            let prepared = Prepared::open_with(&template, &partials);
            match prepared.and_then(|p| p.render(&job.context, shelf, &options)) {
                Ok(rendered) => findings.extend(rendered.findings),
                Err(faults) => findings.extend(faults),
            }
        }
        Err(finding) => findings.push(finding),
    }
}

#[cfg(feature = "pdf")]
fn typst(job: &Job<'_>, shelf: &Shelf<'_>, templates: &Templates<'_>, findings: &mut Findings) {
    use crate::render::typst::{TypstTemplate, merge};
    match templates.typst(&job.templates) {
        Ok((path, source)) => {
            let template = TypstTemplate { name: &path, source: &source, imports: &[] };
            merge(&template, &job.context, shelf, findings);
        }
        Err(finding) => findings.push(finding),
    }
}

#[cfg(not(feature = "pdf"))]
fn typst(_: &Job<'_>, _: &Shelf<'_>, _: &Templates<'_>, _: &mut Findings) {}
