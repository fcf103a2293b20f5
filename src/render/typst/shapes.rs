//! Lines of a merged template without their values: those that a loop has made are alike.

use std::collections::BTreeMap;

use super::lines::{is_like, slot_of};
use super::merged::Part;

/// Whether two lines differ in values alone.
pub(super) fn is_same_shape(old: &[Part<'_>], new: &[Part<'_>]) -> bool {
    let same = old.iter().zip(new).all(|(old, new)| is_like(*old, *new));
    same && skeleton(old) == skeleton(new)
}

/// What a line is without its values.
fn skeleton(parts: &[Part<'_>]) -> String {
    let shape = parts.iter().map(|part| match part {
        Part::Code(code) => (*code).to_owned(),
        Part::Value(_) => "\u{1}".to_owned(),
        Part::Literal(_) => "\u{2}".to_owned(),
        Part::Slot(slot) => format!("\u{3}{:?}", slot.role),
    });
    shape.collect()
}

/// How many lines of each edition there are of each shape.
pub(super) struct Shapes {
    old: BTreeMap<String, usize>,
    new: BTreeMap<String, usize>,
}

fn counted(lines: &[&[Part<'_>]]) -> BTreeMap<String, usize> {
    let mut shapes = BTreeMap::new();
    lines.iter().for_each(|line| *shapes.entry(skeleton(line)).or_default() += 1);
    shapes
}

impl Shapes {
    pub fn of(old: &[&[Part<'_>]], new: &[&[Part<'_>]]) -> Self {
        Self { old: counted(old), new: counted(new) }
    }

    /// Whether there are others of that shape, which a loop has made.
    pub fn is_known(&self, line: &[Part<'_>]) -> bool {
        let count = |shapes: &BTreeMap<String, usize>| {
            shapes.get(&skeleton(line)).copied().unwrap_or_default()
        };
        count(&self.old) + count(&self.new) > 1
    }

    /// Whether a line of the old edition can be put in beside the new one's: it is one of several
    /// made by a loop, or something put in that stands alone.
    pub fn can_stand(&self, line: &[Part<'_>]) -> bool {
        let is_value = |part: &Part<'_>| matches!(part, Part::Value(_) | Part::Slot(_));
        let is_blank = |part: &Part<'_>| matches!(part, Part::Code(code) if code.trim().is_empty());
        if line.iter().any(|part| matches!(part, Part::Literal(_))) || !line.iter().any(is_value) {
            return false;
        }
        let shape = skeleton(line);
        let stands_alone = line.iter().all(|part| slot_of(part).is_some() || is_blank(part));
        let repeated = self.old.get(&shape).is_some_and(|count| *count > 1);
        stands_alone || (is_balanced(&shape) && repeated)
    }
}

fn is_balanced(shape: &str) -> bool {
    let mut open = 0_i32;
    for letter in shape.chars() {
        match letter {
            '(' | '[' | '{' => open += 1,
            ')' | ']' | '}' => open -= 1,
            _ => {}
        }
        if open < 0 {
            return false;
        }
    }
    open == 0
}
