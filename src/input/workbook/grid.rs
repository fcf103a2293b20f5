use std::collections::BTreeMap;

use super::cell::Cell;
use super::comments::Comments;
use super::sheet::address;
use crate::finding::Place;

/// A cell's row and column, from 0.
pub type At = (u32, u32);

/// A sheet as it stands: every filled cell, wherever it is.
#[derive(Debug, Clone, PartialEq)]
pub struct Grid {
    pub file: String,
    pub sheet: String,
    /// Whether Excel hides the sheet.
    pub hidden: bool,
    /// How many of its rows are hidden; only .xlsx tells.
    pub hidden_rows: usize,
    pub(super) cells: BTreeMap<At, Cell>,
    /// The comments on cells; .xls does not tell them.
    pub(super) comments: Comments,
    /// The first and the last cell of each merged range.
    pub(super) merged: Vec<(At, At)>,
}

impl Grid {
    pub fn cell(&self, at: At) -> Option<&Cell> {
        self.cells.get(&at)
    }

    /// The filled cells, row by row.
    pub fn cells(&self) -> impl Iterator<Item = (At, &Cell)> {
        self.cells.iter().map(|(at, cell)| (*at, cell))
    }

    /// The comments on cells: the name of each cell, and the words.
    pub fn comments(&self) -> impl Iterator<Item = (&str, &str)> {
        self.comments.iter().map(|(cell, words)| (cell.as_str(), words.as_str()))
    }

    /// What a cell is called: "C6".
    pub fn name(&self, at: At) -> String {
        address(at)
    }

    pub fn place(&self, at: At) -> Place {
        Place::cell(&self.file, &self.sheet, address(at))
    }

    /// The sheet as a place.
    pub fn whole(&self) -> Place {
        Place::Sheet { file: self.file.clone(), sheet: self.sheet.clone() }
    }

    /// The merged range that a cell is in: its first cell, and its name ("C6:E6").
    pub fn merged_range(&self, (row, column): At) -> Option<(At, String)> {
        let inside = |(first, last): &&(At, At)| {
            (first.0..=last.0).contains(&row) && (first.1..=last.1).contains(&column)
        };
        let (first, last) = self.merged.iter().find(inside)?;
        Some((*first, format!("{}:{}", address(*first), address(*last))))
    }
}
