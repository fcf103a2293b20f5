//! Arithmetic on what the inputs say, with the facts of the papers of 2020 as cases.

use chrono::NaiveDate;
use rust_decimal::Decimal;
use socialaftale::check::{gaps, is_leap, weekday};

use crate::project::{Cell, INDBERETNINGER, Project, TAKSTER};

fn number(written: &str) -> Decimal {
    written.parse().expect("a number")
}

fn takster(sheet: &str, at: &str, cell: Cell<'_>) -> Vec<String> {
    Project::shipped().workbook_cell(TAKSTER, sheet, at, cell).findings()
}

#[test]
fn a_year_that_a_series_leaves_out_is_told() {
    assert_eq!(gaps(&[2017, 2018, 2019]), Vec::<u16>::new());
    assert_eq!(gaps(&[2016, 2019]), [2017, 2018]);
    assert_eq!(gaps(&[]), Vec::<u16>::new());
    assert_eq!(
        takster("Belægning", "G4", Cell::Blank),
        [
            "advarsel[hul-i-raekke] inputs/takster.xlsx, arket »Belægning«, celle H4: »Indskrevne børn, \
             Aalborg Krisecenter« har intet tal for 2018. Skriv tallet i, eller 0, hvis der ingen var. \
             Regel R02: Programmets egen kontrol."
        ]
    );
}

#[test]
fn a_leap_is_a_large_part_and_a_large_number() {
    let leap =
        |before, after| is_leap(number(before), number(after), Decimal::ONE_HUNDRED, Decimal::TEN);
    // The crisis centre of 2020: children 33 → 59 (+78.8 %), women 52 → 61.
    assert!(!leap("33", "59") && !leap("52", "61"));
    assert!(leap("33", "67") && !leap("33", "66") && !leap("1", "5") && leap("0", "10"));
    // The same growth against other limits: 78.8 % is over 78 and not over 79.
    assert!(is_leap(number("33"), number("59"), number("78"), Decimal::TEN));
    assert!(!is_leap(number("33"), number("59"), number("79"), Decimal::TEN));
    assert_eq!(
        takster("Belægning", "H4", Cell::Number("67")),
        [
            "advarsel[spring-i-raekke] inputs/takster.xlsx, arket »Belægning«, celle H4: »Indskrevne \
             børn, Aalborg Krisecenter« går fra 33 i 2018 (inputs/takster.xlsx, arket »Belægning«, \
             celle G4) til 67 i 2019. Se efter, om begge tal er rigtige. Regel R05: Programmets egen \
             kontrol; grænserne er sekretariatets."
        ]
    );
}

#[test]
fn a_leap_in_the_answers_of_one_kommune_is_told() {
    let told = Project::shipped()
        .workbook_cell(INDBERETNINGER, "Tal", "F39", Cell::Number("12"))
        .findings();
    let said = "advarsel[spring-i-raekke] inputs/indberetninger.xlsx, arket »Tal«, celle F39: »Voksne, \
                Brønderslev Kommune« går fra 0 i 2017 (inputs/indberetninger.xlsx, arket »Tal«, celle \
                F38) til 12 i 2018.";
    assert!(told.iter().any(|one| one.starts_with(said)), "{told:#?}");
}

#[test]
fn a_takst_has_a_size_that_it_can_have() {
    assert_eq!(
        takster("Takster", "J5", Cell::Number("1.943")),
        [
            "fejl[takst-uden-for-graenser] inputs/takster.xlsx, arket »Takster«, celle J5: Taksten 1,943 \
             ligger uden for 100 til 20.000 kr. pr. døgn. Se efter, om et punktum for tusinder er blevet \
             et komma. Regel R06: Programmets egen kontrol; grænserne er sekretariatets."
        ]
    );
    assert_eq!(takster("Takster", "J5", Cell::Number("1950")), Vec::<String>::new());
}

#[test]
fn a_date_is_on_the_weekday_that_is_written_with_it() {
    let day = |month, day| NaiveDate::from_ymd_opt(2020, month, day).expect("a date");
    for monday in [day(2, 3), day(3, 9), day(5, 25), day(8, 17), day(9, 14), day(11, 30)] {
        assert_eq!(weekday(monday), "mandag");
    }
    let with = |words: &str| {
        let project = Project::shipped().append("inputs/tekst/forord.md", &format!("\n{words}\n"));
        let told = project.findings();
        (told, project.text("inputs/tekst/forord.md").lines().count())
    };
    for right in [
        "DAS mødtes mandag den 25. maj 2020.",
        "DAS mødtes mandag d. 25. maj 2020, kl. 9.",
        "Mandag 3. februar 2020 var der visionsdag den 4. februar 2020.",
        "Hver mandag den 1. i måneden.",
    ] {
        assert_eq!(with(right).0, Vec::<String>::new(), "{right}");
    }
    let (told, line) = with("DAS mødtes tirsdag den\n25. maj 2020.");
    assert_eq!(
        told,
        [format!(
            "fejl[ugedag-passer-ikke] inputs/tekst/forord.md, linje {}, kolonne 12: Her står tirsdag, \
             men den 25. maj 2020 er en mandag. Ret ugedagen eller datoen. Regel R07: Kalenderen.",
            line - 1
        )]
    );
}
