use proptest::prelude::*;
use rust_decimal::Decimal;
use socialaftale::model::{omregnet, rounded, whole};

use super::takst::decimal;

fn restated(takst: &str, fra: &str, til: &str) -> Decimal {
    let exact = omregnet(decimal(takst), decimal(fra), decimal(til)).expect("above 0");
    rounded(&exact, 2).expect("an amount")
}

#[test]
fn a_takst_of_2719_at_95_percent_is_2870_at_90() {
    assert_eq!(restated("2719", "95", "90"), decimal("2870.06"));
    assert_eq!(restated("2870", "90", "95"), decimal("2718.95"));
    // What is rounded to 2.719 can have been anything from 2.718,5 to 2.719,5.
    assert_eq!(restated("2718.5", "95", "90"), decimal("2869.53"));
    assert_eq!(restated("2719.5", "95", "90"), decimal("2870.58"));
}

#[test]
fn at_90_percent_the_krisecentre_change_places_with_the_new_takst() {
    let at_90 = |takst, own| restated(takst, own, "90");
    let rank = |aalborg| {
        let mut all = [
            ("Hjørring", at_90("2719", "95")),
            ("Frederikshavn", at_90("2628", "90")),
            ("Søhavegård", at_90("2591", "90")),
            ("Hobro", at_90("1943", "90")),
            ("Aalborg", at_90(aalborg, "90")),
        ];
        all.sort_by_key(|(_, takst)| *takst);
        all.map(|(name, _)| name)
    };
    assert_eq!(rank("1933"), ["Aalborg", "Hobro", "Søhavegård", "Frederikshavn", "Hjørring"]);
    assert_eq!(rank("2139"), ["Hobro", "Aalborg", "Søhavegård", "Frederikshavn", "Hjørring"]);
}

#[test]
fn a_percentage_of_nothing_is_refused() {
    assert_eq!(omregnet(2719.into(), 95.into(), 0.into()), None);
    assert_eq!(omregnet(2719.into(), 0.into(), 90.into()), None);
}

proptest! {
    #[test]
    fn there_and_back_is_where_it_began(
        takst in 1_u32..20_000,
        fra in 2_000_u32..11_000,
        til in 2_000_u32..11_000,
    ) {
        let percent = |hundredths: u32| Decimal::new(hundredths.into(), 2);
        let (fra, til) = (percent(fra), percent(til));
        let there = whole(&omregnet(takst.into(), fra, til).expect("above 0")).expect("an amount");
        let back = omregnet(there, til, fra).expect("above 0");
        let back = rounded(&back, 6).expect("an amount");
        // Half a krone of rounding, restated with the rest.
        let tolerance = Decimal::new(5, 1) * til / fra + Decimal::new(1, 6);
        prop_assert!((back - Decimal::from(takst)).abs() <= tolerance, "{takst} {there} {back}");
    }
}
