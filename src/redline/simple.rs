//! One way of writing for what Word writes in several, so that they are no differences.

use crate::render::word::xml::{Element, Node};

/// Brings an element and all in it to that one way.
pub fn simplify(element: &mut Element) {
    let children = std::mem::take(&mut element.children);
    let mut simple = Vec::with_capacity(children.len());
    take(children, &mut simple);
    if simple.iter().any(is_block) {
        simple = settle_markers(simple);
    }
    element.children = simple;
}

fn take(children: Vec<Node>, simple: &mut Vec<Node>) {
    for node in children {
        let Node::Element(mut child) = node else {
            simple.push(node);
            continue;
        };
        match child.name.as_str() {
            // Marks of a spelling check and of where pages were when the file was saved.
            "w:proofErr" | "w:lastRenderedPageBreak" | "w:smartTagPr" | "w:customXmlPr" => {}
            "w:smartTag" | "w:customXml" => take(child.children, simple),
            "w:fldSimple" => take(field(child), simple),
            "w:t" | "w:instrText" => words(child, simple),
            _ => {
                let is_run = child.is("w:r");
                simplify(&mut child);
                if !is_run || child.elements().any(|inner| !inner.is("w:rPr")) {
                    simple.push(child.into());
                }
            }
        }
    }
}

/// Text as Word reads it: spaces at its edges count only where it says so.
fn words(mut text: Element, simple: &mut Vec<Node>) {
    let mut words: String = text.texts().collect();
    if text.get("xml:space") != Some("preserve") {
        words = words.trim_matches([' ', '\t', '\n', '\r']).to_owned();
    }
    if !words.is_empty() {
        text.attributes = vec![("xml:space".into(), "preserve".into())];
        text.children = vec![words.into()];
        simple.push(text.into());
    }
}

/// A field in one element as one in runs, which is the only kind that can be tracked.
fn field(field: Element) -> Vec<Node> {
    let run = |child: Element| Node::from(Element::new("w:r").child(child));
    let mark = |kind: &str| Element::new("w:fldChar").attr("w:fldCharType", kind);
    let mut begin = mark("begin");
    for name in ["w:fldLock", "w:dirty"] {
        if let Some(value) = field.get(name) {
            begin.set(name, value);
        }
    }
    let instruction = field.get("w:instr").unwrap_or_default().to_owned();
    let instruction = Element::new("w:instrText").attr("xml:space", "preserve").child(instruction);
    let result = field.children.into_iter().filter(|node| !node.is("w:fldData"));
    let before = [run(begin), run(instruction), run(mark("separate"))];
    before.into_iter().chain(result).chain([run(mark("end"))]).collect()
}

/// What marks the beginning or the end of something that goes across the text.
pub fn is_marker(element: &Element) -> bool {
    matches!(
        element.name.as_str(),
        "w:bookmarkStart"
            | "w:bookmarkEnd"
            | "w:commentRangeStart"
            | "w:commentRangeEnd"
            | "w:permStart"
            | "w:permEnd"
    )
}

fn is_block(node: &Node) -> bool {
    ["w:p", "w:tbl", "w:tr", "w:tc"].iter().any(|name| node.is(name))
}

/// Puts markers between paragraphs into the paragraph after them, or else into the one before.
fn settle_markers(children: Vec<Node>) -> Vec<Node> {
    let mut settled: Vec<Node> = Vec::with_capacity(children.len());
    let mut waiting = Vec::new();
    for mut node in children {
        if node.element().is_some_and(is_marker) {
            waiting.push(node);
            continue;
        }
        if let Some(paragraph) = node.element_mut().and_then(|block| paragraph(block, false)) {
            let has_properties = paragraph.children.first().is_some_and(|node| node.is("w:pPr"));
            let at = usize::from(has_properties);
            paragraph.children.splice(at..at, waiting.drain(..));
        }
        settled.push(node);
    }
    let mut before = settled.iter_mut().rev().filter_map(Node::element_mut);
    if let Some(paragraph) = before.find_map(|block| paragraph(block, true)) {
        paragraph.children.append(&mut waiting);
    }
    settled
}

/// The first or last paragraph in a block.
fn paragraph(block: &mut Element, last: bool) -> Option<&mut Element> {
    if block.is("w:p") {
        return Some(block);
    }
    if !["w:tbl", "w:tr", "w:tc", "w:sdt", "w:sdtContent"].iter().any(|name| block.is(name)) {
        return None;
    }
    let mut inner = block.elements_mut();
    if last {
        inner.rev().find_map(|inner| paragraph(inner, last))
    } else {
        inner.find_map(|inner| paragraph(inner, last))
    }
}
