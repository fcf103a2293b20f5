use super::awaited::awaits;
use super::desk::Desk;
use super::notices::notices;
use super::parts::{DOCUMENT, Relations, drop_macros, settle_settings};
use super::refuse::refuse;
use super::template::{self, Part, Source};
use super::toc::has_toc;
use super::xml::{self, Element};
use crate::finding::{Finding, Findings};
use crate::merge::{Parsed, TemplateSource};
use crate::package::{Limits, Package};

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
    /// The template's own styles, lists and notes, as every document begins with them.
    pub(super) desk: Desk<'static>,
    /// What is wrong with the template itself, and what is worth knowing of it.
    pub(super) faults: Findings,
}

/// A part of a template that is merged.
pub(super) struct PreparedPart {
    pub path: String,
    /// "brødtekst", "sidehoved" …
    pub name: &'static str,
    pub source: Source,
    pub parsed: Parsed,
    /// Whether something awaited is typed in it.
    pub awaits: bool,
    /// Whether it has a table of contents.
    pub lists_headings: bool,
}

impl Prepared {
    /// Reads a template; a file that is no Word document is refused. The faults of its tags are
    /// kept, so that rendering tells them together with those that only data shows.
    pub fn open(template: &WordTemplate<'_>) -> Result<Self, Findings> {
        let name = template.name;
        let package = Package::read(template.bytes, name, &Limits::DOCUMENT)?;
        let refusal = refuse(&package, name);
        if !refusal.is_empty() {
            return Err(refusal);
        }
        let mut findings = notices(&package, name);
        let (mut parts, mut untouched) = (Vec::new(), Vec::new());
        for (path, part_name) in named_parts(&package) {
            let part = Part { file: name, name: part_name };
            match read(&package, path, part_name, &part) {
                Ok(Read::Template(prepared)) => parts.push(*prepared),
                Ok(Read::Plain(root)) => untouched.push((path.to_owned(), root)),
                Err(faults) => findings.extend(faults),
            }
        }
        let desk = furnish(package);
        Ok(Self { name: name.to_owned(), parts, untouched, desk, faults: findings })
    }

    pub(super) fn part(&self, prepared: &PreparedPart) -> Part<'_> {
        Part { file: &self.name, name: prepared.name }
    }
}

enum Read {
    Template(Box<PreparedPart>),
    Plain(Element),
}

fn read(
    package: &Package,
    path: &str,
    name: &'static str,
    part: &Part<'_>,
) -> Result<Read, Findings> {
    let bytes = package.part(path).unwrap_or_default();
    let mut root = xml::read(bytes).map_err(|_| broken(part))?;
    if path.ends_with(".rels") {
        root.visit_mut(&mut readable_link);
    }
    let (awaits, lists_headings) = (awaits(&root), has_toc(&root));
    let stays = !awaits && path != DOCUMENT;
    let source = template::compile(part, root)?;
    if stays && source.is_plain() {
        // The compiler took the tree; one that has no tags is read again.
        return xml::read(bytes).map(Read::Plain).map_err(|_| broken(part).into());
    }
    let locate = |line: usize, _: usize| source.locate(part, line);
    let text = TemplateSource { name: path, source: &source.text, locate: &locate };
    let parsed = Parsed::new(&text)?;
    let path = path.to_owned();
    Ok(Read::Template(Box::new(PreparedPart {
        path,
        name,
        source,
        parsed,
        awaits,
        lists_headings,
    })))
}

/// The parts that may hold tags, with their Danish names, the body first.
fn named_parts(package: &Package) -> Vec<(&str, &'static str)> {
    let mut parts: Vec<(&str, &'static str)> =
        package.names().filter_map(|path| Some((path, part_name(path)?))).collect();
    parts.sort_by_key(|(path, _)| *path != DOCUMENT);
    parts
}

pub(super) fn part_name(path: &str) -> Option<&'static str> {
    let file = path.strip_prefix("word/").filter(|file| file.ends_with(".xml"));
    Some(match (path, file) {
        (DOCUMENT, _) => "brødtekst",
        ("docProps/core.xml" | "docProps/app.xml" | "docProps/custom.xml", _) => {
            "dokumentegenskaber"
        }
        _ if path.starts_with("word/_rels/") => "hyperlinks",
        (_, Some(file)) if file.starts_with("header") => "sidehoved",
        (_, Some(file)) if file.starts_with("footer") => "sidefod",
        (_, Some("footnotes.xml")) => "fodnoter",
        (_, Some("endnotes.xml")) => "slutnoter",
        _ => return None,
    })
}

/// Word writes the braces of a tag in a link's address as percent codes.
fn readable_link(relation: &mut Element) {
    if let Some(target) = relation.get("Target").filter(|target| target.contains("%7B%7B")) {
        let plain = target.replace("%7B", "{").replace("%7D", "}").replace("%20", " ");
        relation.set("Target", plain);
    }
}

/// Takes out what no document is to have and reads what every document builds on.
fn furnish(mut package: Package) -> Desk<'static> {
    settle_settings(&mut package);
    let mut desk = Desk::new(package);
    let mut body = Relations::load(&desk.package, DOCUMENT);
    drop_macros(&mut desk.package, &mut desk.types, &mut body);
    body.save(&mut desk.package);
    desk.types.plain_document(DOCUMENT);
    desk.package.pack();
    desk
}

pub(super) fn broken(part: &Part<'_>) -> Finding {
    Finding::fejl("skabelon-beskadiget", part.whole(), "Denne del af skabelonen er beskadiget.")
        .hint("Åbn skabelonen i Word, og gem den på ny.")
}
