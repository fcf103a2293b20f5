use super::author::Author;
use super::bridge::{Bridge, Links, unite};
use super::key::Keys;
use super::stories::Stories;
use super::summary::Summary;
use super::write::{HeaderPair, Writer};
use crate::finding::{Finding, Findings, Place};
use crate::package::Package;
use crate::render::word::bookmarks::Bookmarks;
use crate::render::word::ids::Ids;
use crate::render::word::parts::{DOCUMENT, NoteKind, Notes, Relations, resolved};
use crate::render::word::prepared::is_read;
use crate::render::word::taken::Taken;
use crate::render::word::xml::{self, Element, Node};

/// Two documents side by side, and the redline under way: at first the new document.
pub struct Desk<'d> {
    bridge: Bridge<'d>,
    old: Stories,
    new: Stories,
    /// The relationships of the body.
    body: Links,
    /// The notes of the old document and of the redline, footnotes first.
    old_notes: [Notes; 2],
    notes: [Notes; 2],
    keys: [Keys; 2],
    /// The first number that is free for tracked changes.
    first: usize,
    /// Whether the old document has bookmarks that the new one lacks.
    has_own_bookmarks: bool,
    /// The parts of the redline that differ from those of the new document.
    written: Vec<(String, Element)>,
}

/// A redline that is yet to be proven.
pub struct Written {
    pub package: Package,
    pub summary: Summary,
    /// Whether a section has a page header or footer in one of the documents only.
    pub lone_headers: bool,
}

impl<'d> Desk<'d> {
    /// `name` is what findings call the new document.
    pub fn new(
        old_package: &'d Package,
        new_package: &Package,
        (mut old, mut new): (Stories, Stories),
        name: &str,
    ) -> Result<Self, Findings> {
        let first = old.count_bookmarks() + new.count_bookmarks() + 1;
        old.settle_bookmarks(Some(&new.bookmarks()));
        new.settle_bookmarks(None);
        let mut bridge = Bridge::new(old_package, new_package);
        if let Some((old, new)) = old.get(DOCUMENT).zip(new.get(DOCUMENT)) {
            bridge.pair_lists(old, new);
        }
        let load = |package: &Package| NoteKind::ALL.map(|kind| Notes::load(package, kind));
        let mut desk = Self {
            body: Links::load(new_package, DOCUMENT),
            old_notes: load(old_package),
            notes: load(new_package),
            keys: [Keys::default(), Keys::default()],
            first,
            has_own_bookmarks: !old.bookmarks().is_empty(),
            written: Vec::new(),
            bridge,
            old,
            new,
        };
        NoteKind::ALL
            .iter()
            .try_for_each(|kind| desk.lay_notes(*kind))
            .map_err(|prefix| clash(name, &prefix))?;
        Ok(desk)
    }

    /// Makes the notes of both documents ready to be compared.
    fn lay_notes(&mut self, kind: NoteKind) -> Result<(), String> {
        let place = kind as usize;
        let (known, relations) = self.notes[place].take();
        let mut links = Links::of(&self.bridge.package, kind.part(), relations);
        let (old_known, from) = self.old_notes[place].take();
        let mut new = self.new.take(kind.part()).unwrap_or(known);
        let mut old = self.old.take(kind.part()).unwrap_or(old_known);
        unite(&mut new, &old)?;
        self.bridge.pair(&mut old, &mut new, (kind.part(), kind.part()), &from, &mut links);
        self.keys[0].take_notes(kind, &old);
        self.keys[1].take_notes(kind, &new);
        self.old_notes[place].put(old, from);
        self.notes[place].put(new, links.relations);
        Ok(())
    }

    /// The new document with what has changed in it since the old one.
    pub fn write(mut self, by: &Author, name: &str) -> Result<Written, Findings> {
        let [old_keys, new_keys] = std::mem::take(&mut self.keys);
        let mut notes = std::mem::replace(&mut self.notes, NoteKind::ALL.map(Notes::none));
        let old_notes = std::mem::replace(&mut self.old_notes, NoteKind::ALL.map(Notes::none));
        let mut writer =
            Writer::new(by, self.first, (&old_keys, &new_keys), &old_notes, &mut notes);
        self.body(&mut writer).map_err(|prefix| clash(name, &prefix))?;
        self.headers(&mut writer).map_err(|prefix| clash(name, &prefix))?;
        // Bookmarks are no tracked change, but what leads to them is to find them.
        let is_changed = writer.next() != self.first || self.has_own_bookmarks;
        let Writer { summary, lone_headers, .. } = writer;
        self.notes = notes;
        let package = if is_changed { self.finish() } else { self.bridge.package };
        Ok(Written { package, summary, lone_headers })
    }

