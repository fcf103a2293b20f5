use super::paragraphs::join_paragraphs;
use super::properties::{are_properties, settle};
use crate::redline::decision::Decision;
use crate::render::word::xml::{Element, Node};

/// Elements that say no more than where a tracked change begins or ends.
const BOUNDS: [&str; 8] = [
    "w:moveFromRangeStart",
    "w:moveFromRangeEnd",
    "w:moveToRangeStart",
    "w:moveToRangeEnd",
    "w:customXmlInsRangeStart",
    "w:customXmlInsRangeEnd",
    "w:customXmlDelRangeStart",
    "w:customXmlDelRangeEnd",
];

/// What a cell can have for its content.
const CONTENT: [&str; 3] = ["w:p", "w:tbl", "w:sdt"];

/// Accepts or rejects every tracked change in an element.
pub fn resolve_tree(element: &mut Element, decision: Decision) {
    let children = std::mem::take(&mut element.children);
    let has_last = !element.is("w:sdtContent") && ends_with_paragraph(&children);
    let mut resolved = Vec::with_capacity(children.len());
    take(children, decision, &mut resolved);
    if resolved.iter().any(|node| node.is("w:p")) {
        resolved = join_paragraphs(resolved, decision, has_last);
    }
    // A cell is never without a paragraph.
    if element.is("w:tc") && !resolved.iter().any(|node| CONTENT.iter().any(|name| node.is(name))) {
        resolved.push(Element::new("w:p").into());
    }
    element.children = resolved;
}

fn ends_with_paragraph(children: &[Node]) -> bool {
    let blocks = children.iter().rfind(|node| CONTENT.iter().any(|name| node.is(name)));
    blocks.is_some_and(|last| last.is("w:p"))
}

fn take(children: Vec<Node>, decision: Decision, resolved: &mut Vec<Node>) {
    for node in children {
        match node {
            Node::Element(child) => take_element(child, decision, resolved),
            other => resolved.push(other),
        }
    }
}

fn take_element(mut child: Element, decision: Decision, resolved: &mut Vec<Node>) {
    let name = child.name.as_str();
    if BOUNDS.contains(&name) || decision.removes(name) || is_removed(&child, decision) {
        return;
    }
    if decision.frees(name) {
        return take(child.children, decision, resolved);
    }
    if child.is("w:sdt") && is_removed_control(&child, decision) {
        if let Some(content) = child.find_mut("w:sdtContent") {
            resolve_tree(content, decision);
            resolved.append(&mut content.children);
        }
        return;
    }
    if child.is("w:pPr") {
        // What becomes of the paragraph is read from its mark when paragraphs are joined.
        return resolved.push(child.into());
    }
    if are_properties(&child) {
        if settle(&mut child, decision) {
            resolved.push(child.into());
        }
        return;
    }
    let had = child.elements().next().is_some();
    resolve_tree(&mut child, decision);
    if !(had && is_emptied(&child)) {
        child.name = match child.name.as_str() {
            "w:delText" => "w:t".into(),
            "w:delInstrText" => "w:instrText".into(),
            _ => child.name,
        };
        resolved.push(child.into());
    }
}

/// Whether a row or a cell goes away.
fn is_removed(element: &Element, decision: Decision) -> bool {
    let properties = |name: &str| element.find(name).into_iter().flat_map(Element::elements);
    match element.name.as_str() {
        "w:tr" => properties("w:trPr").any(|mark| decision.removes(&mark.name)),
        "w:tc" => properties("w:tcPr").any(|mark| mark.is(decision.removed_cell())),
        _ => false,
    }
}

fn is_removed_control(control: &Element, decision: Decision) -> bool {
    let content = control.find("w:sdtContent");
    let first = content.and_then(|content| content.elements().next());
    first.is_some_and(|first| first.is(decision.removed_control()))
}

/// Whether nothing is left of what an element is there for.
fn is_emptied(element: &Element) -> bool {
    match element.name.as_str() {
        "w:hyperlink" | "w:dir" | "w:bdo" | "w:smartTag" => element.children.is_empty(),
        "w:tbl" => !element.elements().any(|row| row.is("w:tr") || row.is("w:sdt")),
        _ => false,
    }
}
