use std::collections::BTreeSet;

use super::series::series;
use crate::model::{Antal, Projekt};

/// Hides in each of two public editions what is hidden in the other, so that a comparison of them
/// shows no count that either hides.
pub fn hide_alike(one: &mut Projekt, other: &mut Projekt) {
    let mut hidden = hidden_in(one);
    hidden.extend(hidden_in(other));
    for projekt in [one, other] {
        for row in series(&mut projekt.udmeldinger, &mut projekt.belaegninger) {
            for (year, count) in row.counts.iter_mut() {
                if hidden.contains(&format!("{}.{year}", row.key)) {
                    count.antal = Antal::Skjult;
                }
            }
        }
    }
}

/// The keys of the counts that are hidden.
fn hidden_in(projekt: &mut Projekt) -> BTreeSet<String> {
    let mut hidden = BTreeSet::new();
    for row in series(&mut projekt.udmeldinger, &mut projekt.belaegninger) {
        let years = row.counts.iter_mut().filter(|(_, count)| count.antal == Antal::Skjult);
        hidden.extend(years.map(|(year, _)| format!("{}.{year}", row.key)));
    }
    hidden
}
