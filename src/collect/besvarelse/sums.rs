use rust_decimal::Decimal;

use super::sheets::fold;
use super::table::Table;
use crate::collect::form::Form;
use crate::collect::indberetninger::{Raekke, Vaerdi};
use crate::collect::words::SUM;
use crate::finding::{Finding, Place};
use crate::input::Cell;
use crate::text::danish::number;

/// Tells of the sums that somebody has written over the form's own, when they are not the sum of
/// the groups.
pub(super) fn check(table: &Table<'_>, form: &Form<'_>, rows: &[Raekke]) -> Vec<Finding> {
    let sums = table.lines().filter(|(_, name)| fold(name) == fold(SUM)).map(|(row, _)| row);
    let cells =
        sums.flat_map(|row| table.years.iter().map(move |(aar, column)| (row, aar, column)));
    cells
        .filter_map(|(row, aar, column)| match table.grid.cell((row, *column)) {
            // A sum of 0 is what the form holds until a spreadsheet has worked it out.
            Some(Cell::Number(sum)) if !sum.is_zero() && *sum != above(table, row, *column) => {
                differs(*sum, *aar, &given(form, rows, *aar), table.grid.place((row, *column)))
            }
            _ => None,
        })
        .collect()
}

/// What the form's own formula gives: the sum of the plain numbers above it.
fn above(table: &Table<'_>, row: u32, column: u32) -> Decimal {
    let number = |row| match table.grid.cell((row, column)) {
        Some(Cell::Number(number)) => Some(*number),
        _ => None,
    };
    (table.top + 1..row).filter_map(number).sum()
}

/// The counts of a year in the groups of the målgruppe.
fn given(form: &Form<'_>, rows: &[Raekke], aar: u16) -> Vec<Decimal> {
    let groups = form.udmelding.grupper.iter().filter(|gruppe| gruppe.i_maalgruppen);
    let inside: Vec<&str> = groups.map(|gruppe| gruppe.noegle.as_str()).collect();
    let of = rows.iter().filter(|row| {
        row.year() == aar.to_string() && inside.contains(&row.text("Gruppe").as_str())
    });
    of.filter_map(|row| match row.get("Værdi") {
        Some(Vaerdi::Tal(count)) => Some(*count),
        _ => None,
    })
    .collect()
}

fn differs(sum: Decimal, aar: u16, counts: &[Decimal], place: Place) -> Option<Finding> {
    let (written, groups) = (number(sum), counts.iter().sum::<Decimal>());
    if counts.is_empty() {
        let message = format!("»{SUM}« er {written} i {aar}, men ingen af grupperne har et tal.");
        return Some(
            Finding::advarsel("sum-uden-grupper", place, message)
                .hint("Spørg den, der har svaret, hvordan tallet fordeler sig på grupperne."),
        );
    }
    let message = format!("»{SUM}« er {written} i {aar}, men grupperne giver {}.", number(groups));
    (groups != sum).then(|| {
        Finding::advarsel("sum-afviger", place, message).hint(
            "Grupperne er taget med, som de står. Spørg den, der har svaret, hvad der gælder.",
        )
    })
}
