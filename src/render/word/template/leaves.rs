use super::isolate::is_gone;
use crate::render::word::visible::Visible;
use crate::render::word::xml::{Element, Node};

/// What can be seen of a paragraph or row, in order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Leaf {
    Tag(usize),
    Content,
}

pub fn leaves(element: &Element) -> Vec<Leaf> {
    fn gather(element: &Element, leaves: &mut Vec<Leaf>) {
        for node in &element.children {
            match node {
                Node::Tag(tag) => leaves.push(Leaf::Tag(*tag)),
                Node::Text(text) if element.is("w:t") && !text.trim().is_empty() => {
                    leaves.push(Leaf::Content);
                }
                Node::Text(_) => {}
                Node::Element(child) => match child.name.as_str() {
                    "w:pPr" | "w:rPr" | "w:tcPr" | "w:trPr" | "w:tblPr" => {}
                    name if is_gone(name) => {}
                    _ if Visible::of(child) == Visible::Nothing => gather(child, leaves),
                    _ => leaves.push(Leaf::Content),
                },
            }
        }
    }
    let mut found = Vec::new();
    gather(element, &mut found);
    found
}

pub fn ends_section(paragraph: &Element) -> bool {
    paragraph.find("w:pPr").is_some_and(|properties| properties.find("w:sectPr").is_some())
}
