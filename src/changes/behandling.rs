use super::side::Side;
use super::tabeller::figures;
use super::thing::{Fate, Thing};
use crate::merge::Library;
use crate::text::tree::Table;

/// The meetings and decisions of each party that both editions have, as its case shows them.
pub(super) fn changed(old: &Side<'_>, new: &Side<'_>) -> Vec<Thing> {
    let way = |side: &Side<'_>, key: &str| -> Option<Table> {
        let party = side.projekt.myndigheder.iter().find(|party| party.noegle == key);
        side.shelf.of(Some(party?)).table("behandling")
    };
    let parties = new.projekt.myndigheder.iter();
    let changed = parties.filter_map(|party| {
        let before = way(old, &party.noegle)?;
        let differences = figures(&before, &way(new, &party.noegle)?);
        Some(Thing { name: party.navn.clone(), fate: Fate::Changed, differences })
    });
    changed.filter(|thing| !thing.differences.is_empty()).collect()
}
