use std::collections::{BTreeMap, BTreeSet};

use super::blocks::Writer;
use super::escape::literal;
use super::merged::{Merged, Part};
use crate::compare::{Line, Step, blocks, inlines, lines};
use crate::merge::{Role, Slot};
use crate::text::tree::{Block, Inline, Mark};

/// The new edition's merged template, with what only the old one has at its place.
pub(super) struct Marking<'k> {
    pub writer: Writer,
    pub body: String,
    /// What has changed where no mark can be set, to be told on the last page.
    pub untold: BTreeSet<String>,
    /// Whether more has changed than what is known to.
    pub changed: bool,
    known: &'k [(String, String)],
    /// What went out of a place that nothing can be put into.
    homeless: Vec<Block>,
}

/// Told once, since the words of a template stand among its code.
const OTHER_WORDS: &str = "Skabelonens egne ord er ikke de samme som før.";

impl<'k> Marking<'k> {
    pub fn of(old: &Merged, new: &Merged, known: &'k [(String, String)]) -> Self {
        let mut marking = Self {
            writer: Writer::default(),
            body: String::new(),
            untold: BTreeSet::new(),
            changed: false,
            known,
            homeless: Vec::new(),
        };
        let (old, new) = (old.parts(), new.parts());
        marking.lines(&by_line(&old), &by_line(&new));
        let homeless = std::mem::take(&mut marking.homeless);
        let homeless = marking.writer.blocks(&homeless);
        marking.body.push_str(&homeless);
        marking
    }

    fn lines(&mut self, old: &[&[Part<'_>]], new: &[&[Part<'_>]]) {
        let shapes = Shapes { old: counted(old), new: counted(new) };
        let steps = compared(old, new);
        let moved = moved(&steps, old, new);
        let moved_to = |j| moved.iter().find(|(_, to)| *to == j).map(|(i, _)| old[*i]);
        for step in steps {
            match step {
                Step::Same(i, j) | Step::Changed(i, j) => self.line(old[i], new[j]),
                Step::Inserted(j) | Step::MovedTo(j) => match moved_to(j) {
                    Some(before) => self.moved_here(before, new[j]),
                    None => self.new_line(new[j], &shapes),
                },
                Step::Deleted(i) | Step::MovedFrom(i) => {
                    if moved.iter().any(|(from, _)| *from == i) {
                        self.moved_away(old[i]);
                    } else {
                        self.old_line(old[i], &shapes);
                    }
                }
            }
        }
    }

