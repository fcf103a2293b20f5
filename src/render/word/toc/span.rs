use super::cut::{cut, marks};
use super::lines::{character, run};
use crate::render::word::template::ends_section;
use crate::render::word::xml::{Element, Node};

/// A field that begins and ends in paragraphs of one element.
pub struct Span {
    pub instruction: String,
    first: Edge,
    last: Edge,
}

/// Where a field begins or ends: a child, and how many marks of fields stand before it there.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Edge {
    child: usize,
    mark: usize,
}

impl Span {
    /// The fields in the paragraphs among the nodes, in the order in which they begin.
    pub fn all(nodes: &[Node]) -> Vec<Self> {
        let (mut done, mut open) = (Vec::new(), Vec::new());
        for (child, paragraph) in nodes.iter().enumerate().filter(|(_, node)| node.is("w:p")) {
            let mut found = Vec::new();
            paragraph.element().into_iter().for_each(|paragraph| marks(paragraph, &mut found));
            for (mark, element) in found.into_iter().enumerate() {
                let here = Edge { child, mark };
                match element.get("w:fldCharType") {
                    Some("begin") => open.push((here, String::new())),
                    Some("end") => done.extend(open.pop().map(|(first, instruction)| Self {
                        instruction,
                        first,
                        last: here,
                    })),
                    _ => {}
                }
                if let (true, Some((_, instruction))) = (element.is("w:instrText"), open.last_mut())
                {
                    instruction.extend(element.texts());
                }
            }
        }
        done.sort_by_key(|span: &Self| span.first);
        done
    }

    pub fn is_within(&self, other: &Self) -> bool {
        other.first <= self.first && self.last <= other.last
    }

    /// Puts lines in place of the field. What stands beside it in its first and last paragraph
    /// stays, and so do the ends of sections.
    pub fn replace(&self, parent: &mut Element, mut lines: Vec<Element>) {
        let all = self.first.child..=self.last.child;
        let nodes = parent.children.splice(all.clone(), []);
        let mut old: Vec<Element> = nodes.filter_map(|node| node.element().cloned()).collect();
        // The field begins in a paragraph, and ends in one.
        let Some(closing) = old.last().cloned() else { return };
        let before = cut(&old[0], &|place| place < self.first.place());
        old.pop();
        put_first(&mut lines[0], before);
        lines.extend(old.iter().filter(|element| ends_section(element)).map(bare));
        let end = self.last.place();
        let beside = cut(&closing, &|place| place > end);
        if ends_section(&closing) || beside.children.iter().any(is_content) {
            lines.push(cut(&closing, &|place| place >= end));
        } else if let Some(line) = lines.last_mut() {
            line.children.push(run(character("end")).into());
        }
        let at = self.first.child;
        parent.children.splice(at..at, lines.into_iter().map(Node::from));
    }
}

impl Edge {
    /// As `cut` counts places.
    fn place(self) -> usize {
        2 * self.mark + 1
    }
}

/// Puts the content of one paragraph before that of another.
fn put_first(line: &mut Element, before: Element) {
    let at = usize::from(line.find("w:pPr").is_some());
    line.children.splice(at..at, before.children.into_iter().filter(is_content));
}

fn is_content(node: &Node) -> bool {
    !node.is("w:pPr") && !node.is("w:proofErr")
}

/// A paragraph without its content.
fn bare(paragraph: &Element) -> Element {
    Element::new("w:p").with(paragraph.find("w:pPr").cloned())
}
