use std::collections::BTreeMap;

use crate::collect::form::Form;
use crate::finding::Finding;
use crate::input::{Cell, Grid};
use crate::text::danish::list;

/// The years that a row of headings names, with the columns that name each.
pub(super) struct Years(BTreeMap<u16, Vec<u32>>);

impl Years {
    pub fn of(grid: &Grid, row: u32) -> Self {
        let mut found: BTreeMap<u16, Vec<u32>> = BTreeMap::new();
        for ((_, column), cell) in grid.cells().filter(|((r, _), _)| *r == row) {
            if let Some(year) = year(cell) {
                found.entry(year).or_default().push(column);
            }
        }
        Self(found)
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub fn columns(&self) -> impl Iterator<Item = u32> {
        self.0.values().flatten().copied()
    }

    /// The years that are asked for and have one column each.
    pub fn asked(&self, form: &Form<'_>) -> BTreeMap<u16, u32> {
        let only = |(aar, columns): (&u16, &Vec<u32>)| match columns.as_slice() {
            [column] if form.aar().contains(aar) => Some((*aar, *column)),
            _ => None,
        };
        self.0.iter().filter_map(only).collect()
    }

    /// The years that are asked for and have no column.
    pub fn missing(&self, grid: &Grid, form: &Form<'_>) -> Vec<Finding> {
        let told = |aar: &u16| {
            let message = format!("Tabellen har ingen kolonne for {aar}.");
            Finding::advarsel("aar-mangler", grid.whole(), message)
                .hint("Bed om skemaet igen, med alle år.")
        };
        form.aar().iter().filter(|aar| !self.0.contains_key(aar)).map(told).collect()
    }

    /// The years that have more than one column, so that none of them can be taken.
    pub fn doubled(&self, grid: &Grid, row: u32) -> Vec<Finding> {
        let told = |(aar, columns): (&u16, &Vec<u32>)| {
            let (first, _) = columns.split_first().filter(|(_, rest)| !rest.is_empty())?;
            let cells: Vec<String> = columns.iter().map(|at| grid.name((row, *at))).collect();
            let message =
                format!("{aar} står i {}; ingen af kolonnerne er taget med.", list(&cells));
            let finding = Finding::advarsel("aar-to-gange", grid.place((row, *first)), message);
            Some(finding.hint("Spørg, hvilke år tallene er for, og bed om skemaet igen."))
        };
        self.0.iter().filter_map(told).collect()
    }

    /// The years that nobody has asked for, as in the form of an earlier round.
    pub fn others(&self, grid: &Grid, form: &Form<'_>) -> Option<Finding> {
        let others = self.0.keys().filter(|aar| !form.aar().contains(aar));
        let others: Vec<String> = others.map(ToString::to_string).collect();
        if others.is_empty() {
            return None;
        }
        let message = format!(
            "Tabellen har {}, men udmeldingen gælder {}; det er ikke taget med.",
            list(&others),
            form.udmelding.periode()
        );
        Some(
            Finding::advarsel("andre-aar", grid.whole(), message)
                .hint("Er det skemaet fra en tidligere udmelding, så send parten det nye."),
        )
    }
}

/// The only number of four digits in a heading: "2019", "år 2019", "2019*".
fn year(cell: &Cell) -> Option<u16> {
    let words = match cell {
        Cell::Number(number) => number.to_string(),
        Cell::Text(text) => text.clone(),
        _ => return None,
    };
    let mut years = words.split(|letter: char| !letter.is_ascii_digit()).filter(|n| n.len() == 4);
    match (years.next(), years.next()) {
        (Some(year), None) => year.parse().ok(),
        _ => None,
    }
}
