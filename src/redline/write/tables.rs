use super::status::Status;
use super::writer::Writer;
use crate::redline::plan::{Op, RowOp};
use crate::render::word::xml::{Element, Node};

impl Writer<'_> {
    /// A table that stands in both texts.
    pub(super) fn table(&mut self, old: &Element, new: &Element, rows: &[RowOp<'_>]) -> Element {
        let mut table = Element::new("w:tbl").with(self.both(old, new, &["w:tblPr", "w:tblGrid"]));
        for row in rows {
            match row {
                RowOp::Same(row) => table.children.push((*row).clone().into()),
                RowOp::Deleted(row) => table.children.extend(self.whole(row, Status::Deleted)),
                RowOp::Inserted(row) => table.children.extend(self.whole(row, Status::Inserted)),
                RowOp::Rewritten { old, new, cells } => {
                    table.children.push(self.row(old, new, cells).into());
                }
            }
        }
        table
    }

    fn row(&mut self, old: &Element, new: &Element, cells: &[Vec<Op<'_>>]) -> Element {
        let mut row = Element::new("w:tr").with(self.both(old, new, &["w:tblPrEx", "w:trPr"]));
        row.attributes.clone_from(&new.attributes);
        fn of(row: &Element) -> impl Iterator<Item = &Element> {
            row.elements().filter(|child| child.is("w:tc"))
        }
        for ((old, new), ops) in of(old).zip(of(new)).zip(cells) {
            let properties = self.both(old, new, &["w:tcPr"]);
            let cell = Element::new("w:tc").with(properties).with(self.blocks(ops));
            row.children.push(cell.into());
        }
        row
    }

    /// Properties of the same names that two things have.
    fn both(&mut self, old: &Element, new: &Element, names: &[&str]) -> Vec<Node> {
        let tracked = names.iter().filter_map(|name| {
            self.tracked(name, old.find(name), new.find(name), &[]).map(Node::from)
        });
        tracked.collect()
    }
}
