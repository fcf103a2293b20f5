use rust_decimal::Decimal;
use socialaftale::model::{Exact, Takst, Udvikling, rounded};

use super::takst::{cell, row};

fn with_places(key: &str, from: &str, takst: &str, pladser: i32) -> Takst {
    Takst { pladser: Some(cell(pladser.into())), ..row(key, from, takst) }
}

fn percent(part: Option<Exact>) -> Option<String> {
    rounded(&(part? * Exact::from_integer(100.into())), 2)
        .map(|percent: Decimal| percent.to_string())
}

#[test]
fn a_year_is_told_by_the_row_that_begins_first_in_it() {
    let rows = [
        row("a", "2020-08-01", "2139"),
        row("a", "2020-01-01", "1933"),
        row("a", "2021-01-01", "2200"),
        row("b", "2020-01-01", ""),
    ];
    let known = Udvikling::new(&rows);
    assert_eq!(known.aar, [2020, 2021]);
    assert_eq!(known.tilbud.len(), 1, "a tilbud without any takst has no development");
    let takst = |aar| known.tilbud[0].takst(aar).map(|cell| cell.value.to_string());
    assert_eq!(takst(2020).as_deref(), Some("1933"));
    assert_eq!(takst(2021).as_deref(), Some("2200"));
    assert_eq!(takst(2022), None, "a takst of an earlier year tells nothing of a later one");
    assert_eq!(percent(known.tilbud[0].aendring(2020, 2021)).as_deref(), Some("13.81"));
}

#[test]
fn one_year_has_no_development() {
    let rows = [with_places("a", "2020-01-01", "1933", 7)];
    let known = Udvikling::new(&rows);
    assert_eq!((known.aar.as_slice(), known.i_alt(2019, 2020)), ([2020].as_slice(), None));
}

#[test]
fn in_all_counts_by_the_later_places_and_by_tilbud_known_in_both_years() {
    let rows = [
        with_places("a", "2020-01-01", "1000", 90),
        with_places("a", "2021-01-01", "1100", 10),
        with_places("b", "2020-01-01", "2000", 10),
        with_places("b", "2021-01-01", "2000", 10),
        with_places("new", "2021-01-01", "9000", 50),
        row("unknown", "2020-01-01", "1"),
        row("unknown", "2021-01-01", "2"),
    ];
    // (10 × 1.100 + 10 × 2.000) ÷ (10 × 1.000 + 10 × 2.000)
    assert_eq!(percent(Udvikling::new(&rows).i_alt(2020, 2021)).as_deref(), Some("3.33"));
}
