use proptest::prelude::*;
use rust_decimal::Decimal;
use socialaftale::model::{exact, fordelt};

use super::takst::decimal;

fn split(i_alt: &str, weights: &[(&str, u32)]) -> Vec<String> {
    let weights: Vec<(&str, Decimal)> =
        weights.iter().map(|(name, weight)| (*name, Decimal::from(*weight))).collect();
    let parts = fordelt(decimal(i_alt), &weights).expect("weights");
    parts.iter().map(ToString::to_string).collect()
}

#[test]
fn what_is_left_goes_to_those_that_lost_the_most() {
    // 33,3 + 33,3 + 33,3 of 100: one unit is left.
    assert_eq!(split("100", &[("c", 1), ("a", 1), ("b", 1)]), ["33", "34", "33"]);
    assert_eq!(split("100.00", &[("c", 1), ("a", 1), ("b", 1)]), ["33", "34", "33"]);
    // 1,4 + 1,4 + 7,2: the unit goes to the first two's greater loss, by name.
    assert_eq!(split("10", &[("b", 14), ("a", 14), ("c", 72)]), ["1", "2", "7"]);
    // 0,5 of 1 each: to the larger weight where the loss is the same.
    assert_eq!(split("4", &[("a", 1), ("b", 3), ("c", 4)]), ["0", "2", "2"]);
}

#[test]
fn an_amount_with_oere_is_split_in_oere() {
    assert_eq!(split("0.10", &[("a", 1), ("b", 2)]), ["0.0", "0.1"]);
    assert_eq!(split("10.01", &[("a", 1), ("b", 2)]), ["3.34", "6.67"]);
}

#[test]
fn what_cannot_be_split_is_refused() {
    let parts = |i_alt: i32, weights: &[i32]| {
        let weights: Vec<(usize, Decimal)> =
            weights.iter().map(|weight| Decimal::from(*weight)).enumerate().collect();
        fordelt(i_alt.into(), &weights)
    };
    assert_eq!(parts(100, &[]), None);
    assert_eq!(parts(100, &[0, 0]), None);
    assert_eq!(parts(100, &[5, -1]), None);
    assert_eq!(parts(-100, &[5, 1]), None);
    assert_eq!(parts(0, &[5, 1]), Some(vec![Decimal::ZERO, Decimal::ZERO]));
}

type Named = Vec<(usize, Decimal)>;

/// Weights by name, and the same in another order.
fn weights() -> impl Strategy<Value = (Named, Named)> {
    let weight = prop_oneof![4 => 0_u32..6, 1 => 0_u32..50_000];
    let named = prop::collection::vec(weight, 1..20)
        .prop_map(|weights| weights.into_iter().map(Decimal::from).enumerate().collect::<Named>());
    named.prop_flat_map(|named| (Just(named.clone()), Just(named).prop_shuffle()))
}

proptest! {
    #[test]
    fn parts_add_up_are_within_a_unit_and_know_no_order(
        i_alt in 0_u32..5_000_000,
        scale in 0_u32..3,
        (named, shuffled) in weights(),
    ) {
        let i_alt = Decimal::new(i_alt.into(), scale);
        let sum: Decimal = named.iter().map(|(_, weight)| *weight).sum();
        let parts = fordelt(i_alt, &named);
        prop_assert_eq!(parts.is_none(), sum.is_zero());
        let Some(parts) = parts else { return Ok(()) };
        prop_assert_eq!(parts.iter().sum::<Decimal>(), i_alt);
        let unit = exact(Decimal::new(1, i_alt.normalize().scale()));
        for ((_, weight), part) in named.iter().zip(&parts) {
            let gap = exact(*part) - exact(i_alt) * exact(*weight) / exact(sum);
            prop_assert!(gap < unit.clone() && -gap < unit);
        }
        let other = fordelt(i_alt, &shuffled).expect("the same weights");
        for ((name, _), part) in shuffled.iter().zip(other) {
            prop_assert_eq!(part, parts[*name]);
        }
    }
}
