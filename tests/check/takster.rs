//! What is worked out from takster, against what is stated.

use super::with;
use crate::project::{Cell, Project, TAKSTER};

fn no_findings() -> Vec<String> {
    Vec::new()
}

#[test]
fn before_and_change_make_after() {
    for (stated, found) in [
        ("206", no_findings()),
        (
            "205",
            vec![
                "fejl[aendring-passer-ikke] inputs/takster.xlsx, arket »Ændringer«, celle C2: 1.933 \
                 + 205 er 2.138, men i inputs/takster.xlsx, arket »Takster«, celle J7 står 2.139. Ret \
                 det tal, der er forkert, eller lad ændringen stå tom; så regnes den ud."
                    .to_owned(),
            ],
        ),
    ] {
        assert_eq!(with(TAKSTER, "Ændringer", "C2", stated), found);
    }
}

#[test]
fn a_decision_that_stands_twice_is_the_same() {
    let by = |words| {
        Project::shipped().workbook_cell(TAKSTER, "Ændringer", "E2", Cell::Text(words)).findings()
    };
    assert_eq!(by("DAS"), no_findings());
    assert_eq!(
        by("FU"),
        [
            "fejl[beslutning-to-steder] inputs/takster.xlsx, arket »Ændringer«, celle E2: Beslutningen \
             står her med »FU«, men med »DAS« i inputs/takster.xlsx, arket »Takster«, celle N7. Slet \
             den her; arket »Takster« er nok."
        ]
    );
}

#[test]
fn a_change_without_a_takst_or_a_difference_is_told() {
    assert_eq!(
        with(TAKSTER, "Takster", "M7", "44045"),
        [
            "advarsel[aendring-uden-takst] inputs/takster.xlsx, arket »Ændringer«, celle D2: Aalborg \
             Krisecenter får ny takst den 1. august 2020, men hverken taksten eller ændringen er \
             skrevet. Tilføj en række i arket »Takster« med den nye takst, eller ret datoen."
        ]
    );
    assert_eq!(
        with(TAKSTER, "Takster", "J8", "900"),
        ["advarsel[aendring-uden-takst] inputs/takster.xlsx, arket »Ændringer«, celle D3: \
             Forsorgshjemmet Svenstrupgård får taksten 950 den 1. januar 2021, men den står ikke i \
             arket »Takster«. Tilføj en række i arket »Takster« med den nye takst, eller ret datoen."]
    );
}

#[test]
fn a_restated_takst_is_right_to_the_krone() {
    for near in ["2869.1", "2870", "2871"] {
        assert_eq!(with(TAKSTER, "Takster", "T2", near), no_findings(), "{near}");
    }
    for (far, shown) in [("2869", "2.869"), ("2872", "2.872")] {
        assert_eq!(
            with(TAKSTER, "Takster", "T2", far),
            [format!(
                "fejl[omregning-passer-ikke] inputs/takster.xlsx, arket »Takster«, celle T2: 2.719 kr. \
                 ved 95 % svarer til 2.870 kr. ved 90 %, men her står {shown}. Ret det tal, der er \
                 forkert."
            )]
        );
    }
}

#[test]
fn a_takst_is_what_its_grundlag_comes_to() {
    // 4.918.700 kr. over 7 places, 365 days and 90 % is 2.139,03 kr.
    let grundlag =
        |kroner| Project::shipped().workbook_cell(TAKSTER, "Takster", "Q7", Cell::Number(kroner));
    assert_eq!(grundlag("4918700").findings(), no_findings());
    let wrong = "fejl[takst-passer-ikke] inputs/takster.xlsx, arket »Takster«, celle J7: \
                 5.000.000 kr. ÷ (7 pladser × 365 dage × 90 %) er 2.174 kr., men her står 2.139. Ret \
                 det tal, der er forkert.";
    assert_eq!(grundlag("5000000").findings(), [wrong]);
    let own_days = grundlag("4918700").workbook_cell(TAKSTER, "Takster", "R7", Cell::Number("366"));
    assert_eq!(
        own_days.findings(),
        [
            "fejl[takst-passer-ikke] inputs/takster.xlsx, arket »Takster«, celle J7: 4.918.700 kr. ÷ \
             (7 pladser × 366 dage × 90 %) er 2.133 kr., men her står 2.139. Ret det tal, der er \
             forkert."
        ]
    );
}
