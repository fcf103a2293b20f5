use std::collections::{BTreeMap, BTreeSet};

use super::ark::Ark;
use super::raekke::Raekke;
use super::vaerdi::Vaerdi;
use super::{FILE, Indberetninger};
use crate::finding::{Finding, Findings, Place};
use crate::input::{Grid, grids};

impl Indberetninger {
    /// Reads the table as an earlier run wrote it and the secretariat has corrected it.
    pub fn read(bytes: &[u8], findings: &mut Findings) -> Option<Self> {
        let grids = match grids(FILE, bytes) {
            Ok(grids) => grids,
            Err(finding) => {
                findings.push(finding);
                return None;
            }
        };
        let before = findings.len();
        let mut read = Self::default();
        for ark in Ark::ALL {
            let sheet = |grid: &&Grid| grid.sheet.to_lowercase() == ark.name().to_lowercase();
            match grids.iter().find(sheet) {
                Some(grid) => read.set(ark, rows(ark, grid, findings)),
                None => findings.push(missing(ark)),
            }
        }
        (findings.len() == before).then_some(read)
    }
}

fn rows(ark: Ark, grid: &Grid, findings: &mut Findings) -> Vec<Raekke> {
    let Some(((top, _), _)) = grid.cells().next() else {
        findings.push(missing(ark));
        return Vec::new();
    };
    let mut columns = BTreeMap::new();
    for name in ark.columns() {
        let heading =
            |cell: &crate::input::Cell| cell.shown().to_lowercase() == name.to_lowercase();
        let found = grid.cells().find(|((row, _), cell)| *row == top && heading(cell));
        match found {
            Some(((_, column), _)) => drop(columns.insert(column, name)),
            None => findings.push(missing_column(grid, name)),
        }
    }
    let mut rows: BTreeMap<u32, Raekke> = BTreeMap::new();
    for ((row, column), cell) in grid.cells().filter(|((row, _), _)| *row > top) {
        if let Some(name) = columns.get(&column) {
            rows.entry(row).or_default().set(name, Some(Vaerdi::of(cell)));
        }
    }
    let mut seen = BTreeSet::new();
    for (row, raekke) in &rows {
        if !seen.insert(raekke.key(ark)) {
            findings.push(twice(grid, *row));
        }
    }
    rows.into_values().collect()
}

fn missing(ark: Ark) -> Finding {
    Finding::fejl(
        "ark-mangler",
        Place::file(FILE),
        format!("Projektmappen har intet ark »{}« med overskrifter.", ark.name()),
    )
    .hint("Hent den forrige udgave i inputs/tidligere/, og skriv rettelserne dér.")
}

fn missing_column(grid: &Grid, name: &str) -> Finding {
    Finding::fejl("ukendt-kolonne", grid.whole(), format!("Kolonnen »{name}« mangler."))
        .hint("Skriv overskriften igen, som den stod.")
}

fn twice(grid: &Grid, row: u32) -> Finding {
    Finding::fejl("raekke-to-gange", grid.place((row, 0)), "Det samme svar står i to rækker.")
        .hint("Slet den række, der ikke gælder.")
}
