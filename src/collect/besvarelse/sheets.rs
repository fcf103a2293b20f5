use crate::collect::words::{EXAMPLE_MARK, GRUPPE, KEYS_MARK, TILBUD};
use crate::input::{At, Cell, Grid};
use crate::model::Tema;

/// The sheets of a returned workbook that hold answers; what they are called does not matter.
pub(super) struct Sheets {
    grids: Vec<Grid>,
    keys: Option<Grid>,
}

impl Sheets {
    pub fn new(grids: Vec<Grid>) -> Self {
        let holds = |grid: &Grid, mark: &str| grid.cells().any(|(_, cell)| says(cell, mark));
        let (mut keys, rest): (Vec<Grid>, Vec<Grid>) =
            grids.into_iter().partition(|grid| holds(grid, KEYS_MARK));
        let grids = rest.into_iter().filter(|grid| !holds(grid, EXAMPLE_MARK)).collect();
        Self { grids, keys: keys.pop() }
    }

    /// The sheet of keys, unless it got lost on the way.
    pub fn keys(&self) -> Option<&Grid> {
        self.keys.as_ref()
    }

    pub fn all(&self) -> &[Grid] {
        &self.grids
    }

    /// Every cell that says just these words.
    pub fn saying<'s>(&'s self, words: &'s str) -> impl Iterator<Item = (&'s Grid, At)> {
        self.grids.iter().flat_map(move |grid| {
            grid.cells().filter(move |(_, cell)| says(cell, words)).map(move |(at, _)| (grid, at))
        })
    }

    /// The first filled cell to the right of a label.
    pub fn beside<'s>(&'s self, label: &'s str) -> Option<(&'s Grid, At, &'s Cell)> {
        self.saying(label).find_map(|(grid, (row, column))| {
            let right = |((r, c), _): &(At, &Cell)| *r == row && *c > column;
            grid.cells().find(right).map(|(at, cell)| (grid, at, cell))
        })
    }
}

/// Whether a cell says these words, without regard to case and spaces.
pub(super) fn says(cell: &Cell, words: &str) -> bool {
    matches!(cell, Cell::Text(text) if fold(text) == fold(words))
}

pub(super) fn fold(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

/// The column of a heading in a row.
pub(super) fn column(grid: &Grid, row: u32, heading: &str) -> Option<u32> {
    let found = grid.cells().find(|((r, _), cell)| *r == row && says(cell, heading));
    found.map(|((_, column), _)| column)
}

/// The first row after this one that belongs to something else.
pub(super) fn end(grid: &Grid, row: u32) -> u32 {
    let is_landmark = |cell: &Cell| {
        says(cell, GRUPPE)
            || says(cell, TILBUD[1])
            || Tema::ALL.iter().any(|tema| says(cell, tema.prompt()))
    };
    let next = grid.cells().find(|((r, _), cell)| *r > row && is_landmark(cell));
    let last = grid.cells().last().map_or(row, |((last, _), _)| last);
    next.map_or(last + 1, |((found, _), _)| found)
}
