use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use super::digest::digest;
use super::manifest::Source;
use crate::finding::Findings;
use crate::model::Format;
use crate::render::word::{Prepared, WordPartial, WordTemplate};
use crate::template::Templates;

/// The Word templates of a run, each opened once however many documents are made of it.
pub(super) struct Openings<'t> {
    templates: &'t Templates<'t>,
    /// What templates may call, by name, path and content.
    partials: Vec<(String, String, &'t [u8])>,
    opened: Mutex<BTreeMap<String, Arc<Prepared>>>,
    /// What every Typst template may import, with digests; none if it cannot be read.
    imports: Option<Vec<Source>>,
}

/// A template that has been found and opened.
pub(super) struct Opening {
    pub template: Arc<Prepared>,
    /// The template and what it calls.
    pub sources: Vec<Source>,
}

impl<'t> Openings<'t> {
    pub fn new(templates: &'t Templates<'t>) -> Self {
        let imports = templates.typst_imports().ok();
        let imports = imports.map(|found| {
            found.into_iter().map(|(fil, bytes)| Source { sha256: digest(&bytes), fil }).collect()
        });
        let partials = templates.word_partials();
        Self { templates, partials, opened: Mutex::default(), imports }
    }

    /// The template of some names in a format, and all that it may call, with their digests; none
    /// if any of it is missing or cannot be read.
    pub fn sources(&self, names: &[String], format: Format) -> Option<Vec<Source>> {
        match format {
            Format::Pdf => {
                let (fil, text) = self.templates.typst(names).ok()?;
                let template = Source { fil, sha256: digest(text.as_bytes()) };
                Some([&[template], self.imports.as_deref()?].concat())
            }
            Format::Docx => {
                let template = self.templates.word(names).ok()?;
                let called = self.partials.iter().map(|(_, path, bytes)| (path.clone(), *bytes));
                let all = std::iter::once(template).chain(called);
                Some(all.map(|(fil, bytes)| Source { fil, sha256: digest(bytes) }).collect())
            }
        }
    }

    /// The first Word template there is of some names.
    pub fn word(&self, names: &[String]) -> Result<Opening, Findings> {
        let (path, bytes) = self.templates.word(names)?;
        let template = self.open(&WordTemplate { name: &path, bytes })?;
        let called = self.partials.iter().filter(|(name, _, _)| template.calls(name));
        let called = called.map(|(_, path, bytes)| (path.clone(), *bytes));
        let sources = std::iter::once((path, bytes)).chain(called);
        let sources = sources.map(|(fil, bytes)| Source { fil, sha256: digest(bytes) }).collect();
        Ok(Opening { template, sources })
    }

    fn open(&self, template: &WordTemplate<'_>) -> Result<Arc<Prepared>, Findings> {
        let mut opened = self.opened.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = opened.get(template.name) {
            return Ok(Arc::clone(known));
        }
        let partials: Vec<WordPartial<'_>> = self
            .partials
            .iter()
            .map(|(name, file, bytes)| WordPartial { name, file, bytes })
            .collect();
        let prepared = Arc::new(Prepared::open_with(template, &partials)?);
        opened.insert(template.name.to_owned(), Arc::clone(&prepared));
        Ok(prepared)
    }
}
