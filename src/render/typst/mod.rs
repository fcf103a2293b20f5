//! Typst templates with handlebars → PDF/UA-1 and PDF/A-2a. The typst crates live here only.

mod blocks;
mod compile;
mod diagnostics;
mod escape;
mod marking;
mod merged;
mod redline;
mod streams;
mod world;

use chrono::NaiveDate;
use sha2::{Digest, Sha256};

pub use compile::{Pdf, compile};
pub use escape::literal;
pub use redline::{Redline, Side, redline};

use self::blocks::Writer;
use self::merged::{Merged, Part};
use self::world::VirtualFiles;
use crate::finding::{Finding, Findings};
use crate::merge::{Context, Library, Role, Slot};

/// A template's name and text, and the files that it may import or show, by path.
#[derive(Debug, Clone)]
pub struct TypstTemplate<'a> {
    pub name: &'a str,
    pub source: &'a str,
    pub imports: &'a [(String, Vec<u8>)],
}

/// The folder that a template's own paths begin in.
const ROOT: &str = "templates/typst/";

/// What a PDF says about itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TypstOptions {
    pub title: String,
    pub author: String,
    pub subject: String,
    /// What tells the document from all others; the PDF's identifier is drawn from it.
    pub ident: String,
    /// The edition's date: the document's own, whatever day it is made.
    pub date: NaiveDate,
}

/// A document as Typst source with its pictures; the same source gives the same PDF.
#[derive(Debug, Clone, PartialEq)]
pub struct TypstSource {
    pub name: String,
    pub main: String,
    pub(in crate::render::typst) files: VirtualFiles,
}

/// Merges a template with its context; all faults of template and texts at once.
pub fn merge(
    template: &TypstTemplate<'_>,
    context: &Context,
    library: &dyn Library,
    findings: &mut Findings,
) -> Option<TypstSource> {
    let merged = Merged::new(template, context, library, findings)?;
    let mut writer = Writer::default();
    let mut main = String::new();
    for part in merged.parts() {
        match part {
            Part::Slot(slot) => main.push_str(&writer.slot(slot)),
            other => main.push_str(&other.plain()),
        }
    }
    Some(TypstSource::new(template, main, writer))
}

/// What a page of Typst cannot have put in.
fn only_in_word(slot: &Slot) -> Option<Finding> {
    let (code, message, hint) = match slot.role {
        Role::Celle => (
            "celle-kun-i-word",
            "»celle« virker kun i en tabelcelle i en Word-skabelon.",
            "I Typst skrives det med table.cell(…).",
        ),
        Role::Dokument => (
            "dokument-kun-i-word",
            "Et Word-dokument kan kun sættes ind i en Word-skabelon.",
            "Fjern mærket, eller lav dokumentet med en Word-skabelon alene.",
        ),
        _ => return None,
    };
    Some(Finding::fejl(code, slot.place.clone(), message).hint(hint))
}

impl TypstSource {
    /// What was written, with the pictures that it shows and the files that the template may ask for.
    fn new(template: &TypstTemplate<'_>, main: String, writer: Writer) -> Self {
        let mut files = writer.finish();
        for (path, bytes) in template.imports {
            files.insert(path.trim_start_matches(ROOT).to_owned(), bytes.clone());
        }
        Self { name: template.name.to_owned(), main, files }
    }

    /// A digest of everything that decides the PDF.
    pub fn digest(&self, options: &TypstOptions) -> String {
        let mut hash = Sha256::new();
        let mut part = |bytes: &[u8]| {
            hash.update((bytes.len() as u64).to_le_bytes());
            hash.update(bytes);
        };
        part(env!("SOCIALAFTALE_BUILD").as_bytes());
        part(format!("{options:?}").as_bytes());
        part(self.main.as_bytes());
        for (path, bytes) in &self.files {
            part(path.as_bytes());
            part(bytes);
        }
        hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
    }
}
