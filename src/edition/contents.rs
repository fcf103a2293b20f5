use serde::Serialize;

use crate::input::Files;
use crate::model::{Modtager, Offentliggjort};
use crate::output::{MANIFEST, Made, Manifest, TABELLER, reader_folder};
use crate::package::Package;
use crate::template::Templates;

pub(super) const INPUTS: &str = "inputs";
pub(super) const TEMPLATES: &str = "templates";

/// What an edition is to hold.
pub struct Contents(pub(super) Package);

impl Contents {
    /// The inputs, and a project's own templates.
    pub fn new(inputs: &Files, own_templates: &Files) -> Self {
        let mut package = Package::new();
        let files = inputs.under(INPUTS).chain(own_templates.under(TEMPLATES));
        files.for_each(|(name, bytes)| package.set_part(name, bytes));
        Self(package)
    }

    /// Adds the documents made for a reader, their manifest, and the built-in templates they are
    /// made with.
    pub fn add(
        &mut self,
        til: Modtager,
        made: &[Made],
        tabeller: Option<&Offentliggjort>,
        manifest: &Manifest,
        templates: &Templates<'_>,
    ) {
        let folder = reader_folder(til);
        for file in made.iter().flat_map(|made| &made.files) {
            self.0.set_part(format!("{folder}/{}", file.name), file.bytes.as_slice());
        }
        self.0.set_part(format!("{folder}/{MANIFEST}"), json(manifest));
        if let Some(tabeller) = tabeller {
            self.0.set_part(format!("{folder}/{TABELLER}"), json(tabeller));
        }
        let used = manifest.dokumenter.iter().flat_map(|entry| &entry.skabeloner);
        for source in used {
            if let Some(bytes) = templates.find(&source.fil) {
                self.0.set_part(source.fil.as_str(), bytes);
            }
        }
    }
}

/// Structs of words and numbers can always be written as JSON.
pub(super) fn json(value: &impl Serialize) -> Vec<u8> {
    serde_json::to_vec_pretty(value).unwrap_or_default()
}
