use std::io::{Read, Seek};

use calamine::{DataRef, Xlsx, XlsxError};

use super::cell::Cell;
use super::sheet::Filled;

/// More cells than any of the project's tables has; past it a sheet is not read further.
pub(super) const MOST_CELLS: usize = 2_000_000;

/// A sheet's filled cells, streamed, so that far-apart cells and blank rows cost nothing; and
/// whether there were too many of them.
pub(super) fn stream<RS: Read + Seek>(
    xlsx: &mut Xlsx<RS>,
    sheet: &str,
    read: impl Fn(&DataRef<'_>) -> Option<Cell>,
) -> Result<(Vec<Filled>, bool), XlsxError> {
    let (mut rows, mut count): (Vec<Filled>, usize) = (Vec::new(), 0);
    let mut reader = xlsx.worksheet_cells_reader(sheet)?;
    // Shared formulas are not spread out: their numbers may ask for any amount of memory.
    while let Some(cell) = reader.next_cell_with_formula_metadata()? {
        let uncalculated = cell.formula.is_some() && cell.value == DataRef::Empty;
        let value = if uncalculated { Some(Cell::Uncalculated) } else { read(&cell.value) };
        let Some(value) = value else { continue };
        let (row, column) = cell.pos;
        match rows.last_mut() {
            Some((last, cells)) if *last == row => cells.push((column, value)),
            last => {
                // Rows of a table are about as long as one another.
                let mut cells = Vec::with_capacity(last.map_or(1, |(_, cells)| cells.len()));
                cells.push((column, value));
                rows.push((row, cells));
            }
        }
        count += 1;
        if count > MOST_CELLS {
            return Ok((rows, true));
        }
    }
    Ok((rows, false))
}
