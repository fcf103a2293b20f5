use similar::{Algorithm, DiffOp, capture_diff_slices};

use super::align::{Item, Step, align};
use super::blocks::notes;
use super::face::Face;
use super::inlines::inlines;
use crate::text::tree::{Column, Inline, Mark, Row, Table};

/// A table with the columns and rows of both editions, marked where only one of them has them.
pub(super) fn table(old: &Table, new: &Table) -> Table {
    let columns = columns(old, new);
    Table {
        caption: inlines(&old.caption, &new.caption),
        columns: columns.iter().map(|pair| pair.column(old, new)).collect(),
        header: rows(&columns, &old.header, &new.header),
        rows: rows(&columns, &old.rows, &new.rows),
        notes: notes(&old.notes, &new.notes),
        ..new.clone()
    }
}

/// Where a column stands in either edition.
#[derive(Clone, Copy)]
struct Pair {
    old: Option<usize>,
    new: Option<usize>,
}

impl Pair {
    fn mark(self) -> Option<Mark> {
        match (self.old, self.new) {
            (None, _) => Some(Mark::Inserted),
            (_, None) => Some(Mark::Deleted),
            _ => None,
        }
    }

    fn column(self, old: &Table, new: &Table) -> Column {
        let mark = self.mark();
        let of =
            |table: &Table, at: Option<usize>| at.and_then(|at| table.columns.get(at).copied());
        of(new, self.new)
            .or(of(old, self.old))
            .map_or_else(Column::default, |column| Column { mark, ..column })
    }
}

/// The columns of both, known again by their headings, else by their order.
fn columns(old: &Table, new: &Table) -> Vec<Pair> {
    let ops = capture_diff_slices(Algorithm::Myers, &headings(old), &headings(new));
    let mut pairs = Vec::with_capacity(new.columns.len());
    for op in ops {
        let (olds, news) = (op.old_range(), op.new_range());
        let paired = olds.len() == news.len() || matches!(op, DiffOp::Equal { .. });
        if paired {
            pairs.extend(olds.zip(news).map(|(i, j)| Pair { old: Some(i), new: Some(j) }));
        } else {
            pairs.extend(olds.map(|i| Pair { old: Some(i), new: None }));
            pairs.extend(news.map(|j| Pair { old: None, new: Some(j) }));
        }
    }
    pairs
}

fn headings(table: &Table) -> Vec<Vec<Face<'_>>> {
    let heading = |at: usize| {
        let cells = table.header.iter().filter_map(|row| row.cells.get(at));
        cells.map(|cell| Face::of_inlines(cell)).collect()
    };
    (0..table.columns.len()).map(heading).collect()
}

/// The rows of both; a row is known again by its first cell.
fn rows(columns: &[Pair], old: &[Row], new: &[Row]) -> Vec<Row> {
    let steps = align(&items(old), &items(new)).into_iter();
    steps
        .map(|step| match step {
            Step::Same(i, j) | Step::Changed(i, j) => changed(columns, &old[i], &new[j]),
            Step::Deleted(i) => whole(Mark::Deleted, columns, &old[i]),
            Step::MovedFrom(i) => whole(Mark::MovedFrom, columns, &old[i]),
            Step::Inserted(j) => whole(Mark::Inserted, columns, &new[j]),
            Step::MovedTo(j) => whole(Mark::MovedTo, columns, &new[j]),
        })
        .collect()
}

fn items(rows: &[Row]) -> Vec<Item<'_>> {
    rows.iter().map(|row| Item { face: Face::of_row(row), key: first_words(row) }).collect()
}

/// The words of the first cell, when they are plain.
fn first_words(row: &Row) -> Option<&str> {
    match row.cells.first().map(Vec::as_slice) {
        Some([Inline::Text(words)]) => Some(words),
        _ => None,
    }
}

fn changed(columns: &[Pair], old: &Row, new: &Row) -> Row {
    let cells = columns.iter().map(|pair| match (pair.old, pair.new) {
        (Some(i), Some(j)) => inlines(cell(old, i), cell(new, j)),
        (Some(i), None) => marked(Mark::Deleted, cell(old, i)),
        (None, Some(j)) => marked(Mark::Inserted, cell(new, j)),
        (None, None) => Vec::new(),
    });
    Row { cells: cells.collect(), emphasis: new.emphasis, mark: None }
}

/// A row that only one of the editions has here.
fn whole(mark: Mark, columns: &[Pair], row: &Row) -> Row {
    let at = |pair: &Pair| if mark.is_new() { pair.new } else { pair.old };
    let cells = columns.iter().map(|pair| match at(pair) {
        Some(at) => marked(mark, cell(row, at)),
        None => Vec::new(),
    });
    Row { cells: cells.collect(), emphasis: row.emphasis, mark: Some(mark) }
}

fn cell(row: &Row, at: usize) -> &[Inline] {
    row.cells.get(at).map_or(&[], Vec::as_slice)
}

fn marked(mark: Mark, content: &[Inline]) -> Vec<Inline> {
    if content.is_empty() { Vec::new() } else { vec![Inline::Marked(mark, content.to_vec())] }
}
