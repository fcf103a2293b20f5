use std::collections::HashMap;

use super::awaited::awaits;
use super::bookmarks::Bookmarks;
use super::desk::Desk;
use super::fields::mark_stale;
use super::graft::Foreign;
use super::hang::hang;
use super::needs::Needs;
use super::notices::notices;
use super::open::open_document;
use super::parts::{DOCUMENT, NoteKind, Relations, Styles, drop_macros, settle_settings};
use super::taken::Taken;
use super::template::{self, BODY, Broken, Part, Partials, Source, WordPartial};
use super::toc::has_toc;
use super::undefined::drop_undefined;
use super::unmerged::unfillable;
use super::xml::{self, Element};
use crate::finding::{Finding, Findings};
use crate::merge::{Parsed, Stray, TemplateSource};
use crate::package::Package;

/// A .docx with handlebars tags, and what to call it in findings.
#[derive(Debug, Clone, Copy)]
pub struct WordTemplate<'a> {
    pub name: &'a str,
    pub bytes: &'a [u8],
}

/// A Word template that has been read and understood, to be rendered any number of times.
pub struct Prepared {
    pub(super) name: String,
    /// Parts with tags, or with something awaited typed in them; the body comes first, since its
    /// headings are numbered first.
    pub(super) parts: Vec<PreparedPart>,
    /// Parts with text that stay as they are, by path.
    pub(super) untouched: Vec<(String, Element)>,
    /// The files that the template calls, by name.
    pub(super) files: HashMap<String, Foreign>,
    /// The ids in those parts.
    pub(super) taken: Taken,
    /// The template's own styles, lists and notes, as every document begins with them.
    pub(super) desk: Desk<'static>,
    /// What is wrong with the template itself, and what is worth knowing of it.
    pub(super) faults: Findings,
    /// The tags of parts that cannot be put together.
    pub(super) strays: Vec<Stray>,
}

/// A part of a template that is merged.
pub(super) struct PreparedPart {
    pub path: String,
    /// "brødtekst", "sidehoved" …
    pub name: &'static str,
    pub source: Source,
    pub parsed: Parsed,
    pub needs: Needs,
}

impl Prepared {
    /// Reads a template; a file that is no Word document is refused. The faults of its tags are
    /// kept, so that rendering tells them together with those that only data shows.
    pub fn open(template: &WordTemplate<'_>) -> Result<Self, Findings> {
        Self::open_with(template, &[])
    }

    /// Reads a template that may call the content of other files.
    pub fn open_with(
        template: &WordTemplate<'_>,
        partials: &[WordPartial<'_>],
    ) -> Result<Self, Findings> {
        let name = template.name;
        let mut package = open_document(template.bytes, name)?;
        let mut findings = notices(&package, name);
        findings.extend(drop_undefined(&mut package, name));
        findings.extend(unfillable(&package, name));
        let (mut parts, mut untouched, mut strays) = (Vec::new(), Vec::new(), Vec::new());
        let mut opening = Opening {
            package: &package,
            files: Partials(partials),
            styles: Styles::load(&package),
            taken: Taken::default(),
        };
        for (path, part_name) in named_parts(&package) {
            let part = Part { file: name, name: part_name };
            match opening.read(path, &part, part_name) {
                Ok(Read::Template(prepared)) => parts.push(*prepared),
                Ok(Read::Plain(root)) => untouched.push((path.to_owned(), root)),
                Err(broken) => {
                    findings.extend(broken.findings);
                    strays.extend(broken.strays);
                }
            }
        }
        let Opening { styles, taken, .. } = opening;
        let mut desk = furnish(package, styles);
        let own = parts.iter().flat_map(|part| part.source.bookmarks());
        desk.bookmarks = Bookmarks::new(own.chain(taken.bookmarks()));
        let files = called(&parts, Partials(partials));
        let name = name.to_owned();
        Ok(Self { name, parts, untouched, taken, files, desk, faults: findings, strays })
    }

    pub(super) fn part(&self, prepared: &PreparedPart) -> Part<'_> {
        Part { file: &self.name, name: prepared.name }
    }
}

