use std::collections::BTreeSet;

use super::cell::{Cell, Count};
use super::relation::Relation;
use super::view::{Seen, View};

/// The counts of an edition and of those before it, and how they hang together.
#[derive(Debug, Clone, Default)]
pub struct Tables {
    pub cells: Vec<Cell>,
    pub relations: Vec<Relation>,
}

impl Tables {
    /// What a reader sees when these cells are hidden.
    ///
    /// The ceiling lies a little above the highest count, so the reader is taken to know more
    /// than anyone does: what passes then passes for every reader.
    pub fn view(&self, hidden: &BTreeSet<usize>, threshold: u32) -> View {
        let seen = |(index, cell): (usize, &Cell)| match cell.count {
            Count::Own(_) if hidden.contains(&index) => Seen::Hidden,
            Count::Own(count) => Seen::Shown(count),
            Count::Earlier(seen) => seen,
        };
        let highest = self.cells.iter().filter_map(|cell| match cell.count {
            Count::Own(count) | Count::Earlier(Seen::Shown(count)) => Some(count),
            Count::Earlier(Seen::Hidden) => None,
        });
        View {
            cells: self.cells.iter().enumerate().map(seen).collect(),
            relations: self.relations.clone(),
            threshold,
            ceiling: highest.max().unwrap_or_default().saturating_add(threshold.saturating_mul(2)),
        }
    }

    /// The counts of this edition that may not be shown: 1 up to the threshold.
    pub fn small(&self, threshold: u32) -> BTreeSet<usize> {
        self.own().filter(|(_, count)| (1..threshold).contains(count)).map(|(at, _)| at).collect()
    }

    /// How the counts of this edition hang together.
    pub(super) fn without_earlier(&self) -> Vec<Relation> {
        let is_own = |cell: usize| matches!(self.cells[cell].count, Count::Own(_));
        self.relations.iter().filter(|relation| relation.cells().all(is_own)).cloned().collect()
    }

    /// The counts of this edition with their places in the list.
    pub(super) fn own(&self) -> impl Iterator<Item = (usize, u32)> {
        self.cells.iter().enumerate().filter_map(|(index, cell)| match cell.count {
            Count::Own(count) => Some((index, count)),
            Count::Earlier(_) => None,
        })
    }
}
