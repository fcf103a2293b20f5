use std::collections::BTreeSet;

use proptest::prelude::*;

use super::brute_force;
use super::tables::{add_earlier, any_tables, own, row, settings, tables, with_earlier_editions};
use socialaftale::discretion::{Count, Seen, Tables, exposed, suppress};

const THRESHOLD: u32 = 3;

/// The table's counts as the public sees them.
fn shown(tables: &Tables) -> Vec<String> {
    let hidden = suppress(tables, THRESHOLD);
    let word = |cell: usize| match tables.cells[cell].count {
        Count::Own(_) if hidden.contains(&cell) => "·".to_owned(),
        Count::Own(count) => count.to_string(),
        Count::Earlier(_) => "før".to_owned(),
    };
    (0..tables.cells.len()).map(word).collect()
}

#[test]
fn the_years_of_the_pregnant_are_hidden_as_by_hand() {
    // 2017: the 1 needs another; 1 + 4 = 5 leaves 1 to 4 for both.
    assert_eq!(shown(&row(&[1, 4, 0, 0, 0])), ["·", "·", "0", "0", "0", "5"]);
    // 2018: 2 + 1 = 3 would leave only the order unknown; with the 3 the sum is 6.
    assert_eq!(shown(&row(&[2, 0, 0, 3, 1])), ["·", "0", "0", "·", "·", "6"]);
    // 2019: the 2 needs another, and 3 is the smaller; 2 + 3 = 5 is enough.
    assert_eq!(shown(&row(&[2, 4, 0, 3, 0])), ["·", "4", "0", "·", "0", "9"]);
}

#[test]
fn a_table_without_small_counts_is_shown_whole() {
    assert_eq!(shown(&row(&[3, 0, 12])), ["3", "0", "12", "15"]);
}

#[test]
fn one_more_large_count_is_hidden_rather_than_two_small() {
    assert_eq!(shown(&row(&[1, 3, 3, 4])), ["·", "3", "3", "·", "11"]);
}

#[test]
fn a_total_is_hidden_where_hiding_all_else_does_not_help() {
    assert_eq!(shown(&row(&[1, 1, 0])), ["·", "·", "0", "·"]);
    assert_eq!(shown(&row(&[4, 1, 0])), ["·", "·", "0", "5"]);
    assert_eq!(shown(&row(&[2, 2])), ["·", "·", "·"]);
    assert_eq!(shown(&row(&[0, 2])), ["0", "·", "·"]);
}

#[test]
fn a_total_that_stands_in_a_sibling_table_is_hidden_there_too_and_one_more_beside_it() {
    // Two groups make the region's 2; the region is one of three in the country's 14.
    let linked = tables(&[1, 1, 2, 2, 5, 7, 14], &[(2, &[0, 1]), (3, &[2]), (6, &[3, 4, 5])]);
    assert_eq!(shown(&linked), ["·", "·", "·", "·", "·", "7", "14"]);
}

#[test]
fn what_an_earlier_edition_shows_is_not_hidden_in_vain() {
    let mut tables = row(&[1, 4, 6]);
    add_earlier(&mut tables, 1, Seen::Shown(4));
    assert_eq!(shown(&tables), ["·", "4", "·", "11", "før"], "the 4 is known");
    let mut lost = row(&[1, 4, 6]);
    add_earlier(&mut lost, 0, Seen::Shown(1));
    let hidden = suppress(&lost, THRESHOLD);
    assert_eq!(hidden, BTreeSet::from([0]));
    assert_eq!(exposed(&lost.view(&hidden, THRESHOLD)).len(), 1, "the auditor tells of it");
}

#[test]
fn a_country_of_many_small_parts_is_hidden_in_a_moment() {
    let parts = [1, 2, 90, 4, 1, 30, 7, 0, 0, 2, 120, 5, 6, 300, 1, 17, 44, 3, 8, 12];
    assert_eq!(shown(&row(&parts)).iter().filter(|word| *word == "·").count(), 6);
}

proptest! {
    #![proptest_config(settings(700))]

    #[test]
    fn nothing_small_is_shown_and_zero_is_and_no_hidden_count_can_be_found(tables in any_tables()) {
        let hidden = suppress(&tables, THRESHOLD);
        for cell in 0..tables.cells.len() {
            match own(&tables, cell) {
                0 => prop_assert!(!hidden.contains(&cell)),
                count if count < THRESHOLD => prop_assert!(hidden.contains(&cell)),
                _ => {}
            }
        }
        let view = tables.view(&hidden, THRESHOLD);
        prop_assert_eq!(exposed(&view), Default::default());
        if view.cells.iter().filter(|seen| **seen == Seen::Hidden).count() <= 5 && view.ceiling <= 16 {
            let narrow = brute_force::spans(&view).into_values().flatten();
            prop_assert!(narrow.map(|span| span.most - span.least).all(|width| width >= THRESHOLD));
        }
    }

    #[test]
    fn what_passes_when_all_is_hidden_passes_beside_earlier_editions(
        tables in with_earlier_editions()
    ) {
        let hidden = suppress(&tables, THRESHOLD);
        let all = (0..tables.cells.len())
            .filter(|cell| matches!(tables.cells[*cell].count, Count::Own(count) if count > 0));
        let told = exposed(&tables.view(&hidden, THRESHOLD));
        let lost = exposed(&tables.view(&all.collect(), THRESHOLD));
        prop_assert!(told.keys().all(|cell| lost.contains_key(cell)), "{:?} {:?}", told, lost);
    }
}
