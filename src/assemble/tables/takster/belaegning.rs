use std::collections::BTreeSet;

use crate::assemble::shown::Shown;
use crate::assemble::tables::drawing::{build, hidden_note, number_column, push_row, shown_count};
use crate::model::{Belaegning, Optaelling, Projekt};
use crate::text::danish::{self, NBSP};
use crate::text::tree::{RowEmphasis, Table};

pub(in crate::assemble::tables) fn belaegning_keys(projekt: &Projekt) -> Vec<String> {
    let mut keys: Vec<String> =
        projekt.belaegninger.iter().map(|series| series.noegle.clone()).collect();
    keys.dedup();
    keys
}

pub(in crate::assemble::tables) fn belaegning(projekt: &Projekt, key: &str) -> Table {
    let rows: Vec<&Belaegning> =
        projekt.belaegninger.iter().filter(|series| series.noegle == key).collect();
    let name = rows.first().map(|series| series.tilbud.value.clone()).unwrap_or_default();
    let years: BTreeSet<u16> =
        rows.iter().flat_map(|series| series.tal.iter().map(|(aar, _)| aar)).collect();
    let mut table = build(&format!("Belægning på {name}"), &[("Opgørelse", 6)]);
    years.iter().for_each(|aar| number_column(&mut table, &aar.to_string()));
    let sign = &projekt.aftale.diskretion.tegn;
    for series in &rows {
        let mut cells = vec![Shown::from(&series.betegnelse)];
        cells.extend(years.iter().map(|aar| measured(series, series.tal.get(*aar), sign)));
        push_row(&mut table, &cells, RowEmphasis::Plain);
    }
    table.notes.extend(hidden_note(rows.iter().map(|series| &series.tal), sign));
    table
}

/// A value of a series with its unit, where that is percent.
fn measured(series: &Belaegning, value: Option<&Optaelling>, sign: &str) -> Shown {
    let number = value.and_then(|value| value.antal.tal());
    match number.filter(|_| series.is_percent()) {
        Some(percent) => Shown {
            text: format!("{}{NBSP}%", danish::number(percent)),
            ..shown_count(value, sign)
        },
        None => shown_count(value, sign),
    }
}
