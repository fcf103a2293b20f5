use std::collections::BTreeMap;

use super::cell::{Cell, Count};
use super::gathering::{Gathering, relation};
use super::relation::Relation;
use super::view::Seen;
use crate::finding::Place;
use crate::model::{Offentliggjort, Sum};

impl Gathering {
    /// Adds what an earlier edition tells.
    ///
    /// A reader takes a count to be the same in both editions unless they show that it is not: a
    /// count that was shown, if it has not changed; one that was hidden, if the sums that it was
    /// part of still hold.
    pub fn earlier(&mut self, file: &str, edition: &Offentliggjort) {
        let mut cells = BTreeMap::new();
        for (key, number) in &edition.tal {
            let own = self.own.get(key).copied().filter(|own| self.is_same(*own, *number, edition));
            let before = Cell {
                key: key.clone(),
                label: format!("»{key}« i den tidligere udgave ({})", edition.udgave),
                place: Place::file(file),
                count: Count::Earlier(number.map_or(Seen::Hidden, Seen::Shown)),
            };
            let cell = own.unwrap_or_else(|| self.add(before.clone()));
            cells.insert(key.clone(), cell);
            if own.is_some() && number.is_some() && self.known.insert(cell) {
                let total = self.add(before);
                self.tables.relations.push(Relation { total, parts: vec![cell] });
            }
        }
        for sum in &edition.summer {
            let relation = relation(&cells, &sum.i_alt, &sum.dele);
            let new = relation.filter(|relation| !self.tables.relations.contains(relation));
            self.tables.relations.extend(new);
        }
    }

    /// Whether a reader takes a count of this edition for the one that an earlier edition has.
    fn is_same(&self, own: usize, before: Option<u32>, edition: &Offentliggjort) -> bool {
        let now = self.number(own);
        let key = &self.tables.cells[own].key;
        let is_in = |sum: &&Sum| sum.i_alt == *key || sum.dele.contains(key);
        match before {
            Some(_) => now == before,
            None => {
                let mut sums = edition.summer.iter().filter(is_in);
                now != Some(0) && sums.all(|sum| self.still_holds(sum, edition))
            }
        }
    }

    /// Whether an earlier sum holds when what was hidden in it is as it is now.
    fn still_holds(&self, sum: &Sum, edition: &Offentliggjort) -> bool {
        let number = |key: &String| {
            let now = || self.own.get(key).and_then(|own| self.number(*own));
            edition.tal.get(key)?.or_else(now).map(u64::from)
        };
        let parts: Option<u64> = sum.dele.iter().map(number).sum();
        parts.is_some() && parts == number(&sum.i_alt)
    }
}
