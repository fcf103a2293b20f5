use super::placed::Placed;
use super::reading::Reading;
use crate::collect::short::short;
use crate::finding::Finding;
use crate::input::Grid;
use crate::text::danish::{counted, list};

/// The code of what is told of things outside the fields.
pub(super) const CODE: &str = "uden-for-felterne";

/// How many cells of a sheet are quoted.
const QUOTED: usize = 10;

/// Tells, sheet by sheet, what stands where nothing is read: outside the fields, in sheets of the
/// sender's own, and in comments on cells.
pub(super) fn check(reading: &Reading<'_, '_>) -> Vec<Finding> {
    let placed = Placed::of(reading);
    reading.sheets.all().iter().filter_map(|grid| sheet(grid, &placed)).collect()
}

fn sheet(grid: &Grid, placed: &Placed<'_>) -> Option<Finding> {
    let cells = grid.cells().filter(|(at, _)| !placed.holds(grid, *at));
    let cells = cells.map(|(at, cell)| format!("{} »{}«", grid.name(at), short(&cell.shown())));
    let comments = grid.comments();
    let comments =
        comments.map(|(cell, words)| format!("kommentaren ved {cell} »{}«", short(words)));
    let mut found: Vec<String> = cells.chain(comments).collect();
    if found.is_empty() {
        return None;
    }
    let more = found.len().saturating_sub(QUOTED);
    found.truncate(QUOTED);
    found.extend((more > 0).then(|| counted(more, "celle til", "celler til")));
    let where_from = match placed.knows(grid) {
        true => "Uden for felterne står noget, der ikke er læst",
        false => "Arket hører ikke til skemaet og er ikke læst",
    };
    let message = format!("{where_from}: {}.", list(&found));
    Some(Finding::advarsel(CODE, grid.whole(), message).hint(
        "Hører det til et svar, så skriv det i inputs/indberetninger.xlsx, eller bed om skemaet igen \
         med svaret i felterne.",
    ))
}
