use std::collections::BTreeSet;

use super::difference::Difference;
use super::dokumenter;
use super::filled::Filled;
use super::order::kept;
use super::side::Side;
use super::thing::{Fate, Thing};

/// The chapters of each document that both editions have: added, removed, moved, renamed.
pub(super) fn changed(old: &Side<'_>, new: &Side<'_>) -> Vec<Thing> {
    let mut renamed = BTreeSet::new();
    let both = new.jobs.iter().filter(|job| old.job(&job.key).is_some());
    both.filter_map(|job| {
        let before: Vec<&Filled> = old.chapters_of(&job.key).collect();
        let after: Vec<&Filled> = new.chapters_of(&job.key).collect();
        let mut differences = placed(&before, &after, old, new);
        differences.extend(titles(&before, &after, new, &mut renamed));
        let name = dokumenter::name(job);
        (!differences.is_empty()).then_some(Thing { name, fate: Fate::Changed, differences })
    })
    .collect()
}

/// The chapters that are new, gone, or in another order among the others.
fn placed(
    before: &[&Filled],
    after: &[&Filled],
    old: &Side<'_>,
    new: &Side<'_>,
) -> Vec<Difference> {
    let kept = kept(&keys(before), &keys(after));
    let is_moved = |key: &str| !kept.contains(key) && !is_told_by_number(old, new, key);
    let here = after.iter().enumerate().filter_map(|(at, chapter)| {
        match before.iter().position(|one| one.key == chapter.key) {
            Some(was) if is_moved(&chapter.key) => moved((before, was), (after, at)),
            Some(_) => None,
            None => Some(difference(chapter, None, Some(place(chapter)))),
        }
    });
    let gone = before.iter().filter(|old| after.iter().all(|one| one.key != old.key));
    let gone = gone.map(|chapter| difference(chapter, Some(place(chapter)), None));
    here.chain(gone).collect()
}

fn keys<'c>(chapters: &[&'c Filled]) -> Vec<&'c str> {
    chapters.iter().map(|one| one.key.as_str()).collect()
}

/// A chapter that was moved, by its numbers; where they do not tell it apart, by what it follows.
fn moved(
    (before, was): (&[&Filled], usize),
    (after, at): (&[&Filled], usize),
) -> Option<Difference> {
    let (mut from, mut to) = (place(before[was]), place(after[at]));
    if from == to {
        from += &follows(before, was);
        to += &follows(after, at);
    }
    (from != to).then(|| difference(after[at], Some(from), Some(to)))
}

fn follows(chapters: &[&Filled], at: usize) -> String {
    match at.checked_sub(1).and_then(|before| chapters.get(before)) {
        Some(before) => format!(", efter »{}«", before.title),
        None => ", først i dokumentet".to_owned(),
    }
}

fn difference(chapter: &Filled, before: Option<String>, after: Option<String>) -> Difference {
    let label = chapter.title.clone();
    Difference { label, before: before.map(Into::into), after: after.map(Into::into) }
}

fn place(chapter: &Filled) -> String {
    match &chapter.number {
        Some(number) => format!("kapitel {number}"),
        None => "uden nummer".to_owned(),
    }
}

/// The number of a fokusområde gives its place; another one is told of with the fokusområde.
fn is_told_by_number(old: &Side<'_>, new: &Side<'_>, key: &str) -> bool {
    let number = |side: &Side<'_>| side.projekt.tekst(key)?.fokus.as_ref().map(|one| one.nummer);
    number(old).zip(number(new)).is_some_and(|(before, after)| before != after)
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
                label: "Kapitlets titel".to_owned(),
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
