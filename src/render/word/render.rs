use chrono::NaiveDate;

use super::inspect::{Document, inspect_parts};
use super::marks;
use super::merged::Merged;
use super::prepared::{Prepared, WordTemplate, broken};
use super::work::Work;
use super::xml::Element;
use crate::finding::{Finding, Findings, Place};
use crate::merge::{Context, Escape, Library, Merger};
use crate::package::Package;

/// What a document says of itself, and the fonts of its drawings.
#[derive(Debug, Clone)]
pub struct WordOptions<'a> {
    pub title: String,
    pub author: String,
    pub subject: String,
    /// "da-DK".
    pub language: String,
    pub date: NaiveDate,
    /// What every page of a draft says, for templates that do not say it themselves.
    pub draft: Option<String>,
    /// For whom the document is, which every page of it says.
    pub reader: Option<&'static str>,
    /// Whether Word is to ask, when it opens the document, if all fields shall be updated.
    pub update_fields: bool,
    /// Font files for the pictures that stand in for drawings.
    pub fonts: &'a [&'a [u8]],
}

/// A finished document, and what is worth knowing about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rendered {
    pub bytes: Vec<u8>,
    pub findings: Findings,
}

/// Merges a Word template with the context and the library; all faults at once.
pub fn render(
    template: &WordTemplate<'_>,
    context: &Context,
    library: &dyn Library,
    options: &WordOptions<'_>,
) -> Result<Rendered, Findings> {
    Prepared::open(template)?.render(context, library, options)
}

impl Prepared {
    /// Merges the template with the context and the library; all faults at once.
    pub fn render(
        &self,
        context: &Context,
        library: &dyn Library,
        options: &WordOptions<'_>,
    ) -> Result<Rendered, Findings> {
        let mut findings = illegal_values(context);
        findings.extend(self.faults.clone());
        let merger =
            Merger::new(context, library, Escape { text: marks::escape, literal: marks::escape });
        findings.extend(merger.strays(&self.strays));
        let merged = self.merge(&merger, &mut findings);
        if findings.has_fejl() {
            return Err(settled(findings));
        }
        let slots = merger.finish(&mut findings);
        if findings.has_fejl() {
            return Err(settled(findings));
        }
        let mut work = Work::new(self, &slots, options, &mut findings);
        work.fill(merged);
        let finished = work.finish();
        if findings.has_fejl() {
            return Err(settled(findings));
        }
        let package = &finished.package;
        let known = |path: &str| finished.trees.get(path).or_else(|| self.untouched(package, path));
        let braces = |value: &str| value.contains("{{") || value.contains("}}");
        let document = Document {
            package,
            known: &known,
            styles: &finished.styles,
            numbering: &finished.numbering,
            tags: !context.any(&braces) && slots.iter().all(|slot| slot.document.is_none()),
        };
        findings.extend(inspect_parts(&document, &self.name));
        let findings = settled(findings);
        if findings.has_fejl() {
            return Err(findings);
        }
        Ok(Rendered { bytes: package.write(), findings })
    }

    /// The parts with values, rich text still as tokens.
    fn merge(&self, merger: &Merger<'_>, findings: &mut Findings) -> Vec<Merged<'_>> {
        let mut merged = Vec::with_capacity(self.parts.len());
        for prepared in &self.parts {
            let part = self.part(prepared);
            let locate = |line: usize, _: usize| prepared.source.locate(&part, line);
            match merger.merge(&prepared.parsed, &locate) {
                Ok(text) => match Merged::read(prepared, &prepared.source.restore(&text)) {
                    Some(done) => merged.push(done),
                    None => findings.push(broken(&part)),
                },
                Err(faults) => findings.extend(faults),
            }
        }
        merged
    }

    /// A part that stands in the document as it does in the template.
    fn untouched(&self, package: &Package, path: &str) -> Option<&Element> {
        let (_, root) = self.untouched.iter().find(|(known, _)| known == path)?;
        package.shares(&self.desk.package, path).then_some(root)
    }
}

fn settled(mut findings: Findings) -> Findings {
    findings.settle();
    findings
}

/// Characters that no document may hold are left out, and told of.
fn illegal_values(context: &Context) -> Findings {
    let mut findings = Findings::new();
    let is_bad = |value: &str| value.chars().any(|c| !marks::is_legal(c) || marks::is_mark(c));
    if !context.any(&is_bad) {
        return findings;
    }
    for field in context.fields().into_iter().filter(|field| is_bad(&field.value)) {
        let place = field.origin.unwrap_or_else(|| Place::file("inputs"));
        let message = format!("Feltet »{}« har usynlige tegn, som er udeladt.", field.path);
        findings.push(Finding::advarsel("ulovligt-tegn", place, message));
    }
    findings
}
