use chrono::NaiveDate;

use super::takst::Takst;
use super::takstaendring::{Aendringsnote, Takstaendring};

/// Every change: where two rows of a tilbud follow each other with another takst, and where a note
/// tells of one. By tilbud in the workbook's order, then by date.
pub fn takstaendringer<'p>(
    takster: &'p [Takst],
    noter: &'p [Aendringsnote],
) -> Vec<Takstaendring<'p>> {
    let mut keys: Vec<&str> = Vec::new();
    let listed = takster.iter().map(|row| row.noegle.as_str());
    for key in listed.chain(noter.iter().map(|note| note.noegle.as_str())) {
        if !keys.contains(&key) {
            keys.push(key);
        }
    }
    keys.iter().flat_map(|key| of_tilbud(key, takster, noter)).collect()
}

fn of_tilbud<'p>(
    key: &str,
    takster: &'p [Takst],
    noter: &'p [Aendringsnote],
) -> Vec<Takstaendring<'p>> {
    let mut rows: Vec<&Takst> = takster.iter().filter(|row| row.noegle == key).collect();
    rows.sort_by_key(|row| row.begins());
    let noter: Vec<&Aendringsnote> = noter.iter().filter(|note| note.noegle == key).collect();
    let mut changes: Vec<Takstaendring<'p>> = Vec::new();
    for pair in rows.windows(2) {
        let Some(from) = &pair[1].gaelder_fra else { continue };
        let note = noter.iter().copied().find(|note| note.gaelder_fra.value == from.value);
        let amount = |row: &Takst| row.takst.as_ref().map(|takst| takst.value);
        if note.is_some() || amount(pair[0]) != amount(pair[1]) {
            changes.push(Takstaendring {
                noegle: &pair[1].noegle,
                tilbud: &pair[1].tilbud,
                gaelder_fra: from,
                foer: Some(pair[0]),
                efter: Some(pair[1]),
                note,
            });
        }
    }
    let told = |note: &&Aendringsnote| {
        !changes.iter().any(|change| change.gaelder_fra.value == note.gaelder_fra.value)
    };
    let alone: Vec<&Aendringsnote> = noter.iter().copied().filter(told).collect();
    changes.extend(alone.into_iter().map(|note| noted(note, &rows)));
    changes.sort_by_key(|change| change.gaelder_fra.value);
    changes
}

/// A change whose new takst has no row before it that differs, or no row at all.
fn noted<'p>(note: &'p Aendringsnote, rows: &[&'p Takst]) -> Takstaendring<'p> {
    let from = note.gaelder_fra.value;
    let before = |row: &&&Takst| row.begins().is_none_or(|begins| begins < from);
    Takstaendring {
        noegle: &note.noegle,
        tilbud: &note.tilbud,
        gaelder_fra: &note.gaelder_fra,
        foer: rows.iter().rev().find(before).copied(),
        efter: rows.iter().find(|row| row.begins() == Some(from)).copied(),
        note: Some(note),
    }
}

/// The change of a tilbud to speak of on a day: the last that has begun, else the first to come.
pub fn aendring_of<'c, 'p>(
    changes: &'c [Takstaendring<'p>],
    key: &str,
    day: NaiveDate,
) -> Option<&'c Takstaendring<'p>> {
    let of_key = || changes.iter().filter(|change| change.noegle == key);
    let begun = of_key().rev().find(|change| change.gaelder_fra.value <= day);
    begun.or_else(|| of_key().next())
}
