use rust_decimal::Decimal;
use socialaftale::model::{Overskud, Postart, Regnskabspost, regnskaber};

use super::takst::{cell, decimal};

fn post(
    aar: Option<u16>,
    art: Postart,
    budget: Option<i32>,
    regnskab: Option<i32>,
) -> Regnskabspost {
    let amount = |kroner: Option<i32>| kroner.map(|kroner| cell(Decimal::from(kroner)));
    Regnskabspost {
        noegle: "tilbud".to_owned(),
        tilbud: cell("Et tilbud".to_owned()),
        aar: aar.map(cell),
        post: cell("Post".to_owned()),
        art,
        budget: amount(budget),
        regnskab: amount(regnskab),
        status: None,
    }
}

/// The example of the clause on overskud, with another income.
fn example(indtaegter: i32) -> Vec<Regnskabspost> {
    let cost = |budget, regnskab| post(None, Postart::Omkostning, Some(budget), Some(regnskab));
    vec![
        cost(6_500_000, 6_236_000),
        cost(675_000, 611_000),
        cost(825_000, 801_000),
        post(None, Postart::Indtaegt, None, Some(indtaegter)),
    ]
}

#[test]
fn the_example_of_the_clause_sets_400_000_aside_and_returns_370_000() {
    let poster = example(8_418_000);
    let [regnskab] = regnskaber(&poster).try_into().expect("one tilbud and year");
    assert_eq!(regnskab.grundlag(), Some(8_000_000.into()));
    assert_eq!(regnskab.omkostninger(), Some(7_648_000.into()));
    assert_eq!(regnskab.resultat(), Some(770_000.into()));
    assert_eq!(
        regnskab.overskud(decimal("0.05")),
        Some(Overskud {
            overskud: 770_000.into(),
            til_side: 400_000.into(),
            i_taksten: 370_000.into()
        })
    );
}

#[test]
fn up_to_the_limit_all_may_be_set_aside() {
    for (income, kept, returned) in [
        (8_048_000, 400_000, 0),
        (8_048_001, 400_000, 1),
        (7_658_000, 10_000, 0),
        (7_648_000, 0, 0),
    ] {
        let poster = example(income);
        let parted = regnskaber(&poster)[0].overskud(decimal("0.05")).expect("an overskud");
        assert_eq!((parted.til_side, parted.i_taksten), (kept.into(), returned.into()), "{income}");
    }
}

#[test]
fn for_an_underskud_no_rule_is_known() {
    let poster = example(7_647_999);
    let regnskab = &regnskaber(&poster)[0];
    assert_eq!(regnskab.resultat(), Some((-1).into()));
    assert_eq!(regnskab.overskud(decimal("0.05")), None);
}

#[test]
fn a_post_that_is_not_known_leaves_the_sum_open() {
    let mut poster = example(8_418_000);
    poster.push(post(None, Postart::Omkostning, Some(1), None));
    let regnskab = &regnskaber(&poster)[0];
    assert_eq!((regnskab.omkostninger(), regnskab.resultat()), (None, None));
    assert_eq!(regnskab.grundlag(), Some(8_000_001.into()));
    let only_costs = [post(None, Postart::Omkostning, Some(1), Some(1))];
    assert_eq!(regnskaber(&only_costs)[0].indtaegter(), None);
}

#[test]
fn each_year_has_accounts_of_its_own() {
    let poster: Vec<Regnskabspost> = [Some(2019), Some(2020), Some(2019), None]
        .map(|aar| post(aar, Postart::Indtaegt, None, Some(1)))
        .into();
    let years: Vec<_> = regnskaber(&poster).iter().map(|one| (one.aar, one.poster.len())).collect();
    assert_eq!(years, [(Some(2019), 2), (Some(2020), 1), (None, 1)]);
}
