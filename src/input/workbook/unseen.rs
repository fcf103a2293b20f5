use super::layout::Layout;
use super::sheet::column_letters;
use crate::finding::{Finding, Place};
use crate::text::danish::counted;

/// How many stretches of rows or columns are named before the rest are left unsaid.
const NAMED: usize = 5;

/// Tells that a sheet was read with rows, columns or a whole sheet that cannot be seen in Excel;
/// `rows` and `columns` are those the table has.
pub(super) fn unseen(
    layout: &Layout,
    place: Place,
    rows: impl Iterator<Item = u32>,
    columns: impl Iterator<Item = u32>,
) -> Option<Finding> {
    let rows: Vec<u32> = rows.filter(|row| layout.rows.contains(row)).collect();
    let in_hidden = |column: &u32| layout.columns.iter().any(|hidden| hidden.contains(column));
    let columns: Vec<u32> = columns.filter(in_hidden).collect();
    let has = [
        named(&rows, "skjult række", "skjulte rækker", |row| (row + 1).to_string()),
        named(&columns, "skjult kolonne", "skjulte kolonner", column_letters),
    ];
    let has: Vec<String> = has.into_iter().flatten().collect();
    let says = [
        layout.is_hidden.then(|| "er skjult".to_owned()),
        (layout.is_filtered && !rows.is_empty()).then(|| "er filtreret".to_owned()),
        (!has.is_empty()).then(|| format!("har {}", has.join(" og "))),
    ];
    let says: Vec<String> = says.into_iter().flatten().collect();
    (!says.is_empty()).then(|| {
        let message = format!("Arket {}. Det skjulte er læst med.", says.join(" og "));
        Finding::oplysning("skjult-i-excel", place, message)
            .hint("Slet det skjulte, hvis det ikke skal med.")
    })
}

/// "3 skjulte rækker (4-6)"; none when there are none.
fn named(numbers: &[u32], one: &str, more: &str, name: fn(u32) -> String) -> Option<String> {
    let mut stretches: Vec<(u32, u32)> = Vec::new();
    for &number in numbers {
        match stretches.last_mut() {
            Some((_, last)) if *last + 1 == number => *last = number,
            _ => stretches.push((number, number)),
        }
    }
    let mut shown: Vec<String> = stretches
        .iter()
        .take(NAMED)
        .map(|(first, last)| match first == last {
            true => name(*first),
            false => format!("{}-{}", name(*first), name(*last)),
        })
        .collect();
    shown.extend((stretches.len() > NAMED).then(|| "…".to_owned()));
    (!numbers.is_empty())
        .then(|| format!("{} ({})", counted(numbers.len(), one, more), shown.join(", ")))
}
