use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::awaited::mark_awaited;
use super::desk::Desk;
use super::documents::Documents;
use super::fill::{Fill, clear_targets};
use super::graft::Grafts;
use super::hang::take_down;
use super::ids::Ids;
use super::inspect::{Document, inspect_parts};
use super::parts::{
    DOCUMENT, NoteKind, Numbering, Properties, R, Relations, Styles, set_properties, update_fields,
};
use super::prepared::{Prepared, PreparedPart, WordTemplate, broken};
use super::ranges::pair_ranges;
use super::xml::{self, Element};
use super::{draft, marks, repair, tables, toc, turns};
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

/// A part with values, rich text still as tokens.
struct Merged<'p> {
    prepared: &'p PreparedPart,
    root: Element,
    does: Does,
}

/// What there is to do in a merged part.
#[derive(Clone, Copy)]
struct Does {
    /// Whether something is to be put in.
    asks: bool,
    /// Whether something awaited may stand in it.
    awaits: bool,
}

impl<'p> Merged<'p> {
    fn read(prepared: &'p PreparedPart, xml: &str) -> Option<Self> {
        let asks = marks::asks(xml);
        let awaits = asks || prepared.needs.awaits || xml.contains("afventer:");
        Some(Self { prepared, root: xml::read_fragment(xml).ok()?, does: Does { asks, awaits } })
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

/// A document under way: the merged parts are filled and put into the package.
struct Work<'w, 'f> {
    prepared: &'w Prepared,
    slots: &'w [Slot],
    options: &'w WordOptions<'f>,
    desk: Desk<'f>,
    body: Relations,
    ids: Ids<'w>,
    grafts: Grafts<'w>,
    documents: Documents,
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
        let ids = Ids::new(&prepared.taken);
        let body = Relations::load(&desk.package, DOCUMENT);
        let (grafts, documents) = (Grafts::new(&prepared.files), Documents::default());
        let trees = BTreeMap::new();
        Self { prepared, slots, options, desk, body, ids, grafts, documents, trees, findings }
    }

    fn fill(&mut self, merged: Vec<Merged<'_>>) {
        merged.into_iter().for_each(|part| self.part(part));
    }

    fn part(&mut self, merged: Merged<'_>) {
        let Merged { prepared: part, mut root, does } = merged;
        let is_body = part.path == DOCUMENT;
        self.draft(&mut root, is_body);
        let mut own = Relations::load(&self.desk.package, &part.path);
        let relations = if is_body { &mut self.body } else { &mut own };
        if part.needs.hanging {
            let name = self.prepared.part(part);
            let place = |tag| part.source.place(&name, tag);
            clear_targets(&mut root, self.slots, &place, self.findings);
        }
        if part.needs.grafts {
            self.grafts.settle(&mut root, &mut self.desk, relations);
        }
        relations.forget_tags();
        if part.needs.hanging {
            take_down(&mut root, &mut self.desk, relations);
        }
        if is_body {
            self.notes(part, does);
        }
        self.whole(part, &mut root, if is_body { None } else { Some(&mut own) }, does);
        if part.source.follows() {
            self.follow(&mut root, is_body);
        }
        if !is_body {
            own.save(&mut self.desk.package);
        }
        self.desk.package.set_part(part.path.as_str(), xml::write(&root));
        self.trees.insert(part.path.clone(), root);
    }

    /// Notes of the template's own are settled before rich text adds to them.
    fn notes(&mut self, body: &PreparedPart, does: Does) {
        for kind in NoteKind::ALL {
            let (mut root, mut relations) = self.desk.notes(kind).take();
            self.whole(body, &mut root, Some(&mut relations), does);
            self.desk.notes(kind).put(root, relations);
        }
    }

    /// Lets what leads to bookmarks follow to those of the same copy, from the notes as well.
    fn follow(&mut self, root: &mut Element, is_body: bool) {
        let copies = std::mem::take(&mut self.ids.copies);
        copies.follow(root);
        for kind in NoteKind::ALL.into_iter().filter(|_| is_body) {
            let (mut notes, relations) = self.desk.notes(kind).take();
            copies.follow(&mut notes);
            self.desk.notes(kind).put(notes, relations);
        }
    }

    /// Fills a merged part and makes it whole; one without relationships of its own has the body's.
    fn whole(
        &mut self,
        part: &PreparedPart,
        root: &mut Element,
        own: Option<&mut Relations>,
        does: Does,
    ) {
        let name = self.prepared.part(part);
        if part.needs.tables {
            tables::tables(root, &|tag| part.source.place(&name, tag), self.findings);
        }
        if does.asks {
            let relations = own.unwrap_or(&mut self.body);
            Fill::new(&mut self.desk, &mut self.documents, relations, self.slots, self.findings)
                .part(root);
        }
        if does.awaits {
            mark_awaited(root, &mut self.desk.styles);
        }
        self.settle(root, part, does.asks);
    }

    /// Makes a filled part whole.
    fn settle(&mut self, root: &mut Element, part: &PreparedPart, asks: bool) {
        let desk = &mut self.desk;
        if part.source.counts() {
            turns::turns(root, &mut desk.numbering, &desk.styles);
        }
        repair::repair(root);
        if part.needs.contents && root.is("w:document") {
            toc::toc(root, &mut desk.styles, &mut desk.bookmarks);
        }
        if asks {
            root.visit_mut(&mut toc::forget_number);
        }
        if asks || part.needs.ranges {
            pair_ranges(root);
        }
        self.ids.renew(root, &mut desk.bookmarks);
        // What has been put in may lead to pictures and links; not every program declares that.
        if root.name.starts_with("w:") && root.get("xmlns:r").is_none() {
            root.set("xmlns:r", R);
        }
    }

    /// Marks a draft, unless the template does so itself.
    fn draft(&mut self, root: &mut Element, is_body: bool) {
        let Some(words) = &self.options.draft else { return };
        let says_so = |part: &PreparedPart| {
            part.path.starts_with("word/header") && part.source.text.contains("udgave.kladde")
        };
        if self.prepared.parts.iter().any(says_so) {
            return;
        }
        if is_body {
            draft::mark(root, &mut self.desk, &mut self.body, words);
        } else if root.is("w:hdr") {
            draft::head(root, words);
        }
    }

    fn finish(mut self) -> Finished {
        let options = self.options;
        let properties = Properties {
            title: &options.title,
            author: &options.author,
            subject: &options.subject,
            language: &options.language,
            date: options.date,
        };
        set_properties(&mut self.desk.package, &mut self.desk.types, &properties);
        if options.update_fields {
            update_fields(&mut self.desk.package, &mut self.desk.types, &mut self.body);
        }
        let (styles, numbering) = (self.desk.styles.clone(), self.desk.numbering.clone());
        let package = self.desk.clear(self.body);
        Finished { package, trees: self.trees, styles, numbering }
    }
}

/// A document put together, and what is known of it.
struct Finished {
    package: Package,
    trees: BTreeMap<String, Element>,
    styles: Styles,
    numbering: Numbering,
}
