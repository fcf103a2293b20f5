//! Proves what a validator does not: that nothing of the template's making is left in a document.

use std::collections::HashSet;

use super::columns::{MOST, columns};
use super::parts::{NoteKind, Numbering, Styles};
use super::prepared::part_name;
use super::shown::Shown;
use super::template::is_gone;
use super::unmerged::{self, unmerged_name};
use super::xml::{self, Element, Node};
use crate::finding::{Finding, Findings, Place};
use crate::package::{Limits, Package};

/// Everything in a finished document that Word would refuse or a reader should not see.
pub fn inspect(bytes: &[u8], name: &str) -> Findings {
    match Package::read(bytes, name, &Limits::DOCUMENT) {
        Ok(package) => inspect_package(&package, name, true),
        Err(finding) => finding.into(),
    }
}

/// The same of a package; `tags` is false where double braces are no tags left over.
pub fn inspect_package(package: &Package, name: &str, tags: bool) -> Findings {
    let (styles, numbering) = (Styles::load(package), Numbering::load(package));
    let document =
        Document { package, known: &|_| None, styles: &styles, numbering: &numbering, tags };
    inspect_parts(&document, name)
}

/// A package to inspect, and what has been read of it already.
pub(super) struct Document<'d> {
    pub package: &'d Package,
    /// The tree of a part, if there is one.
    pub known: &'d dyn Fn(&str) -> Option<&'d Element>,
    pub styles: &'d Styles,
    pub numbering: &'d Numbering,
    /// False when the data itself has double braces, which then are no tags left over.
    pub tags: bool,
}

pub(super) fn inspect_parts(document: &Document<'_>, name: &str) -> Findings {
    let mut inspector = Inspector {
        name,
        styles: document.styles,
        numbering: document.numbering,
        seen: HashSet::new(),
        findings: Findings::new(),
    };
    for part in document.package.names().filter(|part| shows_text(part)) {
        let bytes = document.package.part(part).unwrap_or_default();
        // Only a part with braces can have a tag.
        let tags = document.tags && bytes.iter().any(|byte| matches!(byte, b'{' | b'}'));
        if let Some(root) = (document.known)(part) {
            inspector.part(part, root, tags);
            continue;
        }
        match xml::read(bytes) {
            Ok(root) => inspector.part(part, &root, tags),
            Err(error) => inspector.fault(part, &format!("delen er ikke XML: {error:?}")),
        }
    }
    if document.tags {
        inspector.unmerged(document.package);
    }
    inspector.findings
}

fn shows_text(part: &str) -> bool {
    let name = part.strip_prefix("word/").unwrap_or_default();
    part.starts_with("docProps/") && part.ends_with(".xml")
        || ["document", "header", "footer", "footnotes", "endnotes"]
            .iter()
            .any(|stem| name.starts_with(stem) && name.ends_with(".xml"))
}

struct Inspector<'a> {
    name: &'a str,
    styles: &'a Styles,
    numbering: &'a Numbering,
    seen: HashSet<(&'static str, String)>,
    findings: Findings,
}

