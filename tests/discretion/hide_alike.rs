use socialaftale::assemble::Shelf;
use socialaftale::discretion::{hide_alike, masked};
use socialaftale::merge::Library;
use socialaftale::model::{Antal, Projekt};
use socialaftale::text::tree::{Row, plain_text};

use crate::project::shipped;

/// Every cell of the tables of udmeldinger, in order.
fn cells(projekt: &Projekt) -> Vec<String> {
    let shelf = Shelf::new(projekt);
    let keys = shelf.table_keys().into_iter().filter(|key| key.starts_with("cu."));
    let rows = keys.flat_map(|key| shelf.table(key).expect("a table").rows);
    let words = |row: &Row| row.cells.iter().map(|cell| plain_text(cell)).collect::<Vec<_>>();
    rows.flat_map(|row| words(&row)).collect()
}

#[test]
fn a_count_that_either_edition_hides_is_hidden_in_both() {
    let mut old = masked(shipped().projekt()).projekt;
    let mut new = old.clone();
    // The old edition shows what the new one hides, and the other way round.
    let open = |projekt: &mut Projekt, group: usize| {
        let counts = &mut projekt.udmeldinger[0].grupper[group].region;
        counts.iter_mut().for_each(|(_, count)| count.antal = Antal::Tal(4.into()));
    };
    let hide = |projekt: &mut Projekt, group: usize| {
        let counts = &mut projekt.udmeldinger[0].grupper[group].region;
        counts.iter_mut().for_each(|(_, count)| count.antal = Antal::Skjult);
    };
    open(&mut old, 0);
    hide(&mut new, 0);
    hide(&mut old, 1);
    open(&mut new, 1);
    assert_ne!(cells(&old), cells(&new));
    hide_alike(&mut old, &mut new);
    assert_eq!(cells(&old), cells(&new));
    let hidden = |projekt: &Projekt, group: usize| {
        let mut counts = projekt.udmeldinger[0].grupper[group].region.iter();
        counts.all(|(_, count)| count.antal == Antal::Skjult)
    };
    for group in [0, 1] {
        assert!(hidden(&old, group) && hidden(&new, group), "group {group}");
    }
}
