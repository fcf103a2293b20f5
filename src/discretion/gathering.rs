use std::collections::{BTreeMap, BTreeSet};

use super::cell::{Cell, Count};
use super::relation::Relation;
use super::series::{field, series};
use super::tables::Tables;
use crate::finding::Place;
use crate::model::{Belaegning, CentralUdmelding};

/// The counts of a project while they are gathered.
#[derive(Default)]
pub(super) struct Gathering {
    pub tables: Tables,
    /// This edition's cells by key.
    pub own: BTreeMap<String, usize>,
    /// Those of them that an earlier edition shows.
    pub known: BTreeSet<usize>,
}

impl Gathering {
    pub fn counts(
        &mut self,
        mut udmeldinger: Vec<CentralUdmelding>,
        mut belaegninger: Vec<Belaegning>,
    ) {
        for row in series(&mut udmeldinger, &mut belaegninger) {
            for (year, count) in row.counts.iter() {
                let Some(number) = count.antal.personer() else { continue };
                let key = field(&row.key, year);
                let cell = Cell {
                    key: key.clone(),
                    label: format!("{} i {year}", row.label),
                    place: count.celler.first().cloned().unwrap_or(Place::Command),
                    count: Count::Own(number),
                };
                let at = self.add(cell);
                self.own.insert(key, at);
            }
        }
    }

    pub fn add(&mut self, cell: Cell) -> usize {
        self.tables.cells.push(cell);
        self.tables.cells.len() - 1
    }

    /// Notes a sum of this edition, if it holds: the wrong ones have been told, and no reader can
    /// deduce anything true from them.
    pub fn sum(&mut self, total: &str, parts: &[String]) {
        let Some(relation) = relation(&self.own, total, parts) else { return };
        if self.holds(&relation) {
            self.tables.relations.push(relation);
        }
    }

    fn holds(&self, relation: &Relation) -> bool {
        let number = |cell: usize| self.number(cell).map(u64::from);
        let sum: Option<u64> = relation.parts.iter().map(|part| number(*part)).sum();
        sum == number(relation.total)
    }

    /// A count of this edition.
    pub fn number(&self, cell: usize) -> Option<u32> {
        match self.tables.cells[cell].count {
            Count::Own(number) => Some(number),
            Count::Earlier(_) => None,
        }
    }
}

/// A sum of cells by their keys; none when one of them is not there.
pub(super) fn relation(
    cells: &BTreeMap<String, usize>,
    total: &str,
    parts: &[String],
) -> Option<Relation> {
    let parts: Option<Vec<usize>> = parts.iter().map(|part| cells.get(part).copied()).collect();
    Some(Relation { total: *cells.get(total)?, parts: parts? })
}
