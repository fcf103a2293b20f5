//! What can be deduced, found by trying all counts there are: slow and simple.

use std::collections::{BTreeMap, BTreeSet};

use socialaftale::discretion::{Seen, Span, View};

/// Every span by trial; none where no counts fit.
pub fn spans(view: &View) -> BTreeMap<usize, Option<Span>> {
    let hidden: Vec<usize> =
        (0..view.cells.len()).filter(|cell| view.cells[*cell] == Seen::Hidden).collect();
    let mut found = BTreeMap::new();
    for group in connected(view, &hidden) {
        let fitting = solutions(view, &group);
        for (place, cell) in group.iter().enumerate() {
            let values = || fitting.iter().map(|counts| counts[place]);
            let span = values().min().zip(values().max());
            found.insert(*cell, span.map(|(least, most)| Span { least, most }));
        }
    }
    found
}

/// Hidden cells that can be reached from each other through relations.
fn connected(view: &View, hidden: &[usize]) -> Vec<Vec<usize>> {
    let mut left: BTreeSet<usize> = hidden.iter().copied().collect();
    let mut groups = Vec::new();
    while let Some(first) = left.pop_first() {
        let mut group = vec![first];
        let mut at = 0;
        while at < group.len() {
            for relation in &view.relations {
                let mut cells = relation.parts.clone();
                cells.push(relation.total);
                if cells.contains(&group[at]) {
                    group.extend(cells.into_iter().filter(|cell| left.remove(cell)));
                }
            }
            at += 1;
        }
        group.sort_unstable();
        groups.push(group);
    }
    groups
}

/// All counts from 1 to the ceiling of a group's cells that fit every relation.
fn solutions(view: &View, group: &[usize]) -> Vec<Vec<u32>> {
    let mut found = Vec::new();
    let mut counts = Vec::new();
    try_all(view, group, &mut counts, &mut found);
    found
}

fn try_all(view: &View, group: &[usize], counts: &mut Vec<u32>, found: &mut Vec<Vec<u32>>) {
    let value = |cell: usize| match view.cells[cell] {
        Seen::Shown(count) => Some(count),
        Seen::Hidden => {
            let place = group.iter().position(|other| *other == cell)?;
            counts.get(place).copied()
        }
    };
    let touches = |cell: &usize| group.contains(cell);
    for relation in &view.relations {
        if !relation.parts.iter().chain([&relation.total]).any(touches) {
            continue;
        }
        let parts: Option<Vec<u32>> = relation.parts.iter().map(|part| value(*part)).collect();
        if let (Some(parts), Some(total)) = (parts, value(relation.total))
            && parts.iter().sum::<u32>() != total
        {
            return;
        }
    }
    if counts.len() == group.len() {
        found.push(counts.clone());
        return;
    }
    for count in 1..=view.ceiling {
        counts.push(count);
        try_all(view, group, counts, found);
        counts.pop();
    }
}
