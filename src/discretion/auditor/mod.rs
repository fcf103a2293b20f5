//! Computes what a reader can deduce of the counts that are hidden.

mod bounds;
mod budget;
mod equation;
mod part;
mod search;
mod span;

use std::collections::BTreeMap;

use self::part::parts;
use self::search::Search;
pub use self::span::Span;
use super::view::View;

/// The values that every hidden cell may still have; none where that could not be settled.
///
/// A cell is not settled when the search takes too long, or when no counts at all fit the tables.
pub fn spans(view: &View) -> BTreeMap<usize, Option<Span>> {
    let mut found = BTreeMap::new();
    for part in parts(view) {
        let mut search = Search::new(&part, view);
        for (unknown, cell) in part.cells.iter().enumerate() {
            let span = search.as_mut().and_then(|search| search.span(unknown).ok());
            found.insert(*cell, span);
        }
    }
    found
}

/// The hidden cells of which a reader can deduce too much, with what can be deduced.
///
/// A span must be at least as wide as the threshold; what is not settled is not passed.
pub fn exposed(view: &View) -> BTreeMap<usize, Option<Span>> {
    let is_wide = |span: &Option<Span>| span.is_some_and(|span| span.width() >= view.threshold);
    spans(view).into_iter().filter(|(_, span)| !is_wide(span)).collect()
}
