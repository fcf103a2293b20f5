use std::collections::HashSet;

use super::spread::each_row;
use crate::render::word::columns::{skipped, span};
use crate::render::word::xml::Element;

/// Lets cells that are merged downwards begin anew where the row that they began in is gone.
pub fn begin(table: &mut Element) {
    let mut above: HashSet<usize> = HashSet::new();
    each_row(table, &mut |row| {
        if !row.holds("w:tc") {
            return;
        }
        let mut here = HashSet::new();
        let mut column = skipped(row, "w:gridBefore");
        for cell in row.elements_mut().filter(|child| child.is("w:tc")) {
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
        above = std::mem::take(&mut here);
    });
}
