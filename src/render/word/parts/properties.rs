use chrono::NaiveDate;

use crate::package::Package;
use crate::render::word::marks::plain;
use crate::render::word::parts::ContentTypes;
use crate::render::word::xml::{self, Element};

const PART: &str = "docProps/core.xml";
const CONTENT: &str = "application/vnd.openxmlformats-package.core-properties+xml";
const RELATION: &str =
    "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties";

/// What a document says of itself.
#[derive(Debug, Clone, Copy)]
pub struct Properties<'a> {
    pub title: &'a str,
    pub author: &'a str,
    pub subject: &'a str,
    pub language: &'a str,
    pub date: NaiveDate,
}

/// Sets title, author, language and dates; what else the template says stays.
pub fn set_properties(package: &mut Package, types: &mut ContentTypes, values: &Properties<'_>) {
    let known = package.part(PART).and_then(|bytes| xml::read(bytes).ok()).map(as_word_writes);
    let mut root = known.filter(|root| root.is("cp:coreProperties")).unwrap_or_else(empty);
    let date = values.date.format("%Y-%m-%dT00:00:00Z").to_string();
    set(&mut root, "dc:title", values.title);
    set(&mut root, "dc:subject", values.subject);
    set(&mut root, "dc:creator", values.author);
    set(&mut root, "cp:lastModifiedBy", values.author);
    set(&mut root, "dc:language", values.language);
    set(&mut root, "cp:revision", "1");
    for name in ["dcterms:created", "dcterms:modified"] {
        set(&mut root, name, &date);
        if let Some(element) = root.find_mut(name) {
            element.set("xsi:type", "dcterms:W3CDTF");
        }
    }
    root.children.retain(|node| !node.is("cp:lastPrinted"));
    package.set_part(PART, xml::write(&root));
    types.part(PART, CONTENT);
    relate(package);
}

/// Who last saved a document, or else who made it, and on which day, as it says itself.
pub fn last_saved(package: &Package) -> (Option<String>, Option<NaiveDate>) {
    let root = package.part(PART).and_then(|bytes| xml::read(bytes).ok()).map(as_word_writes);
    let said = |name: &str| {
        let words: String = root.as_ref()?.find(name)?.texts().collect();
        Some(words.trim().to_owned()).filter(|words| !words.is_empty())
    };
    let day = |words: String| NaiveDate::parse_from_str(words.get(..10)?, "%Y-%m-%d").ok();
    let name = said("cp:lastModifiedBy").or_else(|| said("dc:creator"));
    (name, said("dcterms:modified").or_else(|| said("dcterms:created")).and_then(day))
}

fn set(root: &mut Element, name: &str, value: &str) {
    let value = plain(value);
    match root.find_mut(name) {
        Some(element) => element.children = vec![value.into()],
        None => root.children.push(Element::new(name).child(value).into()),
    }
}

/// Other programs declare fewer names than Word, or give the properties no prefix.
fn as_word_writes(mut root: Element) -> Element {
    root.visit_mut(&mut |element| {
        if !element.name.contains(':') {
            element.name = format!("cp:{}", element.name).into();
        }
    });
    for (name, value) in empty().attributes {
        root.set(&name, value);
    }
    root
}

fn empty() -> Element {
    Element::new("cp:coreProperties")
        .attr("xmlns:cp", "http://schemas.openxmlformats.org/package/2006/metadata/core-properties")
        .attr("xmlns:dc", "http://purl.org/dc/elements/1.1/")
        .attr("xmlns:dcterms", "http://purl.org/dc/terms/")
        .attr("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance")
}

/// A package without core properties gets the relationship that leads to them.
fn relate(package: &mut Package) {
    const ROOT: &str = "_rels/.rels";
    let Some(mut root) = package.part(ROOT).and_then(|bytes| xml::read(bytes).ok()) else { return };
    if root.elements().any(|relation| relation.get("Type") == Some(RELATION)) {
        return;
    }
    let relation = Element::new("Relationship")
        .attr("Id", "rIdKerne")
        .attr("Type", RELATION)
        .attr("Target", PART);
    root.children.push(relation.into());
    package.set_part(ROOT, xml::write(&root));
}
