use super::align::{Step, align};
use super::block::Block;
use super::close::close;
use super::divide::divide;
use super::op::Op;
use crate::redline::key::{Key, Keys};
use crate::render::word::xml::Element;

/// Compares the texts of two documents.
#[derive(Clone, Copy)]
pub struct Planner<'k> {
    pub old: &'k Keys,
    pub new: &'k Keys,
}

impl Planner<'_> {
    /// What becomes of the blocks in a body, a cell, a note or the like.
    pub fn blocks<'a>(&self, old: &'a Element, new: &'a Element) -> Vec<Op<'a>> {
        let (old, new) = (Block::all(old, self.old), Block::all(new, self.new));
        let keys = |blocks: &[Block<'_>]| blocks.iter().map(|b| b.key).collect::<Vec<Key>>();
        let likeness = |i: usize, j: usize| old[i].likeness(&new[j]);
        let steps = align(&keys(&old), &keys(&new), &likeness);
        let steps = close(divide(steps, &old, &new), &old, &new);
        steps.into_iter().flat_map(|step| self.ops(step, &old, &new)).collect()
    }

    fn ops<'a>(&self, step: Step, old: &[Block<'a>], new: &[Block<'a>]) -> Vec<Op<'a>> {
        match step {
            Step::Same(i, j) if old[i].is_marked() && old[i].single().is_some() => {
                vec![self.rewritten(&old[i..=i], &new[j..=j])]
            }
            Step::Same(i, j) => {
                let pairs = old[i].elements.iter().zip(&new[j].elements);
                pairs.map(|(old, new)| Op::Same { old, new }).collect()
            }
            Step::Deleted(i) => {
                let fixed = old[i].single().is_none();
                let blocks = old[i].elements.iter();
                blocks.map(|block| Op::Deleted { block, fixed, moved: None }).collect()
            }
            Step::Inserted(j) => {
                let fixed = new[j].single().is_none();
                let blocks = new[j].elements.iter();
                blocks.map(|block| Op::Inserted { block, fixed, moved: None }).collect()
            }
            Step::Rewritten(olds, news) => vec![self.rewritten(&old[olds], &new[news])],
        }
    }

    fn rewritten<'a>(&self, old: &[Block<'a>], new: &[Block<'a>]) -> Op<'a> {
        let (first, another) = (old[0].elements[0], new[0].elements[0]);
        match first.name.as_str() {
            "w:tbl" => {
                let rows = self.rows(first, another);
                Op::Table { old: first, new: another, rows }
            }
            "w:sdt" => {
                let content = first.find("w:sdtContent").zip(another.find("w:sdtContent"));
                let content = content.map_or_else(Vec::new, |(old, new)| self.blocks(old, new));
                Op::Control { new: another, content }
            }
            _ => {
                let elements = |blocks: &[Block<'a>]| {
                    blocks.iter().flat_map(|block| &block.elements).copied().collect()
                };
                Op::Rewritten { old: elements(old), new: elements(new) }
            }
        }
    }
}
