use std::collections::{HashMap, HashSet};
use std::sync::Arc;

/// Names and ids of bookmarks; the ids are settled when the part is done.
#[derive(Debug, Default)]
pub struct Bookmarks {
    /// The names in the template and the files that it calls, as Word compares them.
    given: Arc<HashSet<String>>,
    /// The names that have been made for one document.
    made: HashSet<String>,
    /// Those of targets of cross-references.
    targets: HashMap<String, String>,
    ids: usize,
}

impl Bookmarks {
    /// Far above what templates use, so that start and end find each other before renumbering.
    const FIRST: usize = 1_000_000;

    pub fn new<'n>(given: impl Iterator<Item = &'n str>) -> Self {
        Self { given: Arc::new(given.map(str::to_lowercase).collect()), ..Self::default() }
    }

    /// For one document of the same template.
    pub fn again(&self) -> Self {
        Self { given: Arc::clone(&self.given), ..Self::default() }
    }

    /// The bookmark for a target of cross-references ("tabel:takster").
    pub fn name(&mut self, target: &str) -> String {
        if let Some(known) = self.targets.get(target) {
            return known.clone();
        }
        let name = self.fresh(self.targets.len() + 1, |number| format!("_Ref{number:06}"));
        self.targets.insert(target.to_owned(), name.clone());
        name
    }

    /// The first name, numbered from that number on, that no bookmark has.
    pub fn fresh(&mut self, from: usize, name: impl Fn(usize) -> String) -> String {
        let mut number = from;
        loop {
            let fresh = name(number);
            let compared = fresh.to_lowercase();
            if !self.given.contains(&compared) && self.made.insert(compared) {
                return fresh;
            }
            number += 1;
        }
    }

    pub fn id(&mut self) -> usize {
        self.ids += 1;
        Self::FIRST + self.ids
    }
}
