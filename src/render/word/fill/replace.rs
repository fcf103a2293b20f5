use super::Fill;
use super::alone::{Piece, alone};
use super::control::control;
use super::enclose::enclose;
use crate::merge::{Role, Slot};
use crate::render::word::marks;
use crate::render::word::ranges::COMMENT;
use crate::render::word::xml::{Element, Node};

impl Fill<'_, '_> {
    /// What stands in a paragraph that gives way to its slots; none of them belongs in a sentence.
    pub(super) fn asked_alone<'p>(
        &self,
        paragraph: &'p Element,
        text: &str,
    ) -> Option<Vec<Piece<'p>>> {
        if !text.contains(marks::SLOT.0) {
            return None;
        }
        let pieces = alone(paragraph)?;
        let in_line = pieces.iter().any(|piece| match piece {
            Piece::Slot(index) => self.slots.get(*index).is_some_and(|s| s.role == Role::Link),
            _ => false,
        });
        (!in_line).then_some(pieces)
    }

    /// A paragraph that holds nothing but slots gives way to their blocks.
    pub(super) fn replace(
        &mut self,
        paragraph: &Element,
        pieces: &[Piece<'_>],
        width: u32,
        out: &mut Vec<Node>,
    ) {
        let properties = paragraph.find("w:pPr");
        let style = properties.and_then(|p| p.property("w:pStyle"));
        let first = out.len();
        for piece in pieces {
            match piece {
                Piece::Slot(index) => {
                    if let Some(slot) = self.slots.get(*index) {
                        self.blocks(slot, width, style, out);
                    }
                }
                Piece::Break(end) => out.push(Element::new("w:p").child(run(end)).into()),
                Piece::Mark(mark) if mark.is(COMMENT) => {
                    if let Some(last) = last_paragraph(&mut out[first..]) {
                        last.children.push(run(mark).into());
                    }
                }
                Piece::Mark(mark) => out.push((*mark).clone().into()),
            }
        }
        let section = properties.filter(|p| p.find("w:sectPr").is_some());
        if let Some(properties) = section {
            out.push(Element::new("w:p").child(properties.clone()).into());
        }
    }

    /// What stands in the place of a slot that has a paragraph of its own.
    fn blocks(&mut self, slot: &Slot, width: u32, style: Option<&str>, out: &mut Vec<Node>) {
        let mut nodes = self.nodes(slot, width, style);
        if slot.role == Role::Sideskift {
            return out.append(&mut nodes);
        }
        if !nodes.is_empty() {
            enclose(&mut nodes);
            out.push(control(slot, nodes).into());
        }
    }
}

/// A run of that alone.
fn run(content: &Element) -> Element {
    Element::new("w:r").child(content.clone())
}

fn last_paragraph(nodes: &mut [Node]) -> Option<&mut Element> {
    nodes.iter_mut().rev().filter_map(Node::element_mut).find_map(|element| {
        match element.name.as_str() {
            "w:p" => Some(element),
            "w:sdt" | "w:sdtContent" => last_paragraph(&mut element.children),
            _ => None,
        }
    })
}
