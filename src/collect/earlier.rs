use std::collections::{BTreeMap, BTreeSet};

use super::indberetninger::{Ark, Raekke};

/// The earlier rows of an answer that has come again, and which new row takes the place of each.
pub(super) struct Earlier<'r> {
    ark: Ark,
    by_key: BTreeMap<Vec<String>, &'r Raekke>,
    /// The rows that alone have their name, both before and now: their keys may differ in a word.
    by_name: BTreeMap<Vec<String>, &'r Raekke>,
}

impl<'r> Earlier<'r> {
    pub fn new(ark: Ark, old: &[&'r Raekke], new: &[Raekke]) -> Self {
        let by_key = old.iter().map(|row| (row.key(ark), *row)).collect();
        let now = alone(ark, new);
        let mut by_name = alone(ark, old.iter().copied());
        by_name.retain(|name, _| now.contains_key(name));
        Self { ark, by_key, by_name }
    }

    /// The row that a new one takes the place of.
    pub fn of(&self, new: &Raekke) -> Option<&'r Raekke> {
        let same = self.by_key.get(&new.key(self.ark));
        same.or_else(|| self.by_name.get(&new.name(self.ark))).copied()
    }

    /// The rows that no new one takes the place of.
    pub fn left(&self, new: &[Raekke]) -> impl Iterator<Item = &'r Raekke> {
        let taken = new.iter().filter_map(|row| self.of(row)).map(|row| row.key(self.ark));
        let taken: BTreeSet<Vec<String>> = taken.collect();
        let left = self.by_key.iter().filter(move |(key, _)| !taken.contains(*key));
        left.map(|(_, row)| *row)
    }
}

fn alone<'r>(
    ark: Ark,
    rows: impl IntoIterator<Item = &'r Raekke>,
) -> BTreeMap<Vec<String>, &'r Raekke> {
    let mut found: BTreeMap<Vec<String>, Option<&Raekke>> = BTreeMap::new();
    for row in rows {
        found.entry(row.name(ark)).and_modify(|first| *first = None).or_insert(Some(row));
    }
    found.into_iter().filter_map(|(name, row)| Some((name, row?))).collect()
}
