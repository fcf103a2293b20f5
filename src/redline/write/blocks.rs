use super::status::Status;
use super::writer::Writer;
use crate::redline::plan::{Move, Op, find_moves};
use crate::render::word::xml::{Element, Node};

impl Writer<'_> {
    /// What stands in a body, a header, a note or a text box of both documents.
    pub fn text(&mut self, old: &Element, new: &Element) -> Vec<Node> {
        let mut ops = self.planner().blocks(old, new);
        self.summary.moved += find_moves(&mut ops);
        self.blocks(&ops)
    }

    pub(super) fn blocks(&mut self, ops: &[Op<'_>]) -> Vec<Node> {
        ops.iter().flat_map(|op| self.block(op)).collect()
    }

    fn block(&mut self, op: &Op<'_>) -> Vec<Node> {
        match op {
            Op::Same { old, new } => {
                let section = |block: &Element| block.find("w:pPr")?.find("w:sectPr").cloned();
                if let Some((old, new)) = section(old).zip(section(new)) {
                    self.pair_headers(&old, &new);
                }
                vec![(*new).clone().into()]
            }
            Op::Rewritten { old, new } => self.rewritten(old, new),
            Op::Table { old, new, rows } => vec![self.table(old, new, rows).into()],
            Op::Control { new, content } => {
                let content = Element::new("w:sdtContent").with(self.blocks(content));
                let about = new.elements().filter(|child| !child.is("w:sdtContent")).cloned();
                vec![Element::new("w:sdt").with(about).child(content).into()]
            }
            Op::Deleted { block, moved: None, .. } => self.whole(block, Status::Deleted),
            Op::Inserted { block, moved: None, .. } => self.whole(block, Status::Inserted),
            Op::Deleted { block, moved: Some(moved), .. } => {
                self.moved(block, Status::MovedFrom, *moved)
            }
            Op::Inserted { block, moved: Some(moved), .. } => {
                self.moved(block, Status::MovedTo, *moved)
            }
        }
    }

    /// A moved paragraph; its old and its new place have the same name.
    fn moved(&mut self, block: &Element, status: Status, moved: Move) -> Vec<Node> {
        let mut nodes = self.whole_paragraph(block, status, status);
        let Some((begin, end)) = status.range() else { return nodes };
        if moved.first {
            let start = self.revision(begin).attr("w:name", format!("flytning{}", moved.number));
            self.range = start.get("w:id").unwrap_or_default().to_owned();
            if let Some(paragraph) = nodes.first_mut().and_then(Node::element_mut) {
                // The properties of a moved paragraph always say so.
                paragraph.children.insert(1, start.into());
            }
        }
        if moved.last {
            nodes.push(Element::new(end).attr("w:id", self.range.as_str()).into());
        }
        nodes
    }
}
