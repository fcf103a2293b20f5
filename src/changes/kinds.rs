use std::collections::BTreeMap;

use super::difference::Difference;
use super::record::{Record, paired};
use super::told::Told;
use crate::text::danish;

/// From what kind of figures to what.
type Step = (&'static str, &'static str);

/// Which figures of a table have come further, such as from preliminary to final.
pub(super) fn kinds(old: &[Record], new: &[Record]) -> Vec<Difference> {
    let mut steps: BTreeMap<Step, Vec<String>> = BTreeMap::new();
    let mut stayed = false;
    for (row, before) in new.iter().zip(paired(old, new)) {
        let old = before.map(|before| &old[before]);
        stayed |= row.fields.iter().any(|(column, now)| now.kind.is_some() && !had(old, column));
        let Some(old) = old else { continue };
        let mut here: BTreeMap<Step, Vec<&str>> = BTreeMap::new();
        for (column, step) in steps_of_row(old, row) {
            match step.0 == step.1 {
                true => stayed = true,
                false => here.entry(step).or_default().push(column),
            }
        }
        for (step, columns) in here {
            steps.entry(step).or_default().push(format!(
                "{}, {}",
                row.name,
                danish::list(&columns)
            ));
        }
    }
    let are_all = !stayed && steps.len() == 1;
    steps.into_iter().map(|(step, rows)| difference(step, &rows, are_all)).collect()
}

/// Whether the row had a figure of some kind in the column.
fn had(old: Option<&Record>, column: &str) -> bool {
    let mut fields = old.into_iter().flat_map(|old| &old.fields);
    fields.any(|(other, told)| other == column && told.kind.is_some())
}

fn steps_of_row<'r>(old: &Record, new: &'r Record) -> Vec<(&'r str, Step)> {
    let step = |(column, now): &'r (String, Told)| {
        let (_, before) = old.fields.iter().find(|(other, _)| other == column)?;
        Some((column.as_str(), (before.kind?, now.kind?)))
    };
    new.fields.iter().filter_map(step).collect()
}

fn difference((before, after): Step, rows: &[String], are_all: bool) -> Difference {
    let which = if are_all { String::new() } else { format!(" ({})", rows.join("; ")) };
    Difference {
        label: "Stand".to_owned(),
        before: Some(format!("{before} tal").into()),
        after: Some(format!("{after} tal{which}").into()),
    }
}
