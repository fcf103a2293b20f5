use super::align::{Step, align};
use super::block::Block;
use super::blocks::Planner;
use super::op::RowOp;
use crate::redline::key::{Key, Keys};
use crate::redline::words::text;
use crate::render::word::xml::Element;

/// How much of its words a row must share with another to be that one rewritten, of a thousand,
/// and how much it counts that both begin with the same cell.
const ROW: usize = 300;
const SAME_HEAD: usize = 500;

struct Row<'a> {
    element: &'a Element,
    block: Block<'a>,
}

impl Planner<'_> {
    /// What becomes of the rows of a table.
    pub(super) fn rows<'a>(&self, old: &'a Element, new: &'a Element) -> Vec<RowOp<'a>> {
        let rows = |table: &'a Element, keys: &Keys| {
            let rows = table.elements().filter(|child| child.is("w:tr"));
            rows.map(|row| Row { element: row, block: Block::new(vec![row], keys) }).collect()
        };
        let (old, new): (Vec<Row<'a>>, Vec<Row<'a>>) = (rows(old, self.old), rows(new, self.new));
        let keys = |rows: &[Row<'_>]| rows.iter().map(|row| row.block.key).collect::<Vec<Key>>();
        let steps = align(&keys(&old), &keys(&new), &|i, j| likeness(&old[i], &new[j]));
        steps.into_iter().map(|step| self.row(step, &old, &new)).collect()
    }

    fn row<'a>(&self, step: Step, old: &[Row<'a>], new: &[Row<'a>]) -> RowOp<'a> {
        let (old, new) = match step {
            Step::Same(i, j) if !old[i].block.is_marked() => return RowOp::Same(new[j].element),
            Step::Deleted(i) => return RowOp::Deleted(old[i].element),
            Step::Inserted(j) => return RowOp::Inserted(new[j].element),
            Step::Same(i, j) => (old[i].element, new[j].element),
            Step::Rewritten(olds, news) => (old[olds.start].element, new[news.start].element),
        };
        let cells = cells(old).zip(cells(new)).map(|(old, new)| self.blocks(old, new)).collect();
        RowOp::Rewritten { old, new, cells }
    }
}

fn likeness(old: &Row<'_>, new: &Row<'_>) -> usize {
    if !cells(old.element).map(shape).eq(cells(new.element).map(shape)) {
        return 0;
    }
    let head = |row: &Row<'_>| cells(row.element).next().map(text).unwrap_or_default();
    let likeness = old.block.words().likeness(new.block.words());
    let same_head = head(old) == head(new) && !head(old).trim().is_empty();
    let likeness = likeness + if same_head { SAME_HEAD } else { 0 };
    if likeness < ROW { 0 } else { likeness }
}

fn cells(row: &Element) -> impl Iterator<Item = &Element> {
    row.elements().filter(|child| child.is("w:tc"))
}

/// How a cell is joined with others, which no tracked change tells of.
fn shape(cell: &Element) -> Vec<&Element> {
    let properties = cell.find("w:tcPr").into_iter().flat_map(Element::elements);
    let joins = ["w:gridSpan", "w:vMerge", "w:hMerge"];
    properties.filter(|property| joins.iter().any(|name| property.is(name))).collect()
}
