use std::cmp::Ordering;
use std::collections::{HashMap, VecDeque};
use std::ops::Range;

use similar::{Algorithm, DiffOp, capture_diff_slices};

use super::face::Face;

/// What became of the things of two sequences, by their indices, in reading order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    Same(usize, usize),
    Changed(usize, usize),
    Deleted(usize),
    Inserted(usize),
    MovedFrom(usize),
    MovedTo(usize),
}

/// A thing as it is compared: what a reader sees of it, and the key it keeps when it is rewritten.
pub(super) struct Item<'a> {
    pub face: Face<'a>,
    pub key: Option<&'a str>,
}

/// A line that is made of more than running text: its words, and the key of what it puts in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line<'a> {
    pub words: Vec<&'a str>,
    pub key: Option<&'a str>,
}

/// Tells what became of each line.
pub fn lines(old: &[Line<'_>], new: &[Line<'_>]) -> Vec<Step> {
    align(&items(old), &items(new))
}

fn items<'a>(lines: &[Line<'a>]) -> Vec<Item<'a>> {
    let item = |line: &Line<'a>| Item { face: Face::of_line(&line.words, line.key), key: line.key };
    lines.iter().map(item).collect()
}

/// The most pairs of things that are held against each other at once.
const MOST: usize = 10_000;

/// How many words, in per cent, two things must have in common for one to be the other rewritten.
const ALIKE: usize = 40;

/// The fewest words by which a thing is known again elsewhere.
const KNOWN_BY: usize = 4;

/// Tells what became of each thing: the same, rewritten, moved, or only in one of the two.
pub(super) fn align(old: &[Item<'_>], new: &[Item<'_>]) -> Vec<Step> {
    let mut steps = Vec::with_capacity(old.len().max(new.len()));
    for op in capture_diff_slices(Algorithm::Myers, &faces(old), &faces(new)) {
        match op {
            DiffOp::Equal { old_index, new_index, len } => {
                steps.extend((0..len).map(|at| Step::Same(old_index + at, new_index + at)));
            }
            _ => rewritten(old, op.old_range(), new, op.new_range(), &mut steps),
        }
    }
    find_moved(&mut steps, old, new);
    steps
}

fn faces<'a>(items: &[Item<'a>]) -> Vec<Face<'a>> {
    items.iter().map(|item| item.face.clone()).collect()
}

/// Pairs what is alike in a stretch where nothing is the same.
fn rewritten(
    old: &[Item<'_>],
    olds: Range<usize>,
    new: &[Item<'_>],
    news: Range<usize>,
    steps: &mut Vec<Step>,
) {
    let pairs = pairs(&Weighed::all(&old[olds.clone()]), &Weighed::all(&new[news.clone()]));
    let (mut i, mut j) = (olds.start, news.start);
    for (one, other) in pairs {
        let (one, other) = (olds.start + one, news.start + other);
        steps.extend((i..one).map(Step::Deleted));
        steps.extend((j..other).map(Step::Inserted));
        steps.push(Step::Changed(one, other));
        (i, j) = (one + 1, other + 1);
    }
    steps.extend((i..olds.end).map(Step::Deleted));
    steps.extend((j..news.end).map(Step::Inserted));
}

/// An item with its words counted.
struct Weighed<'i, 'a> {
    item: &'i Item<'a>,
    words: Vec<&'a str>,
}

impl<'i, 'a> Weighed<'i, 'a> {
    fn all(items: &'i [Item<'a>]) -> Vec<Self> {
        items.iter().map(|item| Self { item, words: item.face.words() }).collect()
    }

    /// How sure it is that one became the other, from 0, not at all, to 100; a shared key is surer.
    fn alike(&self, other: &Self) -> usize {
        if !self.item.face.is_like(&other.item.face) {
            return 0;
        }
        if self.item.key.is_some() && self.item.key == other.item.key {
            return 200;
        }
        let all = self.words.len() + other.words.len();
        let alike = 200 * common(&self.words, &other.words) / all.max(1);
        if alike >= ALIKE { alike } else { 0 }
    }
}

/// How many words two sorted lists share.
fn common(one: &[&str], other: &[&str]) -> usize {
    let (mut i, mut j, mut shared) = (0, 0, 0);
    while i < one.len() && j < other.len() {
        match one[i].cmp(other[j]) {
            Ordering::Less => i += 1,
            Ordering::Greater => j += 1,
            Ordering::Equal => (i, j, shared) = (i + 1, j + 1, shared + 1),
        }
    }
    shared
}

/// The pairs, in order on both sides, that are most alike in all; a long stretch is cut into
/// shorter ones, so that the work grows with the length alone.
fn pairs(old: &[Weighed<'_, '_>], new: &[Weighed<'_, '_>]) -> Vec<(usize, usize)> {
    if old.len() * new.len() > MOST {
        let ((old, later), (new, after)) =
            (old.split_at(old.len() / 2), new.split_at(new.len() / 2));
        let second = pairs(later, after).into_iter().map(|(i, j)| (i + old.len(), j + new.len()));
        return pairs(old, new).into_iter().chain(second).collect();
    }
    let wide = new.len() + 1;
    let mut best = vec![0; (old.len() + 1) * wide];
    let mut gains = vec![0; best.len()];
    for (i, one) in old.iter().enumerate().rev() {
        for (j, other) in new.iter().enumerate().rev() {
            let at = i * wide + j;
            gains[at] = one.alike(other);
            let paired = if gains[at] > 0 { gains[at] + best[at + wide + 1] } else { 0 };
            best[at] = paired.max(best[at + 1]).max(best[at + wide]);
        }
    }
    let (mut i, mut j, mut found) = (0, 0, Vec::new());
    while i < old.len() && j < new.len() {
        let at = i * wide + j;
        if gains[at] > 0 && best[at] == gains[at] + best[at + wide + 1] {
            found.push((i, j));
            (i, j) = (i + 1, j + 1);
        } else if best[at] == best[at + wide] {
            i += 1;
        } else {
            j += 1;
        }
    }
    found
}

/// Tells what was moved from what was deleted here and written anew there.
fn find_moved(steps: &mut [Step], old: &[Item<'_>], new: &[Item<'_>]) {
    let mut gone: HashMap<&Face<'_>, VecDeque<usize>> = HashMap::new();
    for (at, step) in steps.iter().enumerate() {
        if let Step::Deleted(i) = step {
            gone.entry(&old[*i].face).or_default().push_back(at);
        }
    }
    for at in 0..steps.len() {
        let Step::Inserted(j) = steps[at] else { continue };
        let face = &new[j].face;
        let Some(from) = gone.get_mut(face) else { continue };
        if face.words().len() < KNOWN_BY {
            continue;
        }
        let Some(from) = from.pop_front() else { continue };
        let Step::Deleted(i) = steps[from] else { continue };
        steps[from] = Step::MovedFrom(i);
        steps[at] = Step::MovedTo(j);
    }
}
