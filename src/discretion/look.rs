use std::collections::BTreeMap;

use super::cell::{Cell, Count};
use super::series::{field, series};
use super::tables::Tables;
use super::view::Seen;
use crate::model::Projekt;

/// What a reader sees of each cell in a project as it is to be published.
pub(super) fn look(tables: &Tables, published: &Projekt) -> Vec<Seen> {
    let (mut udmeldinger, mut belaegninger) =
        (published.udmeldinger.clone(), published.belaegninger.clone());
    let mut numbers = BTreeMap::new();
    for row in series(&mut udmeldinger, &mut belaegninger) {
        for (year, count) in row.counts.iter() {
            numbers.insert(field(&row.key, year), count.antal.personer());
        }
    }
    let number = |cell: &Cell| numbers.get(&cell.key).copied().flatten();
    let seen = |cell: &Cell| match cell.count {
        Count::Own(_) => number(cell).map_or(Seen::Hidden, Seen::Shown),
        Count::Earlier(seen) => seen,
    };
    tables.cells.iter().map(seen).collect()
}
