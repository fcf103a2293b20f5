use std::collections::{BTreeMap, BTreeSet};

use super::equation::Equation;
use crate::discretion::relation::Relation;
use crate::discretion::view::{Seen, View};

/// Hidden cells that hang together, and all that is known of them.
pub(super) struct Part {
    pub cells: Vec<usize>,
    pub equations: Vec<Equation>,
}

/// The hidden cells parted so that no relation has hidden cells of two parts.
pub(super) fn parts(view: &View) -> Vec<Part> {
    let hidden = |cell: &usize| view.cells[*cell] == Seen::Hidden;
    let mut groups: Vec<BTreeSet<usize>> =
        (0..view.cells.len()).filter(hidden).map(|cell| BTreeSet::from([cell])).collect();
    for relation in &view.relations {
        let touched: BTreeSet<usize> = relation.cells().filter(hidden).collect();
        let (joined, apart): (Vec<_>, Vec<_>) =
            groups.into_iter().partition(|group| !group.is_disjoint(&touched));
        groups = apart;
        groups.extend((!joined.is_empty()).then(|| joined.into_iter().flatten().collect()));
    }
    groups.into_iter().map(|group| part(view, group)).collect()
}

fn part(view: &View, group: BTreeSet<usize>) -> Part {
    let own = |relation: &&Relation| relation.cells().any(|cell| group.contains(&cell));
    let unknowns: BTreeMap<usize, usize> =
        group.iter().enumerate().map(|(unknown, cell)| (*cell, unknown)).collect();
    let equations =
        view.relations.iter().filter(own).map(|relation| equation(view, relation, &unknowns));
    Part { equations: equations.collect(), cells: group.into_iter().collect() }
}

fn equation(view: &View, relation: &Relation, unknowns: &BTreeMap<usize, usize>) -> Equation {
    let mut factors: BTreeMap<usize, i64> = BTreeMap::new();
    let mut constant = 0;
    let signs = std::iter::once(-1).chain(std::iter::repeat(1));
    for (cell, sign) in relation.cells().zip(signs) {
        match (view.cells[cell], unknowns.get(&cell)) {
            (Seen::Shown(count), _) => constant -= sign * i64::from(count),
            (Seen::Hidden, Some(unknown)) => *factors.entry(*unknown).or_default() += sign,
            // The hidden cells of a relation are all in one part.
            (Seen::Hidden, None) => {}
        }
    }
    Equation { terms: factors.into_iter().filter(|(_, factor)| *factor != 0).collect(), constant }
}