    fn new_line(&mut self, line: &[Part<'_>], shapes: &Shapes) {
        if !shapes.is_known(line) {
            line.iter().for_each(|part| self.other_words(*part));
        }
        line.iter().for_each(|part| self.inserted(*part));
    }

    fn old_line(&mut self, line: &[Part<'_>], shapes: &Shapes) {
        if shapes.can_stand(line) {
            line.iter().for_each(|part| self.deleted(*part));
            return;
        }
        if !shapes.is_known(line) {
            line.iter().for_each(|part| self.other_words(*part));
        }
        line.iter().for_each(|part| self.lost(*part));
    }

    /// A line that stands in both.
    fn line(&mut self, old: &[Part<'_>], new: &[Part<'_>]) {
        if is_same_shape(old, new) {
            old.iter().zip(new).for_each(|(old, new)| self.part(*old, *new));
            return;
        }
        let (olds, news): (Vec<_>, Vec<_>) = (old.chunks(1).collect(), new.chunks(1).collect());
        // A value that went out is held against the next that came, as long as nothing else stands
        // between them.
        let mut gone: Vec<Part<'_>> = Vec::new();
        for step in compared(&olds, &news) {
            match step {
                Step::Same(i, j) | Step::Changed(i, j) if is_like(old[i], new[j]) => {
                    self.part(old[i], new[j]);
                }
                Step::Same(i, j) | Step::Changed(i, j) => {
                    gone.push(old[i]);
                    self.came(new[j]);
                }
                Step::Deleted(i) | Step::MovedFrom(i) => gone.push(old[i]),
                Step::Inserted(j) | Step::MovedTo(j) => {
                    match gone.iter().position(|part| is_like(*part, new[j])) {
                        Some(at) => self.part(gone.remove(at), new[j]),
                        None => self.came(new[j]),
                    }
                }
            }
        }
        for part in gone {
            self.other_words(part);
            self.lost(part);
        }
    }

    /// What came into a line.
    fn came(&mut self, part: Part<'_>) {
        self.other_words(part);
        self.inserted(part);
    }

    fn part(&mut self, old: Part<'_>, new: Part<'_>) {
        match (old, new) {
            (Part::Slot(old), Part::Slot(new)) => self.slot(&old.blocks, new),
            (Part::Value(old), Part::Value(new)) if old != new => {
                self.differs(old, new);
                let words = inlines(&running(old), &running(new));
                self.words(&words);
            }
            (Part::Literal(old), Part::Literal(new)) if old != new => {
                self.body.push_str(&literal(new));
                if self.differs(old, new) {
                    self.untold.insert(format!("Før: »{old}«. Nu: »{new}«."));
                }
            }
            (Part::Code(old), Part::Code(new)) => {
                if old != new {
                    self.other_words(Part::Code(old));
                }
                self.body.push_str(new);
            }
            (_, new) => self.body.push_str(&new.plain()),
        }
    }

    /// What a helper put in, held against what it put in before.
    fn slot(&mut self, old: &[Block], new: &Slot) {
        let both = blocks(old, &new.blocks);
        self.changed |= both != new.blocks;
        self.put_in(new, both);
    }

    fn put_in(&mut self, slot: &Slot, blocks: Vec<Block>) {
        let written = self.writer.slot(&Slot { blocks, ..slot.clone() });
        self.body.push_str(&written);
    }

    fn inserted(&mut self, part: Part<'_>) {
        match part {
            Part::Value(value) => self.marked(Mark::Inserted, value),
            Part::Slot(slot) => self.whole(Mark::Inserted, slot),
            Part::Literal(value) => {
                self.body.push_str(&literal(value));
                self.told_apart("Nyt", value);
            }
            Part::Code(code) => self.body.push_str(code),
        }
    }

    /// What only the old edition has, put in where it stood.
    fn deleted(&mut self, part: Part<'_>) {
        match part {
            Part::Value(value) => self.marked(Mark::Deleted, value),
            Part::Slot(slot) => self.whole(Mark::Deleted, slot),
            Part::Code(_) | Part::Literal(_) => self.body.push_str(&part.plain()),
        }
    }

    /// What only the old edition has, where the template has no place for it.
    fn lost(&mut self, part: Part<'_>) {
        match part {
            Part::Value(value) | Part::Literal(value) => self.told_apart("Udgået", value),
            Part::Slot(slot) => {
                self.changed |= !slot.blocks.is_empty();
                self.homeless.push(Block::Marked(Mark::Deleted, slot.blocks.clone()));
            }
            Part::Code(_) => {}
        }
    }

    fn marked(&mut self, mark: Mark, value: &str) {
        if !value.is_empty() {
            self.changed = true;
            self.words(&[Inline::Marked(mark, running(value))]);
        }
    }

    fn whole(&mut self, mark: Mark, slot: &Slot) {
        self.changed |= !slot.blocks.is_empty();
        let blocks = match (slot.role, slot.blocks.as_slice()) {
            (Role::Link, [Block::Paragraph(words)]) => {
                vec![Block::Paragraph(vec![Inline::Marked(mark, words.clone())])]
            }
            _ => vec![Block::Marked(mark, slot.blocks.clone())],
        };
        self.put_in(slot, blocks);
    }

    /// A chapter that stood elsewhere, with what has changed in it.
    fn moved_here(&mut self, old: &[Part<'_>], new: &[Part<'_>]) {
        self.changed = true;
        let before = old.iter().find_map(slot_of).map_or(&[][..], |slot| &slot.blocks);
        for part in new {
            match part {
                Part::Slot(slot) => {
                    let both = blocks(before, &slot.blocks);
                    self.put_in(slot, vec![Block::Marked(Mark::MovedTo, both)]);
                }
                other => self.body.push_str(&other.plain()),
            }
        }
    }

    /// Where a chapter stood before: its title alone, since the rest stands where it is now.
    fn moved_away(&mut self, old: &[Part<'_>]) {
        for slot in old.iter().filter_map(slot_of) {
            let title = slot.blocks.iter().take(1).cloned().collect();
            self.put_in(slot, vec![Block::Marked(Mark::MovedFrom, title)]);
        }
    }

    fn words(&mut self, words: &[Inline]) {
        let written = self.writer.inlines(words);
        self.body.push_str(&written);
    }

    /// Whether two values differ in more than how the edition is called.
    fn differs(&mut self, old: &str, new: &str) -> bool {
        let is_known =
            self.known.iter().any(|known| (known.0.as_str(), known.1.as_str()) == (old, new));
        self.changed |= !is_known;
        !is_known
    }

    fn told_apart(&mut self, what: &str, value: &str) {
        if !value.is_empty() {
            self.changed = true;
            self.untold.insert(format!("{what}: »{value}«."));
        }
    }

    /// Tells of words of the template's own that only one edition shows.
    fn other_words(&mut self, part: Part<'_>) {
        let Part::Code(code) = part else { return };
        let is_word = |word: &str| !word.is_empty() && word != "none";
        if code.split(|letter: char| !letter.is_alphabetic()).any(is_word) {
            self.changed = true;
            self.untold.insert(OTHER_WORDS.to_owned());
        }
    }
}

fn running(value: &str) -> Vec<Inline> {
    vec![Inline::Text(value.to_owned())]
}

/// The parts by line; blank lines belong to the one before, so that they are not taken for each
/// other.
fn by_line<'p, 'a>(parts: &'p [Part<'a>]) -> Vec<&'p [Part<'a>]> {
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

fn compared(old: &[&[Part<'_>]], new: &[&[Part<'_>]]) -> Vec<Step> {
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

fn slot_of<'a>(part: &Part<'a>) -> Option<&'a Slot> {
    match part {
        Part::Slot(slot) if slot.role != Role::Link => Some(slot),
        _ => None,
    }
}

/// The lines whose chapter, table or figure stands elsewhere now: from where, to where.
fn moved(steps: &[Step], old: &[&[Part<'_>]], new: &[&[Part<'_>]]) -> Vec<(usize, usize)> {
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

fn is_like(one: Part<'_>, other: Part<'_>) -> bool {
    match (one, other) {
        (Part::Slot(one), Part::Slot(other)) => (one.role, &one.key) == (other.role, &other.key),
        _ => std::mem::discriminant(&one) == std::mem::discriminant(&other),
    }
}

/// Whether two lines differ in values alone.
fn is_same_shape(old: &[Part<'_>], new: &[Part<'_>]) -> bool {
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
struct Shapes {
    old: BTreeMap<String, usize>,
    new: BTreeMap<String, usize>,
}

fn counted(lines: &[&[Part<'_>]]) -> BTreeMap<String, usize> {
    let mut shapes = BTreeMap::new();
    lines.iter().for_each(|line| *shapes.entry(skeleton(line)).or_default() += 1);
    shapes
}

impl Shapes {
    /// Whether there are others of that shape, which a loop has made.
    fn is_known(&self, line: &[Part<'_>]) -> bool {
        let count = |shapes: &BTreeMap<String, usize>| {
            shapes.get(&skeleton(line)).copied().unwrap_or_default()
        };
        count(&self.old) + count(&self.new) > 1
    }

    /// Whether a line of the old edition can be put in beside the new one's: it is one of several
    /// made by a loop, or something put in that stands alone.
    fn can_stand(&self, line: &[Part<'_>]) -> bool {
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
