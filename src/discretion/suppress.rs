use std::cmp::Reverse;
use std::collections::{BTreeSet, BinaryHeap};

use super::auditor::{exposed, exposes_only};
use super::cell::Count;
use super::tables::Tables;
use super::view::Seen;

/// How many sets of cells are tried before less careful choices are made.
const TRIES: usize = 1_000;

/// The cells of this edition to hide: the small ones, and as few others as the auditor asks for.
///
/// Totals are hidden only where hiding all else does not help. Of sets that help, one with the
/// fewest cells is taken, then with the fewest totals, then with the smallest counts, then the one
/// that comes first. What an earlier edition has given away no hiding helps; the auditor tells.
pub fn suppress(tables: &Tables, threshold: u32) -> BTreeSet<usize> {
    let mut hidden = BTreeSet::new();
    for group in groups(tables) {
        let small: BTreeSet<usize> = &tables.small(threshold) & &group;
        let was_hidden = |cell: &usize| tables.cells[*cell].count == Count::Earlier(Seen::Hidden);
        if !small.is_empty() || group.iter().any(was_hidden) {
            let relations = tables.relations.iter().filter(|one| group.contains(&one.total));
            let within =
                Tables { cells: tables.cells.clone(), relations: relations.cloned().collect() };
            hidden.extend(Choice::new(&within, threshold, small, &group).made());
        }
    }
    hidden
}

/// The cells parted so that each relation is within one group.
fn groups(tables: &Tables) -> Vec<BTreeSet<usize>> {
    let mut group_of: Vec<usize> = (0..tables.cells.len()).collect();
    for relation in &tables.relations {
        let joined: BTreeSet<usize> = relation.cells().map(|cell| group_of[cell]).collect();
        for group in group_of.iter_mut().filter(|group| joined.contains(group)) {
            *group = relation.total;
        }
    }
    let names: BTreeSet<usize> = group_of.iter().copied().collect();
    let members = |name| (0..group_of.len()).filter(|cell| group_of[*cell] == name).collect();
    names.into_iter().map(members).collect()
}

/// The choice of what to hide in one group.
struct Choice<'a> {
    tables: &'a Tables,
    threshold: u32,
    small: BTreeSet<usize>,
    /// Other counts of the group that can be hidden: not 0, and not a total.
    others: Vec<usize>,
    totals: Vec<usize>,
    /// What is exposed even when all is hidden.
    lost: BTreeSet<usize>,
}

/// How much a set of cells hides, least first.
type Cost = (usize, usize, u64, Vec<usize>);

impl<'a> Choice<'a> {
    fn new(
        tables: &'a Tables,
        threshold: u32,
        small: BTreeSet<usize>,
        group: &BTreeSet<usize>,
    ) -> Self {
        let is_total = |cell: &usize| {
            // A count that stands in two tables is no total of its own.
            let mut sums = tables.relations.iter().filter(|relation| relation.parts.len() > 1);
            sums.any(|relation| relation.total == *cell)
        };
        let free = tables
            .own()
            .filter(|(cell, count)| *count > 0 && group.contains(cell) && !small.contains(cell));
        let (totals, others) = free.map(|(cell, _)| cell).partition(is_total);
        let mut choice = Self { tables, threshold, small, others, totals, lost: BTreeSet::new() };
        choice.lost = choice.exposed(&choice.all());
        choice
    }

    fn made(&self) -> BTreeSet<usize> {
        let without_totals: BTreeSet<usize> = &self.small | &self.others.iter().copied().collect();
        let helps = self.exposed(&without_totals).is_disjoint(&(&self.small - &self.lost));
        helps
            .then(|| self.cheapest(&self.others))
            .flatten()
            .or_else(|| self.cheapest(&[&self.others[..], &self.totals].concat()))
            .unwrap_or_else(|| self.shown_again())
    }

    /// The cheapest set that hides enough; none when it is not among the first tried.
    fn cheapest(&self, candidates: &[usize]) -> Option<BTreeSet<usize>> {
        let mut waiting = BinaryHeap::from([Reverse(self.cost(Vec::new(), candidates))]);
        for _ in 0..TRIES {
            let Reverse((.., chosen)) = waiting.pop()?;
            let cells = chosen.iter().map(|place| candidates[*place]);
            let hidden: BTreeSet<usize> = self.small.iter().copied().chain(cells).collect();
            if self.is_enough(&hidden) {
                return Some(hidden);
            }
            let next = chosen.last().map_or(0, |last| last + 1);
            waiting.extend((next..candidates.len()).map(|place| {
                let more = chosen.iter().copied().chain([place]).collect();
                Reverse(self.cost(more, candidates))
            }));
        }
        None
    }

    fn cost(&self, chosen: Vec<usize>, candidates: &[usize]) -> Cost {
        let cells = || chosen.iter().map(|place| candidates[*place]);
        let totals = cells().filter(|cell| self.totals.contains(cell)).count();
        (chosen.len(), totals, cells().map(|cell| self.count(cell)).sum(), chosen)
    }

    /// All hidden but what can be shown again: totals first, then the highest counts.
    fn shown_again(&self) -> BTreeSet<usize> {
        let mut hidden = self.all();
        let mut order = self.others.clone();
        order.sort_by_key(|cell| Reverse(self.count(*cell)));
        for cell in self.totals.iter().chain(&order) {
            hidden.remove(cell);
            if !self.is_enough(&hidden) {
                hidden.insert(*cell);
            }
        }
        hidden
    }

    fn all(&self) -> BTreeSet<usize> {
        self.small.iter().chain(&self.others).chain(&self.totals).copied().collect()
    }

    fn is_enough(&self, hidden: &BTreeSet<usize>) -> bool {
        exposes_only(&self.tables.view(hidden, self.threshold), &self.lost)
    }

    fn exposed(&self, hidden: &BTreeSet<usize>) -> BTreeSet<usize> {
        exposed(&self.tables.view(hidden, self.threshold)).into_keys().collect()
    }

    fn count(&self, cell: usize) -> u64 {
        match self.tables.cells[cell].count {
            Count::Own(count) => count.into(),
            Count::Earlier(_) => 0,
        }
    }
}
