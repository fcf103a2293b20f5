use chrono::NaiveDate;

use super::awaited::{awaits, mark_awaited};
use super::desk::Desk;
use super::fill::Fill;
use super::ids::Ids;
use super::inspect::inspect_package;
use super::parts::{
    DOCUMENT, Notes, Properties, Relations, drop_macros, set_properties, settle_settings,
};
use super::template::{self, Part, Source};
use super::xml::{self, Element};
use super::{draft, marks, repair, toc, turns};
use crate::finding::{Finding, Findings, Place};
use crate::merge::{Context, Escape, Library, Merger, Slot, TemplateSource};
use crate::package::{Limits, Package};

/// A .docx with handlebars tags, and what to call it in findings.
#[derive(Debug, Clone, Copy)]
pub struct WordTemplate<'a> {
    pub name: &'a str,
    pub bytes: &'a [u8],
}

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
    let package = Package::read(template.bytes, template.name, &Limits::DOCUMENT)?;
    let mut findings = illegal_values(context);
    let mut opened = open(template.name, &package, &mut findings)?;
    let merger =
        Merger::new(context, library, Escape { text: marks::escape, literal: marks::escape });
    for part in &mut opened {
        part.merge(&merger, &mut findings);
    }
    if findings.has_fejl() {
        return Err(settled(findings));
    }
    let slots = merger.finish(&mut findings);
    if findings.has_fejl() {
        return Err(settled(findings));
    }
    let package = write(package, opened, &slots, options, template.name, &mut findings);
    let tags = !context
        .fields()
        .iter()
        .any(|field| field.value.contains("{{") || field.value.contains("}}"));
    findings.extend(inspect_package(&package, template.name, tags));
    let findings = settled(findings);
    if findings.has_fejl() {
        return Err(findings);
    }
    Ok(Rendered { bytes: package.write(), findings })
}

fn settled(mut findings: Findings) -> Findings {
    findings.settle();
    findings
}

/// A part of the template on its way into the document.
struct Opened<'a> {
    path: String,
    part: Part<'a>,
    source: Source,
    /// The part with values, rich text still as tokens; set by [`Opened::merge`].
    root: Option<Element>,
}

impl Opened<'_> {
    fn merge(&mut self, merger: &Merger<'_>, findings: &mut Findings) {
        let (source, part) = (&self.source, &self.part);
        let locate = |line: usize, _: usize| source.locate(part, line);
        let template = TemplateSource { name: &self.path, source: &source.text, locate: &locate };
        match merger.render(&template) {
            Ok(merged) => match xml::read_fragment(&source.restore(&merged)) {
                Ok(root) => self.root = Some(root),
                Err(_) => findings.push(broken(part)),
            },
            Err(faults) => findings.extend(faults),
        }
    }
}

/// The Danish name of a part that may hold tags.
fn part_name(path: &str) -> Option<&'static str> {
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

/// Reads the parts that have tags, or something awaited typed in them; the body comes first, since its headings are numbered first.
fn open<'a>(
    file: &'a str,
    package: &Package,
    findings: &mut Findings,
) -> Result<Vec<Opened<'a>>, Findings> {
    if package.part(DOCUMENT).is_none() {
        let finding = Finding::fejl(
            "fil-kan-ikke-laeses",
            Place::file(file),
            "Filen er ikke et Word-dokument.",
        );
        return Err(finding.hint("Åbn den i Word, og gem den som .docx.").into());
    }
    let mut paths: Vec<&str> = package.names().filter(|path| part_name(path).is_some()).collect();
    paths.sort_by_key(|path| *path != DOCUMENT);
    let mut opened = Vec::new();
    for path in paths {
        let (Some(name), Some(bytes)) = (part_name(path), package.part(path)) else { continue };
        let part = Part { file, name };
        let root = match xml::read(bytes) {
            Ok(mut root) => {
                if path.ends_with(".rels") {
                    root.visit_mut(&mut readable_link);
                }
                root
            }
            Err(_) => {
                findings.push(broken(&part));
                continue;
            }
        };
        let awaits = awaits(&root);
        match template::compile(&part, root) {
            Ok(source) if source.is_plain() && !awaits && path != DOCUMENT => {}
            Ok(source) => {
                opened.push(Opened { path: path.to_owned(), part, source, root: None });
            }
            Err(faults) => findings.extend(faults),
        }
    }
    Ok(opened)
}

