use super::own_text;
use crate::render::word::fragment::settle;
use crate::render::word::marks;
use crate::render::word::xml::{Element, Node};

/// A run that is being divided.
pub struct Split {
    host: Option<Element>,
    done: Vec<Node>,
    open: Option<Element>,
}

impl Split {
    /// Divides a run of that look.
    pub fn of(look: Option<&Element>) -> Self {
        Self { host: look.cloned(), done: Vec::new(), open: None }
    }

    pub fn push(&mut self, node: Node) {
        let host = &self.host;
        let run = self.open.get_or_insert_with(|| Element::new("w:r").with(host.clone()));
        run.children.push(node);
    }

    pub fn words(&mut self, words: &str) {
        for piece in words.split_inclusive([marks::BREAK, marks::TAB]) {
            let text = piece.trim_end_matches([marks::BREAK, marks::TAB]);
            if !text.is_empty() {
                let element = Element::new("w:t").attr("xml:space", "preserve").child(text);
                self.push(element.into());
            }
            match piece.chars().next_back() {
                Some(marks::BREAK) => self.push(Element::new("w:br").into()),
                Some(marks::TAB) => self.push(Element::new("w:tab").into()),
                _ => {}
            }
        }
    }

    /// Puts finished runs in; they look like the host where they do not say otherwise.
    pub fn insert(&mut self, mut nodes: Vec<Node>) {
        self.close();
        if let Some(host) = &self.host {
            for element in nodes.iter_mut().filter_map(Node::element_mut) {
                element.visit_mut(&mut |run| {
                    if run.is("w:r") {
                        dress(run, host);
                    }
                });
            }
        }
        self.done.extend(nodes);
    }

    pub fn finish(mut self) -> Vec<Node> {
        self.close();
        self.done
    }

    fn close(&mut self) {
        self.done.extend(self.open.take().map(Node::from));
    }
}

fn dress(run: &mut Element, host: &Element) {
    let own = run.require("w:rPr");
    for property in host.elements() {
        if own.find(&property.name).is_none() {
            own.children.push(property.clone().into());
        }
    }
    settle(own);
}

/// Whether the text of a run holds marks.
pub fn has_marks(run: &Element) -> bool {
    run.elements().any(|child| child.is("w:t") && own_text::has_marks(child))
}
