use std::ops::Range;

use similar::{Algorithm, DiffOp, capture_diff_slices};

use super::pairing::pairs;
use crate::redline::key::Key;

/// What becomes of things in two sequences, by their places in them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    Same(usize, usize),
    /// Those of the old one are rewritten as those of the new one; mostly one as one.
    Rewritten(Range<usize>, Range<usize>),
    Deleted(usize),
    Inserted(usize),
}

/// Finds what is the same in two sequences by its keys, and between that what is alike.
pub fn align(old: &[Key], new: &[Key], likeness: &dyn Fn(usize, usize) -> usize) -> Vec<Step> {
    let mut steps = Vec::new();
    let mut gap = (0..0, 0..0);
    for op in capture_diff_slices(Algorithm::Patience, old, new) {
        match op {
            DiffOp::Equal { old_index, new_index, len } => {
                bridge(&gap.0, &gap.1, likeness, &mut steps);
                steps.extend((0..len).map(|step| Step::Same(old_index + step, new_index + step)));
                gap = (old_index + len..old_index + len, new_index + len..new_index + len);
            }
            other => {
                gap.0.end = other.old_range().end;
                gap.1.end = other.new_range().end;
            }
        }
    }
    bridge(&gap.0, &gap.1, likeness, &mut steps);
    steps
}

fn bridge(
    old: &Range<usize>,
    new: &Range<usize>,
    likeness: &dyn Fn(usize, usize) -> usize,
    steps: &mut Vec<Step>,
) {
    let inside = |i: usize, j: usize| likeness(old.start + i, new.start + j);
    let (mut i, mut j) = (old.start, new.start);
    for (a, b) in pairs(old.len(), new.len(), &inside) {
        let (a, b) = (old.start + a, new.start + b);
        steps.extend((i..a).map(Step::Deleted));
        steps.extend((j..b).map(Step::Inserted));
        steps.push(Step::Rewritten(a..a + 1, b..b + 1));
        (i, j) = (a + 1, b + 1);
    }
    steps.extend((i..old.end).map(Step::Deleted));
    steps.extend((j..new.end).map(Step::Inserted));
}
