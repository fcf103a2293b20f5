use super::status::Status;
use super::writer::Writer;
use crate::render::word::xml::{Element, Node};

impl Writer<'_> {
    /// A block that is deleted or inserted with all that is in it.
    pub(super) fn whole(&mut self, block: &Element, status: Status) -> Vec<Node> {
        match block.name.as_str() {
            "w:p" => self.whole_paragraph(block, status, status),
            "w:sdt" => self.whole_control(block, status),
            "w:tbl" | "w:tr" | "w:tc" => {
                let mut whole = Element::new(&block.name);
                whole.attributes.clone_from(&block.attributes);
                whole.children = self.inside(block, status);
                if block.is("w:tr") {
                    self.mark_row(&mut whole, status);
                }
                vec![whole.into()]
            }
            _ => vec![block.clone().into()],
        }
    }

    /// The text of a note that is deleted or inserted, but for its last mark, which it must keep.
    pub(super) fn whole_text(&mut self, text: &Element, status: Status) -> Vec<Node> {
        let blocks: Vec<&Element> = text.elements().collect();
        match blocks.split_last() {
            Some((last, before)) if last.is("w:p") => {
                let mut nodes: Vec<Node> =
                    before.iter().flat_map(|block| self.whole(block, status)).collect();
                nodes.extend(self.whole_paragraph(last, status, Status::Kept));
                nodes
            }
            _ => self.inside(text, status),
        }
    }

    fn inside(&mut self, block: &Element, status: Status) -> Vec<Node> {
        block.elements().flat_map(|inner| self.whole(inner, status)).collect()
    }

    fn whole_control(&mut self, control: &Element, status: Status) -> Vec<Node> {
        let content = control.find("w:sdtContent");
        let content = content.map_or_else(Vec::new, |content| self.inside(content, status));
        let about = control.elements().filter(|child| !child.is("w:sdtContent")).cloned();
        let shell = Element::new("w:sdt").with(about);
        match status.control() {
            Some(bounds) => self.bounded(shell, content, bounds).into(),
            None => vec![shell.child(Element::new("w:sdtContent").with(content)).into()],
        }
    }

    fn mark_row(&mut self, row: &mut Element, status: Status) {
        let Some(mark) = status.row().map(|name| self.revision(name)) else { return };
        self.summary.count_row(status);
        match row.find_mut("w:trPr") {
            Some(properties) => properties.children.push(mark.into()),
            None => {
                let at = usize::from(row.children.first().is_some_and(|node| node.is("w:tblPrEx")));
                row.children.insert(at, Element::new("w:trPr").child(mark).into());
            }
        }
    }
}
