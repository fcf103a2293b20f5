use std::collections::HashMap;

use super::join::join;
use crate::package::Package;
use crate::redline::bridge::list_key;
use crate::redline::content::content;
use crate::redline::identity::{is_identity, is_identity_child};
use crate::redline::simple::{is_marker, simplify};
use crate::render::word::parts::{
    DOCUMENT, NoteKind, Notes, Numbering, Relations, Styles, resolved,
};
use crate::render::word::xml::{self, Element, Node};

/// Properties that say nothing when they are empty, and what is nothing without content.
const NOTHING: [&str; 9] = [
    "w:rPr",
    "w:pPr",
    "w:sectPr",
    "w:tblPrEx",
    "w:trPr",
    "w:tcPr",
    "w:hyperlink",
    "w:dir",
    "w:bdo",
];

/// The body of a document as all documents are written that say and show the same: what it leads
/// to stands in it, numbers that a program gives at its discretion are left out, and what can be
/// divided in more ways than one is whole.
pub fn normal(package: &Package, headers: bool) -> Option<Element> {
    let body = xml::read(package.part(DOCUMENT)?).ok()?.find("w:body")?.clone();
    let mut reader = Reader {
        package,
        styles: Styles::load(package),
        numbering: Numbering::load(package),
        notes: NoteKind::ALL.map(|kind| Notes::load(package, kind)),
        lists: HashMap::new(),
        headers,
        inside_note: false,
    };
    Some(reader.text(body, DOCUMENT, &Relations::load(package, DOCUMENT)))
}

struct Reader<'p> {
    package: &'p Package,
    styles: Styles,
    numbering: Numbering,
    notes: [Notes; 2],
    /// The lists in the order in which they begin, and what they look like.
    lists: HashMap<u32, String>,
    /// Whether what stands in page headers and footers counts.
    headers: bool,
    inside_note: bool,
}

impl Reader<'_> {
    fn text(&mut self, mut root: Element, part: &str, relations: &Relations) -> Element {
        simplify(&mut root);
        self.element(&mut root, part, relations);
        root
    }

    fn element(&mut self, element: &mut Element, part: &str, relations: &Relations) {
        element.attributes.retain(|(attribute, _)| !is_identity(&element.name, attribute));
        let name = element.name.clone();
        match name.as_str() {
            "w:headerReference" | "w:footerReference" => return self.header(element, relations),
            "w:footnoteReference" => return self.note(element, NoteKind::Footnote),
            "w:endnoteReference" => return self.note(element, NoteKind::Endnote),
            "w:numId" => self.list(element),
            "w:pStyle" | "w:rStyle" | "w:tblStyle" => self.style(element),
            _ => {}
        }
        for (name, id) in &mut element.attributes {
            if name.starts_with("r:")
                && let Some(relation) = relations.get(id)
            {
                *id = format!("{:x}", content(self.package, part, &relation)).into();
            }
        }
        self.children(element, part, relations);
        if element.is("w:sectPr") {
            order_references(&mut element.children);
        }
    }

    fn children(&mut self, element: &mut Element, part: &str, relations: &Relations) {
        for mut node in std::mem::take(&mut element.children) {
            if let Some(child) = node.element_mut() {
                if self.is_skipped(element, child) {
                    continue;
                }
                self.element(child, part, relations);
                if is_nothing(child) {
                    continue;
                }
            }
            join(&mut element.children, node);
        }
    }

    fn is_skipped(&self, parent: &Element, child: &Element) -> bool {
        is_marker(child)
            || is_identity_child(parent, child)
            || child.is("w:commentReference")
            || (leads(child) && !self.headers)
    }

    fn header(&mut self, reference: &mut Element, relations: &Relations) {
        let relation = reference.get("r:id").and_then(|id| relations.get(id));
        reference.attributes.retain(|(name, _)| name != "r:id");
        let Some(relation) = relation else { return };
        let part = resolved(DOCUMENT, &relation.target);
        let root = self.package.part(&part).and_then(|bytes| xml::read(bytes).ok());
        if let Some(mut root) = root {
            root.attributes.clear();
            let relations = Relations::load(self.package, &part);
            reference.children = vec![self.text(root, &part, &relations).into()];
        }
    }

    /// A note says what it says where its reference is.
    fn note(&mut self, reference: &mut Element, kind: NoteKind) {
        let id = reference.get("w:id").and_then(|id| id.parse().ok());
        reference.attributes.retain(|(name, _)| name != "w:id");
        let notes = &self.notes[kind as usize];
        let content: Option<Vec<Node>> = id.and_then(|id| notes.content(id)).map(<[Node]>::to_vec);
        // No note may stand in a note.
        let Some(content) = content.filter(|_| !self.inside_note) else { return };
        let relations = notes.relations.clone();
        self.inside_note = true;
        let said = self.text(Element::new("w:note").with(content), kind.part(), &relations);
        self.inside_note = false;
        reference.children = vec![said.into()];
    }

    fn list(&mut self, number: &mut Element) {
        let Some(id) = number.get("w:val").and_then(|id| id.parse().ok()) else { return };
        let order = self.lists.len();
        let list = self.lists.entry(id).or_insert_with(|| {
            list_key(&self.numbering, id)
                .map_or_else(|| id.to_string(), |key| format!("{order}: {key:x}"))
        });
        number.set("w:val", list.as_str());
    }

    fn style(&mut self, named: &mut Element) {
        let style = named.get("w:val").and_then(|id| self.styles.style(id));
        if let Some(name) = style.and_then(|style| style.property("w:name")) {
            let name = name.to_lowercase();
            named.set("w:val", name);
        }
    }
}

/// The order of a section's page headers means nothing.
fn order_references(section: &mut [Node]) {
    section.sort_by_key(|node| match node.element() {
        Some(reference) if leads(reference) => {
            let kind = reference.get("w:type").unwrap_or("default").to_owned();
            (false, reference.name.to_string(), kind)
        }
        _ => (true, String::new(), String::new()),
    });
}

fn leads(element: &Element) -> bool {
    element.is("w:headerReference") || element.is("w:footerReference")
}

fn is_nothing(element: &Element) -> bool {
    match element.name.as_str() {
        "w:r" => element.elements().all(|child| child.is("w:rPr")),
        name => NOTHING.contains(&name) && element.children.is_empty(),
    }
}
