//! Typst templates with handlebars → PDF/UA-1 and PDF/A-2a. The typst crates live here only.

mod blocks;
mod compile;
mod diagnostics;
mod escape;
mod streams;
mod world;

use chrono::NaiveDate;
use sha2::{Digest, Sha256};

pub use compile::{Pdf, compile};
pub use escape::literal;

use self::blocks::Writer;
use self::world::VirtualFiles;
use crate::finding::{Finding, Findings, Place};
use crate::merge::{Context, Escape, Library, Merger, Piece, Role, Slot, TemplateSource, pieces};

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
    let escape = Escape { text: escape::text, literal: escape::literal };
    let merger = Merger::new(context, library, escape);
    let locate = |line: usize, column: usize| {
        let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        Place::line(template.name, count(line), count(column))
    };
    let source = TemplateSource { name: template.name, source: template.source, locate: &locate };
    let merged = match merger.render(&source) {
        Ok(merged) => merged,
        Err(faults) => {
            findings.extend(faults);
            return None;
        }
    };
    let slots = merger.finish(findings);
    findings.extend(slots.iter().filter_map(only_in_word));
    let mut writer = Writer::default();
    let mut main = String::with_capacity(merged.len());
    for piece in pieces(&merged) {
        match piece {
            Piece::Output(text) => main.push_str(text),
            Piece::Slot(index) => {
                if let Some(slot) = slots.get(index) {
                    main.push_str(&writer.slot(slot));
                }
            }
        }
    }
    let mut files = writer.finish();
    for (path, bytes) in template.imports {
        files.insert(path.trim_start_matches(ROOT).to_owned(), bytes.clone());
    }
    Some(TypstSource { name: template.name.to_owned(), main, files })
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
