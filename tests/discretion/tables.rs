//! Small tables to hide in: written by hand, or at random.

use std::collections::BTreeSet;

use proptest::prelude::*;
use proptest::test_runner::RngSeed;

use socialaftale::discretion::{Cell, Count, Relation, Seen, Tables};
use socialaftale::finding::Place;

/// Tables of these counts, in which the relations (total, parts) hold.
pub fn tables(counts: &[u32], relations: &[(usize, &[usize])]) -> Tables {
    let cell = |(index, count): (usize, &u32)| Cell {
        key: format!("tal.{index}"),
        label: format!("»Tal {index}«"),
        place: Place::file("inputs/tal.xlsx"),
        count: Count::Own(*count),
    };
    let relation =
        |(total, parts): &(usize, &[usize])| Relation { total: *total, parts: parts.to_vec() };
    Tables {
        cells: counts.iter().enumerate().map(cell).collect(),
        relations: relations.iter().map(relation).collect(),
    }
}

/// A row of counts followed by its total.
pub fn row(parts: &[u32]) -> Tables {
    let counts: Vec<u32> = parts.iter().copied().chain([parts.iter().sum()]).collect();
    let places: Vec<usize> = (0..parts.len()).collect();
    tables(&counts, &[(parts.len(), &places)])
}

/// Adds the same count as an earlier edition has it.
pub fn add_earlier(tables: &mut Tables, of: usize, seen: Seen) -> usize {
    let cell = Cell { count: Count::Earlier(seen), ..tables.cells[of].clone() };
    tables.cells.push(cell);
    let earlier = tables.cells.len() - 1;
    tables.relations.push(Relation { total: earlier, parts: vec![of] });
    earlier
}

/// Adds the sum of some cells, and says so.
fn add_total(tables: &mut Tables, parts: Vec<usize>) -> usize {
    let sum = parts.iter().map(|part| own(tables, *part)).sum();
    let key = format!("tal.{}", tables.cells.len());
    let label = "»I alt«".to_owned();
    tables.cells.push(Cell { key, label, place: Place::Command, count: Count::Own(sum) });
    let total = tables.cells.len() - 1;
    tables.relations.push(Relation { total, parts });
    total
}

pub fn own(tables: &Tables, cell: usize) -> u32 {
    match tables.cells[cell].count {
        Count::Own(count) => count,
        Count::Earlier(_) => panic!("a count of an earlier edition"),
    }
}

fn counts(how_many: usize) -> impl Strategy<Value = Vec<u32>> {
    prop::collection::vec(prop_oneof![Just(0u32), 1..4u32, 0..7u32], how_many)
}

/// One row and its total.
fn rows() -> impl Strategy<Value = Tables> {
    (1..6usize).prop_flat_map(counts).prop_map(|parts| row(&parts))
}

/// Rows and columns with their totals, and the total of all.
fn grids() -> impl Strategy<Value = Tables> {
    (2..4usize, 2..3usize).prop_flat_map(|(wide, high)| {
        counts(wide * high).prop_map(move |counts| {
            let mut grid = tables(&counts, &[]);
            let of_rows: Vec<usize> = (0..high)
                .map(|row| add_total(&mut grid, (row * wide..(row + 1) * wide).collect()))
                .collect();
            let of_columns: Vec<usize> = (0..wide)
                .map(|column| {
                    let cells = (0..high).map(|row| row * wide + column).collect();
                    add_total(&mut grid, cells)
                })
                .collect();
            let all = add_total(&mut grid, of_rows);
            grid.relations.push(Relation { total: all, parts: of_columns });
            grid
        })
    })
}

/// Two sub-totals and the total of both.
fn with_subtotals() -> impl Strategy<Value = Tables> {
    (2..4usize, 2..4usize).prop_flat_map(|(first, second)| {
        counts(first + second).prop_map(move |counts| {
            let mut made = tables(&counts, &[]);
            let one = add_total(&mut made, (0..first).collect());
            let other = add_total(&mut made, (first..first + second).collect());
            add_total(&mut made, vec![one, other]);
            made
        })
    })
}

/// A row whose total is a count of another row: groups of a region, and the regions of a country.
fn linked() -> impl Strategy<Value = Tables> {
    (1..4usize, 1..4usize).prop_flat_map(|(inner, outer)| {
        counts(inner + outer).prop_map(move |counts| {
            let mut made = tables(&counts, &[]);
            let region = add_total(&mut made, (0..inner).collect());
            let again = add_total(&mut made, vec![region]);
            add_total(&mut made, (inner..inner + outer).chain([again]).collect());
            made
        })
    })
}

/// Any of these shapes.
pub fn any_tables() -> impl Strategy<Value = Tables> {
    prop_oneof![rows(), grids(), with_subtotals(), linked()]
}

/// Any of these shapes with some of its counts published before, shown or hidden.
pub fn with_earlier_editions() -> impl Strategy<Value = Tables> {
    let published =
        prop::collection::vec(prop_oneof![3 => Just(None), 1 => any::<bool>().prop_map(Some)], 8);
    (any_tables(), published).prop_map(|(mut tables, published)| {
        for (cell, published) in published.into_iter().enumerate().take(tables.cells.len()) {
            let count = own(&tables, cell);
            match published {
                Some(true) if count == 0 || count >= 3 => {
                    add_earlier(&mut tables, cell, Seen::Shown(count));
                }
                Some(false) if count > 0 => {
                    add_earlier(&mut tables, cell, Seen::Hidden);
                }
                _ => {}
            }
        }
        tables
    })
}

/// Tables, and cells of them that are hidden: all small ones and some others.
pub fn hidden_at_random(
    tables: impl Strategy<Value = Tables>,
) -> impl Strategy<Value = (Tables, BTreeSet<usize>)> {
    (tables, prop::collection::vec(any::<bool>(), 16), any::<bool>()).prop_map(
        |(tables, chosen, all_small)| {
            let is_own =
                |cell: &usize| matches!(tables.cells[*cell].count, Count::Own(count) if count > 0);
            let mut hidden: BTreeSet<usize> =
                (0..tables.cells.len()).filter(is_own).filter(|cell| chosen[cell % 16]).collect();
            if all_small {
                hidden.extend(tables.small(3));
            }
            (tables, hidden)
        },
    )
}

/// The same cases on every machine, and none written down beside the source.
pub fn settings(cases: u32) -> ProptestConfig {
    ProptestConfig {
        cases,
        failure_persistence: None,
        rng_seed: RngSeed::Fixed(2019),
        ..ProptestConfig::default()
    }
}