/// Word writes the braces of a tag in a link's address as percent codes.
fn readable_link(relation: &mut Element) {
    if let Some(target) = relation.get("Target").filter(|target| target.contains("%7B%7B")) {
        let plain = target.replace("%7B", "{").replace("%7D", "}").replace("%20", " ");
        relation.set("Target", plain);
    }
}

fn broken(part: &Part<'_>) -> Finding {
    Finding::fejl("skabelon-beskadiget", part.whole(), "Denne del af skabelonen er beskadiget.")
        .hint("Åbn skabelonen i Word, og gem den på ny.")
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

/// Fills the merged parts and puts the package together.
fn write(
    mut package: Package,
    mut opened: Vec<Opened<'_>>,
    slots: &[Slot],
    options: &WordOptions<'_>,
    file: &str,
    findings: &mut Findings,
) -> Package {
    let mut ids = Ids::default();
    for path in package.names().filter(|path| part_name(path).is_some()) {
        let untouched = !opened.iter().any(|part| part.path == path);
        if let (true, Some(Ok(root))) = (untouched, package.part(path).map(xml::read)) {
            ids.keep_clear(&root);
        }
    }
    for links in opened.extract_if(.., |part| part.path.ends_with(".rels")) {
        if let Some(root) = links.root {
            package.set_part(links.path, xml::write(&root));
        }
    }
    let says_draft = opened.iter().any(|part| part.source.text.contains("udgave.kladde"));
    let mut desk = Desk::new(package, options.fonts);
    desk.styles.set_language(&options.language);
    let mut body = Relations::load(&desk.package, DOCUMENT);
    if drop_macros(&mut desk.package, &mut desk.types, &mut body) {
        findings.push(Finding::oplysning(
            "makroer-udeladt",
            Place::file(file),
            "Skabelonens makroer er udeladt; de bliver aldrig kørt.",
        ));
    }
    // Notes of the template's own are settled before rich text adds to them.
    opened.sort_by_key(|part| part.path != Notes::PART);
    for part in opened {
        let Some(mut root) = part.root else { continue };
        let (source, name) = (&part.source, &part.part);
        let is_body = part.path == DOCUMENT;
        let mut own = Relations::load(&desk.package, &part.path);
        if let (false, Some(words)) = (says_draft, &options.draft) {
            if is_body {
                draft::mark(&mut root, &mut desk, &mut body, words);
            } else if root.is("w:hdr") {
                draft::head(&mut root, words);
            }
        }
        let relations = if is_body { &mut body } else { &mut own };
        Fill { desk: &mut desk, relations, slots, source, part: name, findings }.part(&mut root);
        mark_awaited(&mut root, &mut desk.styles);
        settle(&mut root, &mut desk, &mut ids);
        if !is_body {
            own.save(&mut desk.package);
        }
        desk.package.set_part(part.path.as_str(), xml::write(&root));
        if part.path == Notes::PART {
            desk.notes = Notes::load(&desk.package);
            desk.note_relations = Relations::load(&desk.package, Notes::PART);
        }
    }
    finish(desk, body, options)
}

/// Makes a filled part whole.
fn settle(root: &mut Element, desk: &mut Desk<'_>, ids: &mut Ids) {
    turns::turns(root, &mut desk.numbering);
    repair::repair(root);
    toc::toc(root, &mut desk.styles, &mut desk.bookmarks);
    ids.renew(root, &mut desk.notes);
}

fn finish(desk: Desk<'_>, body: Relations, options: &WordOptions<'_>) -> Package {
    let mut desk = desk;
    let properties = Properties {
        title: &options.title,
        author: &options.author,
        subject: &options.subject,
        language: &options.language,
        date: options.date,
    };
    set_properties(&mut desk.package, &mut desk.types, &properties);
    desk.types.plain_document(DOCUMENT);
    settle_settings(&mut desk.package);
    desk.clear(body)
}