impl Prepared {
    /// Whether the template calls the content of the file of that name.
    pub fn calls(&self, name: &str) -> bool {
        self.files.contains_key(name)
    }
}

/// Reads the files that parts call.
fn called(parts: &[PreparedPart], files: Partials<'_>) -> HashMap<String, Foreign> {
    let names = parts.iter().flat_map(|part| &part.source.files);
    names
        .filter_map(|name| {
            // A file that cannot be read has been told of when it was compiled.
            let package = files.find(name)?.package().ok()?;
            Some((name.clone(), Foreign::open(package)?))
        })
        .collect()
}

enum Read {
    Template(Box<PreparedPart>),
    Plain(Element),
}

/// A template that is being read.
struct Opening<'o> {
    package: &'o Package,
    files: Partials<'o>,
    styles: Styles,
    taken: Taken,
}

impl Opening<'_> {
    fn read(&mut self, path: &str, part: &Part<'_>, name: &'static str) -> Result<Read, Broken> {
        let bytes = self.package.part(path).unwrap_or_default();
        let mut root = xml::read(bytes).map_err(|_| broken(part))?;
        mark_stale(&mut root);
        hang(&mut root, self.package, path);
        let (awaits, contents) = (awaits(&root), has_toc(&root));
        let stays = !awaits && path != DOCUMENT;
        let source = template::compile(part, root, &self.styles, self.files)?;
        if stays && source.is_plain() {
            // The compiler took the tree; one that has no tags is read again.
            let root = xml::read(bytes).map_err(|_| broken(part))?;
            // A part whose ids another has cannot stay as it is.
            if self.taken.take(&root) {
                return Ok(Read::Plain(root));
            }
        }
        let locate = |line: usize, _: usize| source.locate(part, line);
        let text = TemplateSource { name: path, source: &source.text, locate: &locate };
        let parsed = Parsed::new(&text)?;
        let (path, needs) = (path.to_owned(), Needs::of(&source, awaits, contents));
        Ok(Read::Template(Box::new(PreparedPart { path, name, source, parsed, needs })))
    }
}

/// The parts that may hold tags, with their Danish names, the body first.
fn named_parts(package: &Package) -> Vec<(&str, &'static str)> {
    let mut parts: Vec<(&str, &'static str)> =
        package.names().filter_map(|path| Some((path, part_name(path)?))).collect();
    parts.sort_by_key(|(path, _)| *path != DOCUMENT);
    parts
}

/// What a part that may hold tags is to its reader: "brødtekst", "sidehoved" …
pub fn part_name(path: &str) -> Option<&'static str> {
    let file = path.strip_prefix("word/").filter(|file| file.ends_with(".xml"));
    Some(match (path, file) {
        (DOCUMENT, _) => BODY,
        ("docProps/core.xml" | "docProps/app.xml" | "docProps/custom.xml", _) => {
            "dokumentegenskaber"
        }
        (_, Some(file)) if file.starts_with("header") => "sidehoved",
        (_, Some(file)) if file.starts_with("footer") => "sidefod",
        _ => return None,
    })
}

/// Whether a part is one whose text is read, notes and all.
pub fn is_read(path: &str) -> bool {
    part_name(path).is_some() || NoteKind::ALL.iter().any(|kind| kind.part() == path)
}

/// Takes out what no document is to have and reads what every document builds on.
fn furnish(mut package: Package, styles: Styles) -> Desk<'static> {
    settle_settings(&mut package);
    let mut desk = Desk::new(package, styles);
    let mut body = Relations::load(&desk.package, DOCUMENT);
    drop_macros(&mut desk.package, &mut desk.types, &mut body);
    body.save(&mut desk.package);
    // Notes come back from where they hang when the body has been merged.
    NoteKind::ALL.into_iter().for_each(|kind| desk.notes(kind).clear());
    desk.types.plain_document(DOCUMENT);
    desk.package.pack();
    desk
}

pub(super) fn broken(part: &Part<'_>) -> Finding {
    Finding::fejl("skabelon-beskadiget", part.whole(), "Denne del af skabelonen er beskadiget.")
        .hint("Åbn skabelonen i Word, og gem den på ny.")
}
