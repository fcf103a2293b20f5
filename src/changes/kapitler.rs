use std::collections::BTreeSet;

use similar::{Algorithm, DiffOp, capture_diff_slices};

use super::difference::Difference;
use super::dokumenter;
use super::filled::Filled;
use super::side::Side;
use super::thing::{Fate, Thing};

/// The chapters of each document that both editions have: added, removed, moved, renamed.
pub(super) fn changed(old: &Side<'_>, new: &Side<'_>) -> Vec<Thing> {
    let mut renamed = BTreeSet::new();
    let both = new.jobs.iter().filter(|job| old.job(&job.key).is_some());
    both.filter_map(|job| {
        let before: Vec<&Filled> = old.chapters_of(&job.key).collect();
        let after: Vec<&Filled> = new.chapters_of(&job.key).collect();
        let mut differences = placed(&before, &after, new);
        differences.extend(titles(&before, &after, new, &mut renamed));
        let name = dokumenter::name(job);
        (!differences.is_empty()).then_some(Thing { name, fate: Fate::Changed, differences })
    })
    .collect()
}

/// The chapters that are new, gone, or in another order among the others; of a fokusområde its
/// number tells that.
fn placed(before: &[&Filled], after: &[&Filled], new: &Side<'_>) -> Vec<Difference> {
    let stayed = stayed(before, after);
    let find =
        |list: &[&Filled], key: &str| list.iter().copied().find(|one| one.key == key).map(place);
    let here = after.iter().map(|chapter| Difference {
        label: chapter.title.clone(),
        before: find(before, &chapter.key).map(Into::into),
        after: Some(place(chapter).into()),
    });
    let gone = before.iter().filter(|chapter| find(after, &chapter.key).is_none());
    let gone = gone.map(|chapter| Difference {
        label: chapter.title.clone(),
        before: Some(place(chapter).into()),
        after: None,
    });
    let moved = after.iter().zip(here).filter(|(chapter, here)| {
        let is_told = here.before.is_some() && is_fokus(new, &chapter.key);
        !stayed.contains(&*chapter.key) && !is_told
    });
    moved.map(|(_, difference)| difference).chain(gone).collect()
}

/// The keys that stand in the same order in both; those between which others came or went are
/// not moved by it.
fn stayed<'c>(before: &[&'c Filled], after: &[&'c Filled]) -> BTreeSet<&'c str> {
    let keys = |list: &[&'c Filled]| list.iter().map(|one| one.key.as_str()).collect::<Vec<_>>();
    let (before, after) = (keys(before), keys(after));
    let mut stayed = BTreeSet::new();
    for step in capture_diff_slices(Algorithm::Lcs, &before, &after) {
        if let DiffOp::Equal { new_index, len, .. } = step {
            stayed.extend(&after[new_index..new_index + len]);
        }
    }
    stayed
}

fn place(chapter: &Filled) -> String {
    match &chapter.number {
        Some(number) => format!("kapitel {number}"),
        None => "uden nummer".to_owned(),
    }
}

/// The chapters that have another title; one in several documents is told of once, and a
/// fokusområde under its own heading.
fn titles(
    before: &[&Filled],
    after: &[&Filled],
    new: &Side<'_>,
    told: &mut BTreeSet<String>,
) -> Vec<Difference> {
    let mut found = Vec::new();
    for chapter in after.iter().filter(|chapter| !is_fokus(new, &chapter.key)) {
        let old = before.iter().find(|old| old.key == chapter.key);
        let Some(old) = old.filter(|old| old.title != chapter.title) else { continue };
        if told.insert(chapter.key.clone()) {
            found.push(Difference {
                label: "Titel".to_owned(),
                before: Some(old.title.as_str().into()),
                after: Some(chapter.title.as_str().into()),
            });
        }
    }
    found
}

fn is_fokus(side: &Side<'_>, key: &str) -> bool {
    side.projekt.tekst(key).is_some_and(|tekst| tekst.fokus.is_some())
}
