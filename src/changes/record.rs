use std::collections::{BTreeMap, BTreeSet, VecDeque};

use super::difference::Difference;
use super::thing::{Fate, Thing};
use super::told::Told;

/// Something that an edition knows, with what it tells of it; what is blank is not told.
#[derive(Debug, Clone, Default)]
pub(super) struct Record {
    /// What it is known by; the later keys find what the earlier do not.
    keys: Vec<String>,
    pub name: String,
    pub fields: Vec<(String, Told)>,
}

impl Record {
    pub fn new(key: impl Into<String>, name: impl Into<String>) -> Self {
        Self { keys: vec![key.into()], name: name.into(), fields: Vec::new() }
    }

    /// Also known by this, where nothing has the key before.
    pub fn or(mut self, key: impl Into<String>) -> Self {
        self.keys.push(key.into());
        self
    }

    pub fn with(mut self, label: &str, told: impl Into<Told>) -> Self {
        let told = told.into();
        if !told.words.trim().is_empty() {
            self.fields.push((label.to_owned(), told));
        }
        self
    }

    pub fn with_known(self, label: &str, told: Option<Told>) -> Self {
        match told {
            Some(told) => self.with(label, told),
            None => self,
        }
    }

    /// How this, as the new edition has it, differs from what it was.
    pub fn since(&self, old: &Self) -> Option<Thing> {
        let differences = differences(&old.fields, &self.fields);
        let changed = Thing { name: self.name.clone(), fate: Fate::Changed, differences };
        (!changed.differences.is_empty()).then_some(changed)
    }

    pub fn appeared(&self) -> Thing {
        let name = self.name.clone();
        Thing { name, fate: Fate::New, differences: differences(&[], &self.told_beside_name()) }
    }

    fn vanished(&self) -> Thing {
        let name = self.name.clone();
        Thing { name, fate: Fate::Gone, differences: differences(&self.told_beside_name(), &[]) }
    }

    /// What the name does not tell already; a number may stand in it by chance.
    fn told_beside_name(&self) -> Vec<(String, Told)> {
        let is_in_name = |told: &Told| {
            told.words.contains(char::is_alphabetic) && stands_in(&self.name, &told.words)
        };
        let beside = self.fields.iter().filter(|(_, told)| !is_in_name(told));
        beside.cloned().collect()
    }
}

/// What has changed: in the order of the new edition, and after it what is gone.
pub(super) fn compared(old: &[Record], new: &[Record]) -> Vec<Thing> {
    let pairs = paired(old, new);
    let kept: BTreeSet<usize> = pairs.iter().copied().flatten().collect();
    let here = new.iter().zip(&pairs).filter_map(|(record, before)| match before {
        Some(before) => record.since(&old[*before]),
        None => Some(record.appeared()),
    });
    let gone = (0..old.len()).filter(|at| !kept.contains(at)).map(|at| old[at].vanished());
    here.chain(gone).collect()
}

/// For each new record the place of the old one that it was.
pub(super) fn paired(old: &[Record], new: &[Record]) -> Vec<Option<usize>> {
    let mut pairs: Vec<Option<usize>> = vec![None; new.len()];
    let mut taken = vec![false; old.len()];
    let most = new.iter().map(|record| record.keys.len()).max().unwrap_or_default();
    for rank in 0..most {
        let mut waiting: BTreeMap<&str, VecDeque<usize>> = BTreeMap::new();
        for (at, record) in old.iter().enumerate().filter(|(at, _)| !taken[*at]) {
            if let Some(key) = record.keys.get(rank) {
                waiting.entry(key).or_default().push_back(at);
            }
        }
        for (record, pair) in new.iter().zip(&mut pairs).filter(|(_, pair)| pair.is_none()) {
            let known = record.keys.get(rank).and_then(|key| waiting.get_mut(key.as_str()));
            *pair = known.and_then(VecDeque::pop_front);
            pair.iter().for_each(|at| taken[*at] = true);
        }
    }
    pairs
}

/// What two lists of values do not agree on, by label, in the order of the new one.
fn differences(old: &[(String, Told)], new: &[(String, Told)]) -> Vec<Difference> {
    let find = |list: &[(String, Told)], label: &str| {
        list.iter().find(|(other, _)| other == label).map(|(_, told)| told.clone())
    };
    let here = new.iter().map(|(label, told)| (label, find(old, label), Some(told.clone())));
    let gone = old.iter().filter(|(label, _)| find(new, label).is_none());
    let gone = gone.map(|(label, told)| (label, Some(told.clone()), None));
    let differs = |before: &Option<Told>, after: &Option<Told>| {
        before.as_ref().map(|told| &told.words) != after.as_ref().map(|told| &told.words)
    };
    here.chain(gone)
        .filter(|(_, before, after)| differs(before, after))
        .map(|(label, before, after)| Difference { label: label.clone(), before, after })
        .collect()
}

/// Whether words stand as a part of their own in a name: before or after a comma, a colon or a
/// bracket, not within a sentence.
fn stands_in(name: &str, words: &str) -> bool {
    name.match_indices(words).any(|(at, _)| {
        let (before, after) = (&name[..at], &name[at + words.len()..]);
        let opens = before.is_empty()
            || before.ends_with([' ', '(']) && before.trim_end().ends_with([',', ':', '(']);
        opens && (after.is_empty() || after.starts_with([',', ':', ' ', ')']))
    })
}
