use std::collections::BTreeSet;

use super::blocks::Writer;
use super::escape::literal;
use super::lines::{by_line, compared, is_like, moved, slot_of};
use super::merged::{Merged, Part};
use super::shapes::{Shapes, is_same_shape};
use crate::compare::{Step, blocks, inlines};
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
        let shapes = Shapes::of(old, new);
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
