use std::collections::BTreeSet;

use super::series::{Series, field, series};
use crate::model::{Antal, Projekt, SkjultTal};

/// The keys of the counts that are hidden in a project.
pub(super) fn hidden_keys(projekt: &Projekt) -> BTreeSet<String> {
    let (mut udmeldinger, mut belaegninger) =
        (projekt.udmeldinger.clone(), projekt.belaegninger.clone());
    let mut hidden = BTreeSet::new();
    for row in series(&mut udmeldinger, &mut belaegninger) {
        let years = row.counts.iter().filter(|(_, count)| count.antal == Antal::Skjult);
        hidden.extend(years.map(|(year, _)| field(&row.key, year)));
    }
    hidden
}

/// Hides the counts of some keys.
pub(super) fn hide(projekt: &mut Projekt, hidden: &BTreeSet<String>) {
    for row in series(&mut projekt.udmeldinger, &mut projekt.belaegninger) {
        for (year, count) in row.counts.iter_mut() {
            if hidden.contains(&field(&row.key, year)) {
                count.antal = Antal::Skjult;
            }
        }
    }
}

/// The counts of a project that are hidden in what the public sees of it.
pub(super) fn hidden_counts(whole: &Projekt, shown: &Projekt) -> Vec<SkjultTal> {
    let hidden = hidden_keys(shown);
    let (mut udmeldinger, mut belaegninger) =
        (whole.udmeldinger.clone(), whole.belaegninger.clone());
    let mut counts = Vec::new();
    for Series { key, table, name, counts: years, .. } in
        series(&mut udmeldinger, &mut belaegninger)
    {
        for (aar, count) in years.iter() {
            let noegle = field(&key, aar);
            if let Some(antal) = count.antal.personer().filter(|_| hidden.contains(&noegle)) {
                let (tabel, betegnelse) = (table.clone(), name.clone());
                counts.push(SkjultTal { noegle, tabel, betegnelse, aar, antal });
            }
        }
    }
    counts
}
