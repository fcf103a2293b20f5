use std::collections::BTreeMap;

use super::difference::Difference;
use super::record::{Record, paired};
use crate::text::danish;

/// From what kind of figures to what.
type Step = (&'static str, &'static str);

/// Which figures of a table have come further, such as from preliminary to final.
pub(super) fn kinds(old: &[Record], new: &[Record]) -> Vec<Difference> {
    let mut steps: BTreeMap<Step, Vec<String>> = BTreeMap::new();
    let mut stayed = false;
    for (row, before) in new.iter().zip(paired(old, new)) {
        let mut here: BTreeMap<Step, Vec<&str>> = BTreeMap::new();
        for (column, now) in &row.fields {
            let Some(kind) = now.kind else { continue };
            match before.and_then(|before| kind_in(&old[before], column)) {
                Some(was) if was != kind => here.entry((was, kind)).or_default().push(column),
                _ => stayed = true,
            }
        }
        for (step, columns) in here {
            let figures = format!("{}, {}", row.name, danish::list(&columns));
            steps.entry(step).or_default().push(figures);
        }
    }
    let are_all = !stayed && steps.len() == 1;
    steps.into_iter().map(|(step, rows)| difference(step, &rows, are_all)).collect()
}

/// Of what kind the row's figure in a column is, if it has one.
fn kind_in(row: &Record, column: &str) -> Option<&'static str> {
    row.fields.iter().find(|(other, _)| other == column)?.1.kind
}

fn difference((before, after): Step, rows: &[String], are_all: bool) -> Difference {
    let which = if are_all { String::new() } else { format!(" ({})", rows.join("; ")) };
    Difference {
        label: "Stand".to_owned(),
        before: Some(format!("{before} tal").into()),
        after: Some(format!("{after} tal{which}").into()),
    }
}
