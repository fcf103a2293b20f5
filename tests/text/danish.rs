use chrono::NaiveDate;
use rust_decimal::Decimal;
use socialaftale::text::danish::{
    date, in_words, number, parse_date, parse_number, typeset, written_numbers,
};

fn decimal(written: &str) -> Decimal {
    written.parse().expect("a decimal")
}

#[test]
fn numbers_have_a_point_for_thousands_and_a_decimal_comma() {
    let cases = [
        ("0", "0"),
        ("999", "999"),
        ("1933", "1.933"),
        ("12345", "12.345"),
        ("1234567", "1.234.567"),
        ("95.34", "95,34"),
        ("92.10", "92,1"),
        ("1234.5", "1.234,5"),
        ("-206", "\u{2212}206"),
        ("-0", "0"),
        ("0.005", "0,005"),
    ];
    for (value, written) in cases {
        assert_eq!(number(decimal(value)), written);
    }
}

#[test]
fn a_printed_number_reads_back_as_itself() {
    for value in ["0", "7", "1933", "1000000", "95.34", "-206", "-1234.5", "0.005"] {
        assert_eq!(parse_number(&number(decimal(value))), Some(decimal(value)), "{value}");
    }
}

#[test]
fn a_typed_minus_and_a_number_without_points_are_read() {
    assert_eq!(parse_number("-206"), Some(decimal("-206")));
    assert_eq!(parse_number("2139"), Some(decimal("2139")));
}

#[test]
fn what_is_no_danish_number_is_refused() {
    let refused = [
        "2,139.5", "", "-", ",", "1,", ",5", "1.93", "19.33", "1933.5", "1.9333", "1..933", ".933",
        "1.933.", "1 933", "ti", "1e3", "+5", "--5", "0001.933", "５",
    ];
    for written in refused {
        assert_eq!(parse_number(written), None, "{written}");
    }
}

#[test]
fn a_number_too_large_to_hold_is_refused() {
    assert_eq!(parse_number(&"9".repeat(60)), None);
}

#[test]
fn counts_to_ten_are_words_and_larger_ones_digits() {
    let words = ["nul", "en", "to", "tre", "fire", "fem", "seks", "syv", "otte", "ni", "ti"];
    for (count, word) in (0_u32..).zip(words) {
        assert_eq!(in_words(Decimal::from(count)), word);
    }
    assert_eq!(in_words(decimal("11")), "11");
    assert_eq!(in_words(decimal("1200")), "1.200");
    assert_eq!(in_words(decimal("2.5")), "2,5");
    assert_eq!(in_words(decimal("-1")), "\u{2212}1");
    assert_eq!(in_words(decimal("3.0")), "tre");
}

#[test]
fn a_date_is_written_in_words_and_read_back() {
    let day = NaiveDate::from_ymd_opt(2020, 9, 14).expect("a day");
    assert_eq!(date(day), "14. september 2020");
    let mut day = NaiveDate::from_ymd_opt(2020, 1, 1).expect("a day");
    while day < NaiveDate::from_ymd_opt(2021, 1, 1).expect("a day") {
        assert_eq!(parse_date(&date(day)), Some(day));
        assert_eq!(parse_date(&typeset(&date(day))), Some(day));
        day = day.succ_opt().expect("a day");
    }
}

#[test]
fn what_is_no_date_is_refused() {
    let refused = [
        "30. februar 2020",
        "14 september 2020",
        "14. September 2020",
        "14. september",
        "september 2020",
        "14. september 2020 kl. 9",
        "2020-09-14",
        "",
    ];
    for written in refused {
        assert_eq!(parse_date(written), None, "{written}");
    }
}

#[test]
fn a_number_never_parts_from_its_unit_or_its_word() {
    let cases = [
        "§~85",
        "§§~85 og 109",
        "stk.~1",
        "1.933~kr.",
        "95~%",
        "95,34~%, og",
        "på 95~%. Ved",
        "fyldt 18~år.",
        "100~kr).",
        "1.~august 2020",
        "den 14.~september.",
        "kl.~9.00",
        "bilag~3",
        "Bilag~3",
        "tabel~4",
        "figur~2",
        "kapitel~3",
        "(§~85)",
        "ca.~100",
        "nr.~5",
        "1,2~mio. borgere",
        "18~år",
    ];
    for case in cases {
        assert_eq!(typeset(&case.replace('~', " ")), case.replace('~', "\u{a0}"));
    }
}

#[test]
fn spaces_that_may_break_stay_as_they_are() {
    for text in ["bilag og tabel", "i 2020 er der", "se § for", "punkt 1. derefter", "100 borgere"]
    {
        assert_eq!(typeset(text), text);
    }
}

#[test]
fn straight_quotes_become_danish_ones() {
    let cases = [
        (r#""Ja""#, "»Ja«"),
        (r#"han sagde "ja" og gik"#, "han sagde »ja« og gik"),
        (r#"("ja")"#, "(»ja«)"),
        (r#""ja", sagde hun"#, "»ja«, sagde hun"),
        (r#"–"ja"–"#, "–»ja«–"),
        ("»ja«", "»ja«"),
    ];
    for (typed, set) in cases {
        assert_eq!(typeset(typed), set);
    }
}

#[test]
fn typesetting_twice_changes_nothing_more() {
    let once = typeset(r#"Efter § 85 koster det "1.933 kr." fra den 1. august 2020."#);
    assert_eq!(typeset(&once), once);
}

#[test]
fn numbers_are_found_in_running_words_in_digits_and_in_words() {
    let found = |words: &str| -> Vec<(String, String)> {
        let numbers = written_numbers(words).into_iter();
        numbers.map(|one| (words[one.range].to_owned(), number(one.value))).collect()
    };
    let cases: [(&str, &[(&str, &str)]); 8] = [
        ("Der var 1 borger i 2017, 4 med domstype 1.", &[("1", "1"), ("4", "4")]),
        ("Fire af (elleve) kom, og én blev.", &[("Fire", "4"), ("elleve", "11"), ("én", "1")]),
        (
            "Taksten er 2.719\u{a0}kr., før 2.050,50.",
            &[("2.719", "2.719"), ("2.050,50", "2.050,5")],
        ),
        ("En kommune og et tilbud fra 14. september 2020", &[]),
        ("§ 85, bilag 3, stk. 2 og sværhedsgrad 3-5", &[]),
        ("1. Først\n2. Så 7.", &[("7", "7")]),
        ("tyve og nul, men ikke Tor", &[("tyve", "20"), ("nul", "0")]),
        ("", &[]),
    ];
    for (words, expected) in cases {
        let expected: Vec<(String, String)> = expected
            .iter()
            .map(|(word, value)| ((*word).to_owned(), (*value).to_owned()))
            .collect();
        assert_eq!(found(words), expected, "{words}");
    }
}
