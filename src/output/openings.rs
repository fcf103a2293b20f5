use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use crate::finding::Findings;
use crate::render::word::{Prepared, WordTemplate};
use crate::template::Templates;

/// The Word templates of a run, each opened once however many documents are made of it.
pub(super) struct Openings<'t> {
    templates: &'t Templates<'t>,
    opened: Mutex<BTreeMap<String, Arc<Prepared>>>,
}

/// A template that has been found and opened.
pub(super) struct Opening<'t> {
    pub path: String,
    pub bytes: &'t [u8],
    pub template: Arc<Prepared>,
}

impl<'t> Openings<'t> {
    pub fn new(templates: &'t Templates<'t>) -> Self {
        Self { templates, opened: Mutex::default() }
    }

    /// The first Word template there is of some names.
    pub fn word(&self, names: &[String]) -> Result<Opening<'t>, Findings> {
        let (path, bytes) = self.templates.word(names)?;
        let mut opened = self.opened.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(template) = opened.get(&path) {
            return Ok(Opening { path, bytes, template: Arc::clone(template) });
        }
        let template = Arc::new(Prepared::open(&WordTemplate { name: &path, bytes })?);
        opened.insert(path.clone(), Arc::clone(&template));
        Ok(Opening { path, bytes, template })
    }
}
