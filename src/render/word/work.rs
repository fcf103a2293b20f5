use std::collections::BTreeMap;

use super::awaited::mark_awaited;
use super::desk::Desk;
use super::documents::Documents;
use super::fill::{Fill, clear_targets};
use super::graft::Grafts;
use super::hang::take_down;
use super::ids::Ids;
use super::merged::{Does, Merged};
use super::parts::{
    DOCUMENT, NoteKind, Numbering, Properties, R, Relations, Styles, set_properties, update_fields,
};
use super::prepared::{Prepared, PreparedPart};
use super::ranges::pair_ranges;
use super::render::WordOptions;
use super::xml::{self, Element};
use super::{draft, repair, tables, toc, turns};
use crate::finding::Findings;
use crate::merge::Slot;
use crate::package::Package;

/// A document under way: the merged parts are filled and put into the package.
pub struct Work<'w, 'f> {
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
    pub fn new(
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

    pub fn fill(&mut self, merged: Vec<Merged<'_>>) {
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

    /// Marks a draft, unless the template does so itself, and for whom the document is.
    fn draft(&mut self, root: &mut Element, is_body: bool) {
        let says_so = |part: &PreparedPart| {
            part.path.starts_with("word/header") && part.source.text.contains("udgave.kladde")
        };
        let is_said = self.prepared.parts.iter().any(says_so);
        let draft = self.options.draft.as_deref().filter(|_| !is_said);
        let lines: Vec<&str> = self.options.reader.into_iter().chain(draft).collect();
        if lines.is_empty() {
            return;
        }
        if is_body {
            draft::mark(root, &mut self.desk, &mut self.body, &lines);
        } else if root.is("w:hdr") {
            draft::head(root, &lines);
        }
    }

    pub fn finish(mut self) -> Finished {
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
pub struct Finished {
    pub package: Package,
    pub trees: BTreeMap<String, Element>,
    pub styles: Styles,
    pub numbering: Numbering,
}
