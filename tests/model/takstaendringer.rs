use socialaftale::model::{Aendringsnote, Takst, Takstaendring, aendring_of, takstaendringer};

use super::takst::{cell, day, row};

fn note(key: &str, from: &str, aendring: Option<i32>) -> Aendringsnote {
    Aendringsnote {
        noegle: key.to_owned(),
        tilbud: cell(key.to_owned()),
        aendring: aendring.map(|kroner| cell(kroner.into())),
        gaelder_fra: cell(day(from)),
        besluttet_af: Some(cell("FU".to_owned())),
        besluttet: None,
        begrundelse: Some(cell("Ombygning".to_owned())),
    }
}

/// Changes as "key from: before -> after (difference)".
fn told(rows: &[Takst], notes: &[Aendringsnote]) -> Vec<String> {
    let amount = |amount: Option<String>| amount.unwrap_or_else(|| "?".to_owned());
    let line = |change: &Takstaendring<'_>| {
        format!(
            "{} {}: {} -> {} ({})",
            change.noegle,
            change.gaelder_fra.value,
            amount(change.foer().map(|cell| cell.value.to_string())),
            amount(change.efter().map(|cell| cell.value.to_string())),
            amount(change.aendring().map(|cell| cell.value.to_string())),
        )
    };
    takstaendringer(rows, notes).iter().map(line).collect()
}

#[test]
fn a_change_is_what_two_rows_differ_by() {
    let rows = [
        row("b", "2021-01-01", "2200"),
        row("a", "2020-01-01", "2719"),
        row("b", "2020-01-01", "1933"),
        row("b", "2020-08-01", "2139"),
        row("a", "2021-01-01", "2719"),
    ];
    assert_eq!(
        told(&rows, &[]),
        ["b 2020-08-01: 1933 -> 2139 (206)", "b 2021-01-01: 2139 -> 2200 (61)"]
    );
}

#[test]
fn a_note_tells_what_rows_do_not() {
    let rows = [row("a", "2020-01-01", ""), row("b", "2020-01-01", "2000")];
    let notes = [
        note("a", "2021-01-01", Some(50)),
        note("b", "2021-01-01", Some(-50)),
        note("c", "2021-01-01", None),
    ];
    assert_eq!(
        told(&rows, &notes),
        [
            "a 2021-01-01: ? -> ? (50)",
            "b 2021-01-01: 2000 -> 1950 (-50)",
            "c 2021-01-01: ? -> ? (?)"
        ]
    );
}

#[test]
fn a_row_goes_before_a_note_in_what_both_say() {
    let mut rows = [row("a", "2020-01-01", "1933"), row("a", "2020-08-01", "2139")];
    rows[1].besluttet_af = Some(cell("DAS".to_owned()));
    let notes = [note("a", "2020-08-01", Some(205))];
    let changes = takstaendringer(&rows, &notes);
    assert_eq!(changes.len(), 1);
    assert_eq!(changes[0].aendring().map(|cell| cell.value), Some(206.into()));
    assert_eq!(changes[0].besluttet_af().map(|by| by.value.as_str()), Some("DAS"));
    assert_eq!(changes[0].begrundelse().map(|why| why.value.as_str()), Some("Ombygning"));
}

#[test]
fn the_change_to_speak_of_is_the_last_begun_else_the_first_to_come() {
    let rows = [
        row("a", "2020-01-01", "1933"),
        row("a", "2020-08-01", "2139"),
        row("a", "2021-01-01", "2200"),
    ];
    let changes = takstaendringer(&rows, &[]);
    let from = |on| aendring_of(&changes, "a", day(on)).map(|change| change.gaelder_fra.value);
    assert_eq!(from("2020-07-01"), Some(day("2020-08-01")));
    assert_eq!(from("2020-08-01"), Some(day("2020-08-01")));
    assert_eq!(from("2020-12-31"), Some(day("2020-08-01")));
    assert_eq!(from("2021-01-01"), Some(day("2021-01-01")));
    assert_eq!(aendring_of(&changes, "b", day("2021-01-01")), None);
}

#[test]
fn a_change_brings_in_its_kroner_on_every_paid_day() {
    let mut rows = [row("a", "2020-01-01", "1933"), row("a", "2020-08-01", "2139")];
    let changes = takstaendringer(&rows, &[]);
    assert_eq!(changes[0].virkning_om_aaret(365.into()), None);
    rows[1].pladser = Some(cell(7.into()));
    rows[1].belaegning = Some(cell(90.into()));
    let changes = takstaendringer(&rows, &[]);
    let shown = |exact| socialaftale::model::whole(&exact);
    assert_eq!(changes[0].virkning_om_aaret(365.into()).and_then(shown), Some(473_697.into()));
    assert_eq!(changes[0].virkning_i_aaret(365.into()).and_then(shown), Some(198_563.into()));
}

#[test]
fn a_takst_of_the_ordinary_indmelding_is_known_as_such() {
    let mut rows = [row("a", "2020-01-01", "1"), row("a", "2021-01-01", "2")];
    assert!(!takstaendringer(&rows, &[])[0].is_ordinaer());
    rows[1].besluttet_af = Some(cell("Ordinær".to_owned()));
    assert!(takstaendringer(&rows, &[])[0].is_ordinaer());
}
