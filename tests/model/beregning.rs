use rust_decimal::Decimal;
use socialaftale::model::{Forudsaetninger, rounded, whole};

use super::takst::decimal;

fn under(pladser: u32, dage: u32, belaegning: &str) -> Forudsaetninger {
    Forudsaetninger::new(pladser.into(), dage.into(), decimal(belaegning)).expect("above 0")
}

#[test]
fn a_rise_of_206_kroner_on_7_places_brings_in_473_697_a_year() {
    let centre = under(7, 365, "90");
    assert_eq!(centre.indtaegt(206.into()), socialaftale::model::exact(473_697.into()));
    let rest_of_the_year = centre.over(153.into()).indtaegt(206.into());
    assert_eq!(rounded(&rest_of_the_year, 1), Some(decimal("198563.4")));
    assert_eq!(whole(&rest_of_the_year), Some(198_563.into()));
}

#[test]
fn a_takst_is_its_grundlag_over_the_paid_days() {
    let grundlag = decimal("4918700");
    assert_eq!(whole(&under(7, 365, "90").takst(grundlag)), Some(2_139.into()));
    assert_eq!(whole(&under(7, 366, "90").takst(grundlag)), Some(2_133.into()));
    assert_eq!(whole(&under(7, 365, "97.07").takst(grundlag)), Some(1_983.into()));
}

#[test]
fn nothing_is_rounded_before_it_is_shown() {
    // 1.000 kr. over 3 days is a fraction that no decimals hold; three of them are 1.000 again.
    let takst = under(1, 3, "100").takst(1_000.into());
    let back = &takst + &takst + &takst;
    assert_eq!(back, socialaftale::model::exact(1_000.into()));
    assert_eq!(rounded(&takst, 2), Some(decimal("333.33")));
}

#[test]
fn half_a_krone_goes_away_from_zero() {
    for (exact, shown) in
        [("2.5", 3), ("3.5", 4), ("-2.5", -3), ("2.4999999999", 2), ("-0.5", -1), ("0.4", 0)]
    {
        assert_eq!(
            whole(&socialaftale::model::exact(decimal(exact))),
            Some(Decimal::from(shown)),
            "{exact}"
        );
    }
}

#[test]
fn what_cannot_be_divided_by_is_refused() {
    let refused = |pladser: i32, dage: i32, belaegning: i32| {
        Forudsaetninger::new(pladser.into(), dage.into(), belaegning.into()).is_none()
    };
    assert!(refused(0, 365, 90) && refused(7, 0, 90) && refused(7, 365, 0) && refused(7, 365, -90));
}

#[test]
fn what_no_amount_can_be_is_none() {
    let most = socialaftale::model::exact(Decimal::MAX);
    assert_eq!(whole(&(&most * &most)), None);
}
