use std::collections::BTreeSet;

use super::reading::Reading;
use super::sheets::{Sheets, says};
use super::table::Table;
use super::{maalgruppe, tekster, tilbud};
use crate::collect::skema::question;
use crate::collect::words::{
    AAR, ART, FILL_IN, FRIST, GUIDE, PART, REACHED, STEPS, SVARER, TO, UDMELDING, WRITER,
};
use crate::input::{At, Cell, Grid};

/// The cells of a workbook that are read, or that hold the form's own words.
pub(super) struct Placed<'s>(BTreeSet<(&'s str, At)>);

impl<'s> Placed<'s> {
    pub fn of(reading: &Reading<'s, '_>) -> Self {
        let mut placed = Self(BTreeSet::new());
        placed.front_page(reading.sheets);
        let counts = maalgruppe::tables(reading.sheets, reading.form);
        let used = tilbud::tables(reading.sheets, reading.form);
        for table in &counts {
            placed.add(table.grid, maalgruppe::places(reading, table));
        }
        for table in &used {
            placed.add(table.grid, tilbud::places(table));
        }
        let boxes: Vec<(&Grid, At)> = reading
            .form
            .themes()
            .filter_map(|tema| tekster::prompt(reading.sheets, tema))
            .collect();
        for (grid, (row, column)) in &boxes {
            let below = tekster::below(grid, *row).map(|(at, _)| at);
            placed.add(grid, below.chain([(*row, *column)]));
        }
        let tops = counts.iter().chain(&used).map(Table::start).chain(boxes);
        placed.heads(reading, &tops.collect::<Vec<_>>());
        placed
    }

    pub fn holds(&self, grid: &Grid, at: At) -> bool {
        self.0.contains(&(grid.sheet.as_str(), at))
    }

    /// Whether a sheet has anything of the form's.
    pub fn knows(&self, grid: &Grid) -> bool {
        self.0.iter().any(|(sheet, _)| *sheet == grid.sheet)
    }

    fn add(&mut self, grid: &'s Grid, cells: impl IntoIterator<Item = At>) {
        self.0.extend(cells.into_iter().map(|at| (grid.sheet.as_str(), at)));
    }

    /// The title, the labels with what stands beside them, the headings, and the guide.
    fn front_page(&mut self, sheets: &'s Sheets) {
        let labels = [PART, SVARER, UDMELDING, AAR, FRIST, TO, ART, WRITER, REACHED];
        for label in labels {
            let beside = sheets.beside(label).map(|(grid, at, _)| (grid, at));
            let cells: Vec<_> = sheets.saying(label).take(1).chain(beside).collect();
            cells.into_iter().for_each(|(grid, at)| self.add(grid, [at]));
        }
        let headings: Vec<_> =
            [FILL_IN, GUIDE].iter().filter_map(|words| sheets.saying(words).next()).collect();
        headings.into_iter().for_each(|(grid, at)| self.add(grid, [at]));
        if let Some((grid, (row, column))) = sheets.saying(GUIDE).next() {
            self.add(grid, (row + 1..).take(STEPS).map(|row| (row, column)));
        }
        if let Some((grid, _)) = sheets.saying(UDMELDING).next() {
            self.add(grid, grid.cells().map(|(at, _)| at).take(1));
        }
    }

    /// The title and the question that stand above the first thing in each sheet: as the form has
    /// them now, or what stands first, since they may have had other words when it was made.
    fn heads(&mut self, reading: &Reading<'s, '_>, tops: &[(&'s Grid, At)]) {
        let form = reading.form;
        let titles: Vec<String> = form.themes().map(|tema| form.sheet_name(tema)).collect();
        let questions: Vec<String> = form.themes().map(|tema| question(form, tema)).collect();
        for grid in reading.sheets.all() {
            let here = tops.iter().filter(|(of, _)| of.sheet == grid.sheet).map(|(_, at)| *at);
            let Some((top, column)) = here.min() else { continue };
            let above: Vec<(At, &Cell)> =
                grid.cells().filter(|((row, of), _)| *row < top && *of == column).collect();
            for (place, known) in [&titles, &questions].into_iter().enumerate() {
                let is_known = |cell: &Cell| known.iter().any(|words| says(cell, words));
                let found = above.iter().find(|(_, cell)| is_known(cell)).or(above.get(place));
                self.add(grid, found.map(|(at, _)| *at));
            }
        }
    }
}
