use super::reading::Reading;
use super::sheets::end;
use crate::collect::indberetninger::Raekke;
use crate::finding::Finding;
use crate::input::{Cell, Grid};
use crate::model::{Svarstatus, Tema};

/// The texts of a returned workbook, a row for each theme.
pub(super) fn read(reading: &Reading<'_, '_>, findings: &mut Vec<Finding>) -> Vec<Raekke> {
    reading.form.themes().map(|tema| text(reading, tema, findings)).collect()
}

fn text(reading: &Reading<'_, '_>, tema: Tema, findings: &mut Vec<Finding>) -> Raekke {
    let row = reading.row().with("Tema", tema.name());
    let mut boxes = reading.sheets.saying(tema.prompt());
    let Some((grid, (prompt, column))) = boxes.next() else {
        findings.push(reading.missing(&format!("Feltet »{}«", tema.prompt())));
        return row.with("Status", Svarstatus::Ubesvaret.name());
    };
    let row = row.at_cell(&grid.place((prompt + 1, column)));
    let said = below(grid, prompt);
    match said.is_empty() {
        true => row.with("Status", Svarstatus::Ubesvaret.name()),
        false => row.with("Tekst", said).with("Status", reading.art.name()),
    }
}

/// Everything between a box's heading and what comes after it, however many cells it takes.
fn below(grid: &Grid, prompt: u32) -> String {
    let inside = prompt + 1..end(grid, prompt);
    let words = grid.cells().filter(|((row, _), _)| inside.contains(row));
    words.map(|(_, cell)| cell).map(Cell::shown).collect::<Vec<_>>().join("\n")
}
