//! A merged template by its lines, and what became of each between two editions.

use std::collections::BTreeMap;

use super::merged::Part;
use super::shapes::is_same_shape;
use crate::compare::{Line, Step, lines};
use crate::merge::{Role, Slot};

/// The parts by line; blank lines belong to the one before, so that they are not taken for each
/// other.
pub(super) fn by_line<'p, 'a>(parts: &'p [Part<'a>]) -> Vec<&'p [Part<'a>]> {
    let is_blank = |part: &Part<'_>| matches!(part, Part::Code(code) if code.trim().is_empty());
    let ends = |at: usize| {
        matches!(parts[at], Part::Code(code) if code.ends_with('\n'))
            && parts.get(at + 1).is_none_or(|next| !is_blank(next))
    };
    let mut lines = Vec::new();
    let mut begin = 0;
    for end in (0..parts.len()).filter(|at| ends(*at)).map(|at| at + 1).chain([parts.len()]) {
        if begin < end {
            lines.push(&parts[begin..end]);
        }
        begin = end;
    }
    lines
}

pub(super) fn compared(old: &[&[Part<'_>]], new: &[&[Part<'_>]]) -> Vec<Step> {
    let olds: Vec<Line<'_>> = old.iter().map(|line| as_line(line)).collect();
    let news: Vec<Line<'_>> = new.iter().map(|line| as_line(line)).collect();
    let steps = lines(&olds, &news);
    let is_kept = |step: &Step| matches!(step, Step::Same(..) | Step::Changed(..));
    let stretches = steps.chunk_by(|one, other| is_kept(one) == is_kept(other));
    stretches.flat_map(|stretch| rejoined(stretch, old, new)).collect()
}

/// As many lines of the same shapes as before are the same lines, whatever their values.
fn rejoined(stretch: &[Step], old: &[&[Part<'_>]], new: &[&[Part<'_>]]) -> Vec<Step> {
    let gone = stretch.iter().filter_map(|step| match step {
        Step::Deleted(i) => Some(*i),
        _ => None,
    });
    let come = stretch.iter().filter_map(|step| match step {
        Step::Inserted(j) => Some(*j),
        _ => None,
    });
    let pairs: Vec<(usize, usize)> = gone.zip(come).collect();
    let same = |(i, j): &(usize, usize)| is_same_shape(old[*i], new[*j]);
    if pairs.len() * 2 == stretch.len() && pairs.iter().all(same) {
        pairs.into_iter().map(|(i, j)| Step::Changed(i, j)).collect()
    } else {
        stretch.to_vec()
    }
}

fn as_line<'a>(parts: &[Part<'a>]) -> Line<'a> {
    let words = parts.iter().filter_map(|part| match part {
        Part::Code(words) | Part::Value(words) | Part::Literal(words) => Some(*words),
        Part::Slot(_) => None,
    });
    Line {
        words: words.collect(),
        key: parts.iter().find_map(slot_of).map(|slot| slot.key.as_str()),
    }
}

pub(super) fn slot_of<'a>(part: &Part<'a>) -> Option<&'a Slot> {
    match part {
        Part::Slot(slot) if slot.role != Role::Link => Some(slot),
        _ => None,
    }
}

/// The lines whose chapter, table or figure stands elsewhere now: from where, to where.
pub(super) fn moved(
    steps: &[Step],
    old: &[&[Part<'_>]],
    new: &[&[Part<'_>]],
) -> Vec<(usize, usize)> {
    let mut gone: BTreeMap<&str, usize> = BTreeMap::new();
    for step in steps {
        if let Step::Deleted(i) = step {
            gone.extend(as_line(old[*i]).key.map(|key| (key, *i)));
        }
    }
    let come = steps.iter().filter_map(|step| match step {
        Step::Inserted(j) => as_line(new[*j]).key.and_then(|key| Some((gone.remove(key)?, *j))),
        _ => None,
    });
    come.collect()
}

pub(super) fn is_like(one: Part<'_>, other: Part<'_>) -> bool {
    match (one, other) {
        (Part::Slot(one), Part::Slot(other)) => (one.role, &one.key) == (other.role, &other.key),
        _ => std::mem::discriminant(&one) == std::mem::discriminant(&other),
    }
}