impl Inspector<'_> {
    fn fault(&mut self, part: &str, what: &str) {
        let part = danish_name(part);
        self.findings.push(
            Finding::fejl(
                "dokument-ugyldigt",
                Place::file(self.name),
                format!("Det færdige dokument er ikke i orden ({part}): {what}."),
            )
            .hint("Gem skabelonen på ny i Word, og prøv igen. Hjælper det ikke, er det en fejl i programmet: meld den, og send skabelonen med."),
        );
    }

    fn part(&mut self, part: &str, root: &Element, tags: bool) {
        let mut fields = 0;
        self.element(part, root, &mut fields);
        if fields != 0 {
            self.fault(part, "et felt er begyndt, men ikke sluttet");
        }
        if tags {
            self.tags_left(part, root);
        }
    }

    fn unmerged(&mut self, package: &Package) {
        for part in package.names() {
            for tag in unmerged::tags(package, part, &[]) {
                self.fault(part, &format!("der står et mærke tilbage: {tag}"));
            }
        }
    }

    fn tags_left(&mut self, part: &str, root: &Element) {
        let shown = Shown::of(self.styles);
        let mut text = String::new();
        let mut tags = |element: &Element, ends: bool| {
            if ends && (text.contains("{{") || text.contains("}}")) {
                self.fault(part, &format!("der står et mærke tilbage: {}", text.trim()));
            }
            if ends {
                text.clear();
            } else {
                text.extend(element.children.iter().filter_map(|node| match node {
                    Node::Text(words) => Some(words.as_str()),
                    _ => None,
                }));
            }
        };
        read_out(root, &shown, &mut tags);
        tags(root, true);
    }

    fn element(&mut self, part: &str, element: &Element, fields: &mut i32) {
        let names = element.attributes.iter().map(|(name, _)| name);
        for name in names.chain([&element.name]).filter(|name| name.starts_with("tmp:")) {
            self.fault(part, &format!("der står »{name}« tilbage"));
        }
        match element.name.as_str() {
            "w:fldChar" => self.field(part, element, fields),
            "w:tc" if !element.elements().any(|child| child.is("w:p") || child.is("w:sdt")) => {
                self.fault(part, "en tabelcelle har intet afsnit");
            }
            "w:tr" if !element.holds("w:tc") => self.fault(part, "en tabelrække har ingen celler"),
            "w:tr" if columns(element) > MOST => {
                self.fault(part, &format!("en tabelrække går over flere end {MOST} kolonner"));
            }
            "w:tblGrid" if element.children.is_empty() => {
                self.fault(part, "en tabel har ingen kolonner");
            }
            "w:pStyle" | "w:rStyle" | "w:tblStyle" => self.style(part, element),
            "w:numId" => self.list(part, element),
            "wp:docPr" => self.unique(part, "tegning", element.get("id")),
            "w:bookmarkStart" => {
                self.unique(part, "bogmærke", element.get("w:id"));
                self.unique(part, "bogmærkenavn", element.get("w:name"));
            }
            "w:sdtPr" => self.unique(part, "indholdskontrol", element.property("w:id")),
            _ => {}
        }
        for child in element.elements() {
            self.element(part, child, fields);
        }
    }

    fn field(&mut self, part: &str, element: &Element, fields: &mut i32) {
        match element.get("w:fldCharType") {
            Some("begin") => *fields += 1,
            Some("end") => *fields -= 1,
            _ => {}
        }
        if *fields < 0 {
            *fields = 0;
            self.fault(part, "et felt slutter uden at være begyndt");
        }
    }

    fn style(&mut self, part: &str, element: &Element) {
        if let Some(id) = element.get("w:val")
            && !self.styles.has(id)
        {
            self.fault(part, &format!("typografien »{id}« findes ikke"));
        }
    }

    fn list(&mut self, part: &str, element: &Element) {
        let num = element.get("w:val").and_then(|id| id.parse().ok()).unwrap_or(0);
        if num != 0 && !self.numbering.has(num) {
            self.fault(part, &format!("listen {num} findes ikke"));
        }
    }

    fn unique(&mut self, part: &str, kind: &'static str, id: Option<&str>) {
        let Some(id) = id else { return };
        if !self.seen.insert((kind, id.to_owned())) {
            self.fault(part, &format!("to af slagsen »{kind}« har samme id {id}"));
        }
    }
}

fn danish_name(part: &str) -> &str {
    let notes = NoteKind::ALL.into_iter().find(|kind| kind.part() == part);
    part_name(part).or(notes.map(NoteKind::name)).or(unmerged_name(part)).unwrap_or(part)
}

/// Reads the text of a part a paragraph at a time.
fn read_out(element: &Element, shown: &Shown, reader: &mut impl FnMut(&Element, bool)) {
    if is_gone(&element.name) || element.is("w:instrText") || shown.has(element) {
        return;
    }
    let ends = element.is("w:p") || !element.name.starts_with("w:");
    if ends {
        reader(element, true);
    }
    reader(element, false);
    for child in element.elements() {
        read_out(child, shown, reader);
    }
    if ends {
        reader(element, true);
    }
}