    fn body(&mut self, writer: &mut Writer<'_>) -> Result<(), String> {
        let from = Relations::load(self.bridge.old, DOCUMENT);
        let mut old = self.old.take(DOCUMENT).unwrap_or_default();
        let mut new = self.new.take(DOCUMENT).unwrap_or_default();
        unite(&mut new, &old)?;
        self.bridge.pair(&mut old, &mut new, (DOCUMENT, DOCUMENT), &from, &mut self.body);
        if let Some((old, new)) = old.find("w:body").zip(new.find_mut("w:body")) {
            let mut content = writer.text(old, new);
            content.extend(last_section(writer, old, new).map(Node::from));
            new.children = content;
        }
        self.bridge.fit_headers(&mut new, &from, &mut self.body);
        self.written.push((DOCUMENT.to_owned(), new));
        Ok(())
    }

    /// Writes what has changed in page headers and footers.
    fn headers(&mut self, writer: &mut Writer<'_>) -> Result<(), String> {
        let from = Relations::load(self.bridge.old, DOCUMENT);
        let part = |relations: &Relations, id: &str| {
            relations.get(id).map(|relation| resolved(DOCUMENT, &relation.target))
        };
        let mut pairs: Vec<(String, String)> = Vec::new();
        for HeaderPair { old, new } in std::mem::take(&mut writer.headers) {
            let pair = part(&from, &old).zip(part(&self.body.relations, &new));
            let Some(pair) = pair.filter(|pair| !pairs.contains(pair)) else { continue };
            // One header cannot hold the changes from two.
            writer.lone_headers |= pairs.iter().any(|(_, new)| *new == pair.1);
            pairs.push(pair);
        }
        pairs.dedup_by(|later, first| later.1 == first.1);
        pairs.into_iter().try_for_each(|(old, new)| self.header(&old, &new, writer))
    }

    fn header(
        &mut self,
        old_part: &str,
        part: &str,
        writer: &mut Writer<'_>,
    ) -> Result<(), String> {
        let (Some(mut old), Some(mut new)) =
            (self.old.get(old_part).cloned(), self.new.get(part).cloned())
        else {
            return Ok(());
        };
        unite(&mut new, &old)?;
        let from = Relations::load(self.bridge.old, old_part);
        let mut links = Links::load(&self.bridge.package, part);
        self.bridge.pair(&mut old, &mut new, (old_part, part), &from, &mut links);
        let before = writer.next();
        new.children = writer.text(&old, &new);
        if writer.next() != before {
            links.relations.save(&mut self.bridge.package);
            self.written.push((part.to_owned(), new));
        }
        Ok(())
    }

    fn finish(mut self) -> Package {
        let mut notes = self.notes.each_mut().map(Notes::take);
        let is_written = |part: &str| self.written.iter().any(|(written, _)| written == part);
        let package = &self.bridge.package;
        let others = package.names().filter(|part| is_read(part) && !is_written(part));
        let others: Vec<Element> =
            others.filter_map(|part| xml::read(package.part(part)?).ok()).collect();
        let roots = self.written.iter_mut().map(|(_, root)| root);
        renew(&others, roots.chain(notes.iter_mut().map(|(root, _)| root)));
        let Bridge { mut package, mut types, styles, numbering, .. } = self.bridge;
        for (notes, (root, relations)) in self.notes.iter_mut().zip(notes) {
            notes.put(root, relations);
            notes.save(&mut package, &mut types, &mut self.body.relations);
        }
        styles.save(&mut package, &mut types);
        numbering.save(&mut package, &mut types, &mut self.body.relations);
        self.body.relations.save(&mut package);
        types.save(&mut package);
        for (part, root) in self.written {
            package.set_part(part, xml::write(&root));
        }
        package
    }
}

/// Gives what has come from two documents ids of its own, apart from those of other parts.
fn renew<'r>(others: &[Element], roots: impl Iterator<Item = &'r mut Element>) {
    let mut taken = Taken::default();
    others.iter().for_each(|root| {
        taken.take(root);
    });
    let mut ids = Ids::new(&taken);
    let mut bookmarks = Bookmarks::new(taken.bookmarks());
    roots.for_each(|root| ids.renew(root, &mut bookmarks));
}

/// The layout of the last section, which stands in the body itself.
fn last_section(writer: &mut Writer<'_>, old: &Element, new: &Element) -> Option<Element> {
    let (old, new) = (old.find("w:sectPr"), new.find("w:sectPr"));
    if old.is_none() && new.is_none() {
        return None;
    }
    let none = Element::new("w:sectPr");
    Some(writer.section(old.unwrap_or(&none), new.unwrap_or(&none)))
}

fn clash(name: &str, prefix: &str) -> Findings {
    Finding::fejl(
        "fil-kan-ikke-laeses",
        Place::file(name),
        format!("De to filer bruger navnet »{prefix}« om hver sit, så de kan ikke stå i én fil."),
    )
    .hint("Åbn begge filer i Word, gem dem på ny, og kør igen.")
    .into()
}
