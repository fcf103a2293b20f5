use crate::redline::decision::Decision;
use crate::render::word::xml::{Element, Node};

/// The properties whose changes are tracked.
const TRACKED: [&str; 8] =
    ["w:rPr", "w:pPr", "w:tblPr", "w:tblPrEx", "w:tblGrid", "w:trPr", "w:tcPr", "w:sectPr"];

/// Those that must be there, even when they say nothing.
const REQUIRED: [&str; 3] = ["w:tblPr", "w:tblGrid", "w:sectPr"];

/// Marks in properties, which say what becomes of the thing that has them.
const MARKS: [&str; 8] = [
    "w:ins",
    "w:del",
    "w:moveFrom",
    "w:moveTo",
    "w:cellIns",
    "w:cellDel",
    "w:cellMerge",
    "w:numberingChange",
];

pub fn are_properties(element: &Element) -> bool {
    TRACKED.contains(&element.name.as_str())
}

/// Settles properties and those within them: as they are when changes are accepted, as they were
/// when they are rejected. False when nothing is left of them.
pub fn settle(properties: &mut Element, decision: Decision) -> bool {
    let change = format!("{}Change", properties.name);
    let at = properties.children.iter().position(|node| node.is(&change));
    let before = at.map(|at| properties.children.remove(at));
    let before =
        before.as_ref().and_then(Node::element).and_then(|change| change.elements().next());
    if let Some(before) = before.filter(|_| decision == Decision::Reject) {
        restore(properties, before);
    }
    settle_within(properties, decision);
    !properties.children.is_empty() || REQUIRED.iter().any(|name| properties.is(name))
}

fn settle_within(properties: &mut Element, decision: Decision) {
    properties.children.retain_mut(|node| match node.element_mut() {
        Some(child) if MARKS.contains(&child.name.as_str()) => false,
        Some(child) if are_properties(child) => settle(child, decision),
        Some(child) => {
            settle_within(child, decision);
            true
        }
        None => true,
    });
}

/// Puts back what stood before, but for what a change never tells of.
fn restore(properties: &mut Element, before: &Element) {
    let stays = |node: &Node| match properties.name.as_str() {
        "w:pPr" => node.is("w:rPr") || node.is("w:sectPr"),
        "w:sectPr" => node.is("w:headerReference") || node.is("w:footerReference"),
        _ => false,
    };
    let (kept, _): (Vec<Node>, Vec<Node>) =
        std::mem::take(&mut properties.children).into_iter().partition(stays);
    let before = before.children.iter().cloned();
    properties.children = match properties.name.as_str() {
        // References come first in a section, and these two last in a paragraph.
        "w:sectPr" => kept.into_iter().chain(before).collect(),
        _ => before.chain(kept).collect(),
    };
}
