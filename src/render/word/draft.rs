//! Marks every page: as a draft, in templates that do not do so themselves, and for its readers.

use super::desk::Desk;
use super::parts::{R, RelationKind, Relations, W};
use super::xml::{self, Element, Node};

const PART: &str = "headerUdkast.xml";
const CONTENT: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml";

/// Puts the lines above every page header that is not merged; a body without any gets one.
pub fn mark(body: &mut Element, desk: &mut Desk<'_>, relations: &mut Relations, lines: &[&str]) {
    let headers: Vec<String> = desk
        .package
        .names()
        .filter(|name| name.starts_with("word/header") && name.ends_with(".xml"))
        .map(str::to_owned)
        .collect();
    if headers.is_empty() {
        return add_header(body, desk, relations, lines);
    }
    for name in headers {
        if let Some(Ok(mut header)) = desk.package.part(&name).map(xml::read) {
            head(&mut header, lines);
            desk.package.set_part(name, xml::write(&header));
        }
    }
}

/// Puts the lines above a page header.
pub fn head(header: &mut Element, lines: &[&str]) {
    header.children.splice(0..0, lines.iter().copied().map(line));
}

fn line(words: &str) -> Node {
    let format = Element::new("w:rPr").child(Element::new("w:b"));
    let text = Element::new("w:t").attr("xml:space", "preserve").child(words);
    let run = Element::new("w:r").child(format).child(text);
    let properties = Element::new("w:pPr").child(Element::val("w:jc", "center"));
    Element::new("w:p").child(properties).child(run).into()
}

fn add_header(body: &mut Element, desk: &mut Desk<'_>, relations: &mut Relations, lines: &[&str]) {
    let part = format!("word/{PART}");
    let mut header = Element::new("w:hdr").attr("xmlns:w", W).attr("xmlns:r", R);
    head(&mut header, lines);
    desk.package.set_part(part.as_str(), xml::write(&header));
    desk.types.part(&part, CONTENT);
    let id = relations.to(RelationKind::Header, PART);
    let Some(body) = body.find_mut("w:body") else { return };
    if !body.children.last().is_some_and(|node| node.is("w:sectPr")) {
        body.children.push(Element::new("w:sectPr").into());
    }
    body.visit_mut(&mut |section| {
        if section.is("w:sectPr") {
            refer(section, &id);
        }
    });
}

fn refer(section: &mut Element, id: &str) {
    let has_first = section.find("w:titlePg").is_some();
    let kinds = if has_first { &["default", "first"][..] } else { &["default"] };
    for kind in kinds {
        let reference =
            Element::new("w:headerReference").attr("w:type", *kind).attr("r:id", id.to_owned());
        section.children.insert(0, reference.into());
    }
}
