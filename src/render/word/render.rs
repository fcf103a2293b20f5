use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::awaited::mark_awaited;
use super::desk::Desk;
use super::fill::Fill;
use super::ids::Ids;
use super::inspect::inspect_parts;
use super::parts::{DOCUMENT, Notes, Properties, Relations, set_properties};
use super::prepared::{Prepared, PreparedPart, WordTemplate, broken};
use super::template::Part;
use super::xml::{self, Element};
use super::{draft, marks, repair, toc, turns};
use crate::finding::{Finding, Findings, Place};
use crate::merge::{Context, Escape, Library, Merger, Slot};
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
        let (package, trees) = work.finish();
        let known = |path: &str| trees.get(path).or_else(|| self.untouched(&package, path));
        let tags = !context
            .fields()
            .iter()
            .any(|field| field.value.contains("{{") || field.value.contains("}}"));
        findings.extend(inspect_parts(&package, &known, &self.name, tags));
        let findings = settled(findings);
        if findings.has_fejl() {
            return Err(findings);
        }
        Ok(Rendered { bytes: package.write(), findings })
    }

    /// The parts with values, rich text still as tokens.
    fn merge(&self, merger: &Merger<'_>, findings: &mut Findings) -> Vec<(&PreparedPart, Element)> {
        let mut merged = Vec::with_capacity(self.parts.len());
        for prepared in &self.parts {
            let part = self.part(prepared);
            let locate = |line: usize, _: usize| prepared.source.locate(&part, line);
            match merger.merge(&prepared.parsed, &locate) {
                Ok(text) => match xml::read_fragment(&prepared.source.restore(&text)) {
                    Ok(root) => merged.push((prepared, root)),
                    Err(_) => findings.push(broken(&part)),
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

    fn part(&self, prepared: &PreparedPart) -> Part<'_> {
        Part { file: &self.name, name: prepared.name }
    }
}

fn settled(mut findings: Findings) -> Findings {
    findings.settle();
    findings
}

/// Characters that no document may hold are left out, and told of.
fn illegal_values(context: &Context) -> Findings {
    let mut findings = Findings::new();
    for field in context.fields() {
        if field.value.chars().all(|c| marks::is_legal(c) && !marks::is_mark(c)) {
            continue;
        }
        let place = field.origin.unwrap_or_else(|| Place::file("inputs"));
        let message = format!("Feltet »{}« har usynlige tegn, som er udeladt.", field.path);
        findings.push(Finding::advarsel("ulovligt-tegn", place, message));
    }
    findings
}

/// A document under way: the merged parts are filled and put into the package.
struct Work<'w, 'f> {
    prepared: &'w Prepared,
    slots: &'w [Slot],
    options: &'w WordOptions<'f>,
    desk: Desk<'f>,
    body: Relations,
    ids: Ids,
    /// The parts as they are written.
    trees: BTreeMap<String, Element>,
    findings: &'w mut Findings,
}

impl<'w, 'f> Work<'w, 'f> {
    fn new(
        prepared: &'w Prepared,
        slots: &'w [Slot],
        options: &'w WordOptions<'f>,
        findings: &'w mut Findings,
    ) -> Self {
        let mut desk = prepared.desk.again(options.fonts);
        desk.styles.set_language(&options.language);
        let mut ids = Ids::default();
        prepared.untouched.iter().for_each(|(_, root)| ids.keep_clear(root));
        let body = Relations::load(&desk.package, DOCUMENT);
        Self { prepared, slots, options, desk, body, ids, trees: BTreeMap::new(), findings }
    }

    fn fill(&mut self, mut merged: Vec<(&PreparedPart, Element)>) {
        for (links, root) in merged.extract_if(.., |(part, _)| part.path.ends_with(".rels")) {
            self.desk.package.set_part(links.path.as_str(), xml::write(&root));
            self.body = Relations::load(&self.desk.package, DOCUMENT);
        }
        // Notes of the template's own are settled before rich text adds to them.
        merged.sort_by_key(|(part, _)| part.path != Notes::PART);
        for (part, root) in merged {
            self.part(part, root);
        }
    }

    fn part(&mut self, part: &PreparedPart, mut root: Element) {
        let is_body = part.path == DOCUMENT;
        self.draft(&mut root, is_body);
        let mut own = Relations::load(&self.desk.package, &part.path);
        let relations = if is_body { &mut self.body } else { &mut own };
        Fill {
            desk: &mut self.desk,
            relations,
            slots: self.slots,
            source: &part.source,
            part: &self.prepared.part(part),
            findings: self.findings,
        }
        .part(&mut root);
        mark_awaited(&mut root, &mut self.desk.styles);
        settle(&mut root, &mut self.desk, &mut self.ids);
        if !is_body {
            own.save(&mut self.desk.package);
        }
        self.desk.package.set_part(part.path.as_str(), xml::write(&root));
        if part.path == Notes::PART {
            self.desk.notes = Notes::load(&self.desk.package);
            self.desk.note_relations = Relations::load(&self.desk.package, Notes::PART);
        }
        self.trees.insert(part.path.clone(), root);
    }

    /// Marks a draft, unless the template does so itself.
    fn draft(&mut self, root: &mut Element, is_body: bool) {
        let Some(words) = &self.options.draft else { return };
        if self.prepared.parts.iter().any(|part| part.source.text.contains("udgave.kladde")) {
            return;
        }
        if is_body {
            draft::mark(root, &mut self.desk, &mut self.body, words);
        } else if root.is("w:hdr") {
            draft::head(root, words);
        }
    }

    fn finish(mut self) -> (Package, BTreeMap<String, Element>) {
        let options = self.options;
        let properties = Properties {
            title: &options.title,
            author: &options.author,
            subject: &options.subject,
            language: &options.language,
            date: options.date,
        };
        set_properties(&mut self.desk.package, &mut self.desk.types, &properties);
        // Rich text may have added notes since the part was written.
        self.trees.remove(Notes::PART);
        (self.desk.clear(self.body), self.trees)
    }
}

/// Makes a filled part whole.
fn settle(root: &mut Element, desk: &mut Desk<'_>, ids: &mut Ids) {
    turns::turns(root, &mut desk.numbering);
    repair::repair(root);
    toc::toc(root, &mut desk.styles, &mut desk.bookmarks);
    ids.renew(root, &mut desk.notes);
}
