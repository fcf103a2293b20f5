use std::collections::{HashMap, VecDeque};

use super::op::{Move, Op, RowOp};
use crate::redline::words::text;
use crate::render::word::xml::Element;

/// Shorter texts stand in many places by chance.
const SHORTEST: usize = 20;

/// Finds the paragraphs that are deleted in one place and stand in another, word for word; gives
/// how many there are.
pub fn find_moves(ops: &mut [Op<'_>]) -> usize {
    let mut gathered = Gathered::default();
    gathered.ops(ops);
    let moves = gathered.moves();
    let mut places = Gathered::default();
    places.settle(ops, &moves);
    moves.len() / 2
}

/// What is deleted and inserted, by its place in the order of all operations.
#[derive(Default)]
struct Gathered {
    place: usize,
    deleted: Vec<(usize, String)>,
    inserted: HashMap<String, VecDeque<usize>>,
}

impl Gathered {
    fn ops(&mut self, ops: &[Op<'_>]) {
        // What stands in different texts never stands side by side.
        self.place += 1;
        for op in ops {
            self.place += 1;
            match op {
                Op::Deleted { block, fixed: false, .. } => {
                    self.deleted.extend(movable(block).map(|text| (self.place, text)));
                }
                Op::Inserted { block, fixed: false, .. } => {
                    if let Some(text) = movable(block) {
                        self.inserted.entry(text).or_default().push_back(self.place);
                    }
                }
                _ => inside(op).into_iter().for_each(|ops| self.ops(ops)),
            }
        }
    }

    /// The moves by the places that they are from and to.
    fn moves(mut self) -> HashMap<usize, Move> {
        let mut pairs = Vec::new();
        for (from, text) in self.deleted {
            let to = self.inserted.get_mut(&text).and_then(VecDeque::pop_front);
            pairs.extend(to.map(|to| (from, to)));
        }
        let mut moves = HashMap::new();
        let follows =
            |one: (usize, usize), next: (usize, usize)| next.0 == one.0 + 1 && next.1 == one.1 + 1;
        let mut number = 0;
        for (at, pair) in pairs.iter().enumerate() {
            let first = at == 0 || !follows(pairs[at - 1], *pair);
            let last = pairs.get(at + 1).is_none_or(|next| !follows(*pair, *next));
            number += usize::from(first);
            moves.insert(pair.0, Move { number, first, last });
            moves.insert(pair.1, Move { number, first, last });
        }
        moves
    }

    /// Visits the operations in the same order again.
    fn settle(&mut self, ops: &mut [Op<'_>], moves: &HashMap<usize, Move>) {
        self.place += 1;
        for op in ops {
            self.place += 1;
            match op {
                Op::Deleted { moved, .. } | Op::Inserted { moved, .. } => {
                    *moved = moves.get(&self.place).copied();
                }
                Op::Control { content, .. } => self.settle(content, moves),
                Op::Table { rows, .. } => {
                    for row in rows {
                        if let RowOp::Rewritten { cells, .. } = row {
                            cells.iter_mut().for_each(|ops| self.settle(ops, moves));
                        }
                    }
                }
                Op::Same { .. } | Op::Rewritten { .. } => {}
            }
        }
    }
}

/// The operations on what stands in a block.
fn inside<'o, 'a>(op: &'o Op<'a>) -> Vec<&'o [Op<'a>]> {
    match op {
        Op::Control { content, .. } => vec![content],
        Op::Table { rows, .. } => {
            let cells = rows.iter().filter_map(|row| match row {
                RowOp::Rewritten { cells, .. } => Some(cells),
                _ => None,
            });
            cells.flatten().map(Vec::as_slice).collect()
        }
        _ => Vec::new(),
    }
}

/// What a paragraph says, if it can be moved: it ends no section and is long enough to be known.
fn movable(block: &Element) -> Option<String> {
    let text = text(block);
    let fits = block.is("w:p") && !block.holds("w:sectPr") && text.trim().len() >= SHORTEST;
    fits.then_some(text)
}
