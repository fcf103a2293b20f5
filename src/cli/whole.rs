use super::making::Making;
use super::opened::{Opened, add_trial, typed};
use crate::assemble::{Shelf, catalogue};
use crate::finding::Findings;
use crate::model::Format;
use crate::output::{Made, Manifest, trial};
use crate::template::Templates;

/// Every document of a project for one reader, made anew and not written yet.
pub(super) struct Whole {
    pub made: Vec<Made>,
    pub manifest: Manifest,
}

impl Whole {
    /// Makes the documents; none when a fejl stands.
    pub fn make(opened: &Opened, findings: &mut Findings) -> Option<Self> {
        let projekt = &opened.records.projekt;
        let shelf = Shelf::new(projekt);
        let templates = Templates::new(&opened.templates);
        let jobs = catalogue(projekt, &opened.context, &shelf, findings);
        if findings.has_fejl() {
            add_trial(trial(&jobs, &shelf, &templates, &projekt.aftale), findings);
            return None;
        }
        findings.extend(typed(opened, &jobs));
        let making = Making { opened, shelf: &shelf, templates: &templates, before: None };
        let made = making.all(&jobs, &[Format::Pdf, Format::Docx], findings);
        let known: Vec<String> = jobs.iter().map(|job| job.key.clone()).collect();
        let mut manifest = Manifest::of(&projekt.aftale, &made, &Manifest::default(), &known);
        manifest.undtagelser = opened.exceptions();
        (!findings.has_fejl()).then_some(Self { made, manifest })
    }
}
