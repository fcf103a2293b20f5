use std::collections::BTreeMap;

use super::difference::Difference;
use super::told::Told;
use crate::finding::Place;
use crate::model::{Afsender, Antal, Optaelling, Projekt};

/// What was asked: of whom, of which group or tilbud, and for which year.
type Asked<'p> = (&'p Afsender, &'p str, u16);

/// The answers that sums are made of, by what was asked and by their cells.
pub(super) struct Summands<'p> {
    answers: BTreeMap<Asked<'p>, Antal>,
    cells: BTreeMap<Place, Asked<'p>>,
}

impl<'p> Summands<'p> {
    pub fn of(projekt: &'p Projekt) -> Self {
        let collected = &projekt.indberetninger;
        let tal = collected.tal.iter();
        let tal = tal.map(|one| ((&one.afsender, &*one.gruppe.value, one.aar), one.in_force()));
        let used = collected.tilbud.iter();
        let used = used.map(|one| ((&one.afsender, &*one.tilbud.value, one.aar), one.in_force()));
        let mut found = Self { answers: BTreeMap::new(), cells: BTreeMap::new() };
        for (asked, answer) in tal.chain(used) {
            let Some(Optaelling { antal, celler, .. }) = answer else { continue };
            found.answers.insert(asked, antal);
            found.cells.extend(celler.into_iter().map(|cell| (cell, asked)));
        }
        found
    }

    /// Whether a cell holds an answer that the other edition has as well, wherever it stands there.
    fn is_same_in(&self, other: &Self, cell: &Place) -> bool {
        let Some(asked) = self.cells.get(cell) else { return false };
        let answer = self.answers.get(asked);
        answer.is_some() && answer == other.answers.get(asked)
    }
}

/// Leaves of the cells behind a sum only those that made it another; many do not change.
pub(super) fn name_changed(one: &mut Difference, old: &Summands<'_>, new: &Summands<'_>) {
    name_changed_of(one.before.as_mut(), old, new);
    name_changed_of(one.after.as_mut(), new, old);
}

fn name_changed_of(told: Option<&mut Told>, own: &Summands<'_>, other: &Summands<'_>) {
    if let Some(told) = told.filter(|told| told.cells.len() > 1) {
        told.cells.retain(|cell| !own.is_same_in(other, cell));
    }
}
