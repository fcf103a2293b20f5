use std::collections::HashSet;

use crate::render::word::columns::{skipped, span};
use crate::render::word::grid::{cells_mut, rows_mut};
use crate::render::word::xml::Element;

/// Lets cells that are merged downwards begin anew where the row that they began in is gone.
pub fn begin(table: &mut Element) {
    let mut above: HashSet<usize> = HashSet::new();
    for row in rows_mut(table) {
        let mut column = skipped(row, "w:gridBefore");
        let cells = cells_mut(row);
        if cells.is_empty() {
            continue;
        }
        let mut here = HashSet::new();
        for cell in cells {
            let columns = span(cell);
            let merge =
                cell.find_mut("w:tcPr").and_then(|properties| properties.find_mut("w:vMerge"));
            if let Some(merge) = merge {
                here.insert(column);
                if !above.contains(&column) {
                    merge.set("w:val", "restart");
                }
            }
            column = column.saturating_add(columns);
        }
        above = here;
    }
}
