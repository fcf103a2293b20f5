use std::path::Path;

use super::copy::write_copy;
use super::make::word_options;
use crate::assemble::{Job, Shelf};
use crate::finding::{Finding, Findings};
use crate::merge::Use;
use crate::model::Aftale;
use crate::render::word::{Checked, Prepared, WordPartial, WordTemplate, commented, is_commented};
use crate::template::Templates;

/// A Word template of anybody's, under check.
pub struct TemplateCheck<'a> {
    template: WordTemplate<'a>,
    prepared: Result<Prepared, Findings>,
}

impl<'a> TemplateCheck<'a> {
    /// `name` is what findings call the template: its path as typed; `templates` are those of the
    /// project, whose shared files it may call.
    pub fn new(name: &'a str, bytes: &'a [u8], templates: &Templates<'_>) -> Self {
        let template = WordTemplate { name, bytes };
        let partials = templates.word_partials();
        let partials: Vec<WordPartial<'_>> =
            partials.iter().map(|(name, file, bytes)| WordPartial { name, file, bytes }).collect();
        Self { template, prepared: Prepared::open_with(&template, &partials) }
    }

    /// What is wrong with the template whatever the data is, and what it uses.
    pub fn alone(&self) -> (Findings, Vec<Use>) {
        match &self.prepared {
            Ok(prepared) => {
                let Checked { findings, uses } = prepared.check();
                (findings, uses)
            }
            Err(faults) => (faults.clone(), Vec::new()),
        }
    }

    /// What is found when a document is made with the template; nothing is written.
    pub fn against(&self, job: &Job<'_>, shelf: &Shelf<'_>, aftale: &Aftale) -> Findings {
        let Ok(prepared) = &self.prepared else { return Findings::new() };
        let rendered = prepared.render(&job.context, shelf, &word_options(job, aftale));
        rendered.map_or_else(|faults| faults, |rendered| rendered.findings)
    }

    /// Writes a copy of the template with a Word comment at each finding.
    pub fn write_comments(&self, copy: &Path, findings: &Findings) -> Result<(), Finding> {
        let bytes = commented(&self.template, findings)?;
        write_copy(Path::new(self.template.name), copy, &bytes, &is_commented)
    }

    /// Whether the template can be read at all.
    pub fn is_readable(&self) -> bool {
        self.prepared.is_ok()
    }
}
