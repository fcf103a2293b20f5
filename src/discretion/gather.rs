use std::collections::BTreeMap;

use rust_decimal::prelude::ToPrimitive;

use super::cell::{Cell, Count};
use super::relation::Relation;
use super::series::series;
use super::tables::Tables;
use super::view::Seen;
use crate::finding::Place;
use crate::model::{Belaegning, CentralUdmelding, Offentliggjort, Projekt};

/// The counts of a project that the public may see, with those of earlier public editions.
pub fn gather(projekt: &Projekt) -> Tables {
    let mut gathering = Gathering::default();
    gathering.counts(projekt.udmeldinger.clone(), projekt.belaegninger.clone());
    for udmelding in &projekt.udmeldinger {
        for year in &udmelding.aar {
            for (total, parts) in sums(udmelding, projekt.landsdel()) {
                let at = |row: &String| format!("{row}.{year}");
                gathering.sum(&at(&total), &parts.iter().map(at).collect::<Vec<_>>());
            }
        }
    }
    for (file, edition) in &projekt.offentliggjort {
        gathering.earlier(file, edition);
    }
    gathering.tables
}

/// The rows of an udmelding that are sums of others, by key; a row that stands in two tables is
/// the sum of one.
fn sums(udmelding: &CentralUdmelding, landsdel: &str) -> Vec<(String, Vec<String>)> {
    let base = format!("cu.{}", udmelding.noegle);
    let i_alt = format!("{base}.i_alt");
    let groups = udmelding.maalgruppe().map(|gruppe| format!("{base}.region.{}", gruppe.noegle));
    let mut sums = vec![(i_alt.clone(), groups.collect())];
    let row = |noegle: &str| format!("{base}.landsdele.{noegle}");
    let (totals, parts): (Vec<_>, Vec<_>) =
        udmelding.landsdele.iter().partition(|landsdel| landsdel.noegle == "i_alt");
    let all = || parts.iter().map(|landsdel| row(&landsdel.noegle)).collect();
    sums.extend(totals.iter().map(|total| (row(&total.noegle), all())));
    let own = parts.iter().filter(|part| part.betegnelse.value == landsdel);
    sums.extend(own.map(|own| (row(&own.noegle), vec![i_alt.clone()])));
    sums
}

#[derive(Default)]
struct Gathering {
    tables: Tables,
    /// This edition's cells by key.
    own: BTreeMap<String, usize>,
}

impl Gathering {
    fn counts(
        &mut self,
        mut udmeldinger: Vec<CentralUdmelding>,
        mut belaegninger: Vec<Belaegning>,
    ) {
        for row in series(&mut udmeldinger, &mut belaegninger) {
            for (year, count) in row.counts.iter() {
                let Some(number) = count.antal.tal().and_then(|number| number.to_u32()) else {
                    continue;
                };
                let key = format!("{}.{year}", row.key);
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

    fn add(&mut self, cell: Cell) -> usize {
        self.tables.cells.push(cell);
        self.tables.cells.len() - 1
    }

    /// Notes a sum of this edition, if it holds: the wrong ones have been told, and no reader can
    /// deduce anything true from them.
    fn sum(&mut self, total: &str, parts: &[String]) {
        let Some(relation) = relation(&self.own, total, parts) else { return };
        if self.holds(&relation) {
            self.tables.relations.push(relation);
        }
    }

    /// Adds the counts of an earlier edition and its sums.
    ///
    /// A reader takes a count to be the same in both editions unless they show that it is not: a
    /// count that was shown, if it has not changed; one that was hidden, if the sums that it was
    /// part of still hold.
    fn earlier(&mut self, file: &str, edition: &Offentliggjort) {
        let mut cells = BTreeMap::new();
        for (key, number) in &edition.tal {
            let cell = Cell {
                key: key.clone(),
                label: format!("»{key}« i den tidligere udgave ({})", edition.udgave),
                place: Place::file(file),
                count: Count::Earlier(number.map_or(Seen::Hidden, Seen::Shown)),
            };
            cells.insert(key.clone(), self.add(cell));
        }
        let sums = edition.summer.iter();
        let sums: Vec<Relation> =
            sums.filter_map(|sum| relation(&cells, &sum.i_alt, &sum.dele)).collect();
        let changed = |cell: &usize| {
            let mut of_cell = sums.iter().filter(|sum| sum.cells().any(|other| other == *cell));
            of_cell.any(|sum| !self.holds(sum))
        };
        let links: Vec<Relation> = cells
            .iter()
            .filter_map(|(key, cell)| Some((*cell, *self.own.get(key)?)))
            .filter(|(cell, own)| match self.tables.cells[*cell].count {
                Count::Earlier(Seen::Hidden) => !changed(cell) && self.number(*own) != Some(0),
                _ => self.number(*cell) == self.number(*own),
            })
            .map(|(cell, own)| Relation { total: cell, parts: vec![own] })
            .collect();
        self.tables.relations.extend(sums);
        self.tables.relations.extend(links);
    }

    fn holds(&self, relation: &Relation) -> bool {
        let parts = relation.parts.iter().map(|part| Some(u64::from(self.number(*part)?)));
        let sum: Option<u64> = parts.sum();
        sum == self.number(relation.total).map(u64::from)
    }

    /// A count as it is now, when an earlier edition does not show it.
    fn number(&self, cell: usize) -> Option<u32> {
        match self.tables.cells[cell].count {
            Count::Own(number) | Count::Earlier(Seen::Shown(number)) => Some(number),
            Count::Earlier(Seen::Hidden) => {
                self.number(*self.own.get(&self.tables.cells[cell].key)?)
            }
        }
    }
}

fn relation(cells: &BTreeMap<String, usize>, total: &str, parts: &[String]) -> Option<Relation> {
    let parts: Option<Vec<usize>> = parts.iter().map(|part| cells.get(part).copied()).collect();
    Some(Relation { total: *cells.get(total)?, parts: parts? })
}
