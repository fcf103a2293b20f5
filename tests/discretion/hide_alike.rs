use std::collections::BTreeSet;

use socialaftale::assemble::Shelf;
use socialaftale::discretion::{Masked, hide_alike, masked, masked_pair};
use socialaftale::merge::Library;
use socialaftale::model::{Antal, Projekt, Yearly};
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

/// The counts that are hidden, as fields name them.
fn hidden(masked: &Masked) -> BTreeSet<String> {
    masked.skjulte.iter().map(|count| count.noegle.clone()).collect()
}

/// The shipped project with another count of the second group of udviklingshæmning og dom in 2017.
fn with_second_group(number: u32) -> Projekt {
    let mut projekt = shipped().projekt().clone();
    let udmelding = projekt.udmeldinger.iter_mut().find(|one| one.noegle == "dom");
    let udmelding = udmelding.expect("the udmelding");
    let set = |counts: &mut Yearly, number: u32| {
        let of_2017 = counts.iter_mut().find(|(year, _)| *year == 2017);
        of_2017.expect("a count").1.antal = Antal::Tal(number.into());
    };
    set(&mut udmelding.grupper[1].region, number);
    // The first group has 4.
    set(&mut udmelding.i_alt, 4 + number);
    projekt
}

#[test]
fn a_pair_hides_all_that_each_edition_hides_by_itself() {
    let (old, new) = (with_second_group(5), with_second_group(1));
    // Beside what the old edition has shown, other counts have to hide the small one.
    let mut beside = new.clone();
    beside.offentliggjort.push(("før".to_owned(), masked(&old).tabeller));
    assert_ne!(hidden(&masked(&beside)), hidden(&masked(&new)));
    let pair = masked_pair(&old, &new, "før");
    for (paired, alone) in [(&pair.old, masked(&old)), (&pair.new, masked(&new))] {
        assert!(hidden(paired).is_superset(&hidden(&alone)));
    }
    assert!(hidden(&pair.new).is_superset(&hidden(&masked(&beside))));
}

#[test]
fn what_an_earlier_public_edition_hid_stays_hidden_when_its_neighbour_is_corrected() {
    // The first group keeps its 4; shown now, it would give the 1 beside it away from the old sum.
    let (old, mut new) = (with_second_group(1), with_second_group(5));
    let first = "cu.dom.region.domstype1.2017";
    assert!(hidden(&masked(&old)).contains(first));
    assert!(!hidden(&masked(&new)).contains(first));
    new.offentliggjort.push(("før".to_owned(), masked(&old).tabeller));
    assert!(hidden(&masked(&new)).contains(first));
}
