use std::collections::BTreeSet;

use proptest::prelude::*;

use super::brute_force;
use super::tables::{any_tables, hidden_at_random, row, settings, tables, with_earlier_editions};
use socialaftale::discretion::{Relation, Seen, Span, Tables, View, exposed, spans};

/// As many counts as brute force can try in a moment.
const MOST_HIDDEN: usize = 5;

fn few(tables: &Tables, hidden: &BTreeSet<usize>) -> Option<View> {
    let mut view = tables.view(hidden, 3);
    view.ceiling = view.ceiling.min(12);
    let unknown = view.cells.iter().filter(|seen| **seen == Seen::Hidden).count();
    (unknown <= MOST_HIDDEN).then_some(view)
}

proptest! {
    #![proptest_config(settings(1_500))]

    #[test]
    fn spans_are_those_of_brute_force((tables, hidden) in hidden_at_random(any_tables())) {
        if let Some(view) = few(&tables, &hidden) {
            prop_assert_eq!(spans(&view), brute_force::spans(&view));
        }
    }

    #[test]
    fn spans_are_those_of_brute_force_with_earlier_editions(
        (tables, hidden) in hidden_at_random(with_earlier_editions())
    ) {
        if let Some(view) = few(&tables, &hidden) {
            prop_assert_eq!(spans(&view), brute_force::spans(&view));
        }
    }
}

fn hidden(view: &Tables, cells: &[usize]) -> Vec<(usize, Option<(u32, u32)>)> {
    let view = view.view(&cells.iter().copied().collect(), 3);
    spans(&view)
        .into_iter()
        .map(|(cell, span)| (cell, span.map(|span| (span.least, span.most))))
        .collect()
}

#[test]
fn a_single_hidden_count_is_the_total_less_the_others() {
    assert_eq!(hidden(&row(&[1, 4, 0, 0, 0]), &[0]), [(0, Some((1, 1)))]);
}

#[test]
fn of_two_hidden_counts_the_reader_knows_the_sum() {
    assert_eq!(
        hidden(&row(&[2, 0, 0, 3, 1]), &[0, 4]),
        [(0, Some((1, 2))), (4, Some((1, 2)))],
        "the sum is 3, and only the order is unknown"
    );
}

#[test]
fn a_count_that_nothing_hangs_on_may_be_anything_up_to_the_ceiling() {
    assert_eq!(hidden(&tables(&[2, 5], &[]), &[0]), [(0, Some((1, 11)))]);
}

#[test]
fn a_hidden_total_that_is_shown_elsewhere_hides_nothing() {
    let linked = tables(&[1, 1, 2, 2], &[(2, &[0, 1]), (3, &[2])]);
    assert_eq!(
        hidden(&linked, &[0, 1, 2]),
        [(0, Some((1, 1))), (1, Some((1, 1))), (2, Some((2, 2)))]
    );
}

#[test]
fn what_two_sums_say_together_is_found() {
    // 0 + 1 = 3 + 4 with 3 and 4 shown: the total is known though it is hidden.
    let two = tables(&[2, 5, 7, 3, 4], &[(2, &[0, 1]), (2, &[3, 4])]);
    assert_eq!(hidden(&two, &[0, 1, 2]), [(0, Some((1, 6))), (1, Some((1, 6))), (2, Some((7, 7)))]);
}

#[test]
fn a_span_as_wide_as_the_threshold_is_enough_and_one_less_is_not() {
    let seen = |total| View {
        cells: vec![Seen::Hidden, Seen::Hidden, Seen::Shown(total)],
        relations: vec![Relation { total: 2, parts: vec![0, 1] }],
        threshold: 3,
        ceiling: 20,
    };
    assert!(exposed(&seen(5)).is_empty(), "1 to 4");
    let narrow = Some(Span { least: 1, most: 3 });
    assert_eq!(exposed(&seen(4)).into_iter().collect::<Vec<_>>(), [(0, narrow), (1, narrow)]);
}

#[test]
fn counts_that_do_not_fit_are_refused() {
    let view = View {
        cells: vec![Seen::Hidden, Seen::Shown(5), Seen::Shown(3)],
        relations: vec![Relation { total: 2, parts: vec![0, 1] }],
        threshold: 3,
        ceiling: 20,
    };
    assert_eq!(exposed(&view).into_iter().collect::<Vec<_>>(), [(0, None)]);
}

#[test]
fn a_search_that_takes_too_long_is_refused() {
    // Even numbers only on one side and an odd one on the other: no bound shows that none fit.
    let pairs = 24;
    let mut cells = vec![Seen::Hidden; pairs];
    cells.push(Seen::Shown(3 * 100 + 1));
    let thrice = (0..pairs).flat_map(|cell| [cell, cell]).collect();
    let view = View {
        cells,
        relations: vec![Relation { total: pairs, parts: thrice }],
        threshold: 3,
        ceiling: 40,
    };
    let told = exposed(&view);
    assert!(told.len() == pairs && told.values().all(Option::is_none), "{told:?}");
}
