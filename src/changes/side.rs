use super::filled::Filled;
use crate::assemble::{Job, Shelf, catalogue};
use crate::finding::Findings;
use crate::merge::Context;
use crate::model::Projekt;

/// One of the two editions: what its inputs say, and the documents and chapters made of them.
pub struct Side<'p> {
    pub(super) projekt: &'p Projekt,
    pub(super) shelf: Shelf<'p>,
    pub(super) jobs: Vec<Job<'p>>,
    /// The chapters of every document, in the order of the documents.
    pub(super) chapters: Vec<Filled>,
}

impl<'p> Side<'p> {
    /// Lists an edition's documents and fills their texts; what cannot be filled is told.
    pub fn new(projekt: &'p Projekt, context: &Context, findings: &mut Findings) -> Self {
        let shelf = Shelf::new(projekt);
        let jobs = catalogue(projekt, context, &shelf, findings);
        let chapters = jobs.iter().flat_map(|job| Filled::of_job(job, &shelf, findings)).collect();
        Self { projekt, shelf, jobs, chapters }
    }

    pub fn jobs(&self) -> &[Job<'p>] {
        &self.jobs
    }

    pub(super) fn job(&self, key: &str) -> Option<&Job<'p>> {
        self.jobs.iter().find(|job| job.key == key)
    }

    /// A document's chapters in order.
    pub(super) fn chapters_of(&self, document: &str) -> impl Iterator<Item = &Filled> {
        self.chapters.iter().filter(move |chapter| chapter.document == document)
    }
}
