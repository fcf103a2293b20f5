use super::reading::Reading;
use super::sheets::{Sheets, end};
use crate::collect::indberetninger::Raekke;
use crate::finding::Finding;
use crate::input::{At, Cell, Grid};
use crate::model::{Svarstatus, Tema};

/// The texts of a returned workbook, a row for each theme.
pub(super) fn read(reading: &Reading<'_, '_>, findings: &mut Vec<Finding>) -> Vec<Raekke> {
    reading.form.themes().map(|tema| text(reading, tema, findings)).collect()
}

fn text(reading: &Reading<'_, '_>, tema: Tema, findings: &mut Vec<Finding>) -> Raekke {
    let row = reading.row().with("Tema", tema.name());
    let Some((grid, (prompt, column))) = prompt(reading.sheets, tema) else {
        findings.push(reading.missing(&format!("Feltet »{}«", tema.prompt())));
        return row.with("Status", Svarstatus::Ubesvaret.name());
    };
    let said: Vec<(At, &Cell)> = below(grid, prompt).collect();
    let Some((first, _)) = said.first() else {
        let row = row.at_cell(&grid.place((prompt + 1, column)));
        return row.with("Status", Svarstatus::Ubesvaret.name());
    };
    let words: Vec<String> = said.iter().map(|(_, cell)| cell.shown()).collect();
    let row = row.at_cell(&grid.place(*first)).with("Tekst", words.join("\n"));
    row.with("Status", reading.art.name())
}

/// The heading of a theme's box.
pub(super) fn prompt(sheets: &Sheets, tema: Tema) -> Option<(&Grid, At)> {
    sheets.saying(tema.prompt()).next()
}

/// Everything between a box's heading and what comes after it, however many cells it takes.
pub(super) fn below(grid: &Grid, prompt: u32) -> impl Iterator<Item = (At, &Cell)> {
    let inside = prompt + 1..end(grid, prompt);
    grid.cells().filter(move |((row, _), _)| inside.contains(row))
}
