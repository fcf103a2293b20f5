//! Computes what a reader can deduce of the counts that are hidden.

mod bounds;
mod budget;
mod equation;
mod part;
mod search;
mod span;

use std::collections::{BTreeMap, BTreeSet};
use std::ops::ControlFlow;

use self::part::parts;
use self::search::Search;
pub use self::span::Span;
use super::view::View;

/// The values that every hidden cell may still have; none where that could not be settled.
///
/// A cell is not settled when the search takes too long, or when no counts at all fit the tables.
pub fn spans(view: &View) -> BTreeMap<usize, Option<Span>> {
    let mut found = BTreeMap::new();
    // Nothing stops it before it has told of all.
    let _ = each_span(view, |cell, span| {
        found.insert(cell, span);
        ControlFlow::Continue(())
    });
    found
}

/// Tells of each hidden cell's span until it is asked to stop.
fn each_span(
    view: &View,
    mut tell: impl FnMut(usize, Option<Span>) -> ControlFlow<()>,
) -> ControlFlow<()> {
    for part in parts(view) {
        let mut search = Search::new(&part, view);
        for (unknown, cell) in part.cells.iter().enumerate() {
            tell(*cell, search.as_mut().and_then(|search| search.span(unknown).ok()))?;
        }
    }
    ControlFlow::Continue(())
}

/// The hidden cells of which a reader can deduce too much, with what can be deduced.
///
/// A span must be at least as wide as the threshold; what is not settled is not passed.
pub fn exposed(view: &View) -> BTreeMap<usize, Option<Span>> {
    spans(view).into_iter().filter(|(_, span)| !is_wide(*span, view)).collect()
}

/// Whether a reader can deduce too much of no other hidden cells than these.
pub(super) fn exposes_only(view: &View, these: &BTreeSet<usize>) -> bool {
    let told = each_span(view, |cell, span| match is_wide(span, view) || these.contains(&cell) {
        true => ControlFlow::Continue(()),
        false => ControlFlow::Break(()),
    });
    told.is_continue()
}

fn is_wide(span: Option<Span>, view: &View) -> bool {
    span.is_some_and(|span| span.width() >= view.threshold)
}
