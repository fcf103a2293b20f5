use super::properties::settle;
use crate::redline::decision::Decision;
use crate::redline::simple::is_marker;
use crate::render::word::xml::{Element, Node};

/// Joins each paragraph whose mark goes away with the paragraph after it, which gives its
/// properties to both; the last paragraph of a cell, a note or a body keeps its mark, unless a
/// content control can be the last instead.
pub fn join_paragraphs(blocks: Vec<Node>, decision: Decision, has_last: bool) -> Vec<Node> {
    let mut joiner = Joiner { decision, joined: Vec::with_capacity(blocks.len()), open: None };
    let last = blocks.iter().rposition(|node| node.is("w:p")).filter(|_| has_last);
    for (place, node) in blocks.into_iter().enumerate() {
        match node {
            Node::Element(paragraph) if paragraph.is("w:p") => {
                let follows_control = joiner.joined.last().is_some_and(|node| node.is("w:sdt"));
                joiner.paragraph(paragraph, Some(place) == last && !follows_control);
            }
            other if other.element().is_some_and(is_marker) => joiner.marker(other),
            other => {
                joiner.close();
                joiner.joined.push(other);
            }
        }
    }
    joiner.close();
    joiner.joined
}

struct Joiner {
    decision: Decision,
    joined: Vec<Node>,
    /// A paragraph whose mark goes away, with what is left in it.
    open: Option<Element>,
}

impl Joiner {
    fn paragraph(&mut self, mut paragraph: Element, is_last: bool) {
        let goes = !is_last && self.goes(&paragraph);
        if let Some(properties) = paragraph.find_mut("w:pPr")
            && !settle(properties, self.decision)
        {
            paragraph.children.retain(|node| !node.is("w:pPr"));
        }
        if let Some(open) = self.open.take() {
            let at = usize::from(paragraph.children.first().is_some_and(|node| node.is("w:pPr")));
            let before = open.children.into_iter().filter(|node| !node.is("w:pPr"));
            paragraph.children.splice(at..at, before);
        }
        if goes {
            self.open = Some(paragraph);
        } else {
            self.joined.push(paragraph.into());
        }
    }

    fn goes(&self, paragraph: &Element) -> bool {
        let mark = paragraph.find("w:pPr").and_then(|properties| properties.find("w:rPr"));
        mark.is_some_and(|mark| mark.elements().any(|child| self.decision.removes(&child.name)))
    }

    /// A marker between two paragraphs that become one stands in it.
    fn marker(&mut self, marker: Node) {
        match &mut self.open {
            Some(open) => open.children.push(marker),
            None => self.joined.push(marker),
        }
    }

    /// Ends an open paragraph before what is no paragraph: with words left, it keeps its mark.
    fn close(&mut self) {
        let Some(open) = self.open.take() else { return };
        if open
            .children
            .iter()
            .any(|node| !node.is("w:pPr") && !node.element().is_some_and(is_marker))
        {
            return self.joined.push(open.into());
        }
        self.joined
            .extend(open.children.into_iter().filter(|node| node.element().is_some_and(is_marker)));
    }
}
