use super::count::Count;
use super::reading::Reading;
use super::table::Table;
use crate::collect::indberetninger::{Ark, Raekke};
use crate::finding::Finding;
use crate::model::Svarstatus;

/// What a line of a table answers for a year, with the line's remark.
pub(super) fn answer(
    reading: &Reading<'_, '_>,
    (table, row): (&Table<'_>, u32),
    ark: Ark,
    aar: u16,
    start: Raekke,
    findings: &mut Vec<Finding>,
) -> Raekke {
    let start = start.with_number("År", Some(aar)).with("Bemærkning", table.note(row));
    let unanswered = Svarstatus::Ubesvaret.name();
    let Some(column) = table.years.get(&aar) else { return start.with("Status", unanswered) };
    let start = start.at_cell(&table.grid.place((row, *column)));
    match Count::read(table.grid, (row, *column), findings) {
        Count::Given(count) => {
            start.with_number(ark.answer(), Some(count)).with("Status", reading.art.name())
        }
        Count::Unclear(shown) => start
            .with("Status", Svarstatus::Uklar.name())
            .with("Bemærkning", table.unclear_note(row, &shown)),
        Count::Blank => start.with("Status", unanswered),
    }
}
