//! What is worked out from takster, against what is stated.

use super::with;
use crate::project::{Cell, Project, TAKSTER};

/// The source of T02 and T03, as findings tell it.
const KILDE: &str = "Aftalebestemmelsen om anvendt belægningsprocent i takstberegningen \
                     (lawinsider.com) (oprindelsen er usikker).";

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
                 det tal, der er forkert, eller lad ændringen stå tom; så regnes den ud. Regel R03: \
                 DAS, referat 25. maj 2020, punkt 7: 1.933 kr. og 206 kr. mere er 2.139 kr. pr. døgn."
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
                "fejl[omregning-passer-ikke] inputs/takster.xlsx, arket »Takster«, celle T2: Hjørring \
                 Krisecenter: 2.719 kr. \
                 ved 95 % svarer til 2.870 kr. ved 90 %, men her står {shown}. Ret det tal, der er \
                 forkert. Regel R04: DAS, referat 25. maj 2020, punkt 7: 2.719 kr. ved 95 % svarer til \
                 2.870 kr. ved 90 %."
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
                 Aalborg Krisecenter: 5.000.000 kr. ÷ (7 pladser × 365 dage × 90 %) er 2.174 kr., men her står 2.139. Ret \
                 det tal, der er forkert. Regel T04: Roskilde Kommunes takstvejledning: 365 \
                 betalingsdage om året (oprindelsen er usikker).";
    assert_eq!(grundlag("5000000").findings(), [wrong]);
    let own_days = grundlag("4918700").workbook_cell(TAKSTER, "Takster", "R7", Cell::Number("366"));
    assert_eq!(
        own_days.findings(),
        ["fejl[takst-passer-ikke] inputs/takster.xlsx, arket »Takster«, celle J7: Aalborg \
             Krisecenter: 4.918.700 kr. ÷ \
             (7 pladser × 366 dage × 90 %) er 2.133 kr., men her står 2.139. Ret det tal, der er \
             forkert. Regel T05: Takster offentliggøres i hele kroner, så en udregning af dem kan ikke \
             ramme bedre."]
    );
}

#[test]
fn the_budgeted_belaegning_is_compared_with_the_two_years_before() {
    let told = |project: Project| -> Vec<String> {
        let open = project.open_points().into_iter();
        open.filter(|one| one.contains("belaegning-afviger")).collect()
    };
    assert_eq!(
        told(Project::shipped()),
        [format!(
            "advarsel[belaegning-afviger] inputs/takster.xlsx, arket »Takster«, celle L7: Aalborg \
             Krisecenter er beregnet med en belægning på 90 %, men den faktiske var i gennemsnit \
             97,07 % i 2018-2019. Se efter, om procenten skal være en anden; en undtagelse kan være \
             aftalt. Regel T02: {KILDE}"
        )]
    );
    let cell = |sheet, address, cell| {
        told(Project::shipped().workbook_cell(TAKSTER, sheet, address, cell)).len()
    };
    for (percent, count) in [("96.07", 0), ("96.06", 1), ("98.07", 0), ("98.08", 1)] {
        assert_eq!(cell("Takster", "L7", Cell::Number(percent)), count, "{percent}");
    }
    assert_eq!(cell("Belægning", "G2", Cell::Blank), 0);
}

#[test]
fn the_belaegning_is_what_its_kind_of_tilbud_may_have() {
    let found = |kind: &str, percent: &str| {
        Project::shipped()
            .workbook_cell(TAKSTER, "Takster", "C5", Cell::Text(kind))
            .workbook_cell(TAKSTER, "Takster", "L5", Cell::Number(percent))
            .findings()
    };
    for (kind, percent) in
        [("krisecenter", "90"), ("botilbud", "95"), ("botilbud", "98"), ("plejebolig", "70")]
    {
        assert_eq!(found(kind, percent), no_findings(), "{kind} {percent}");
    }
    for (kind, percent, shown, told) in [
        ("krisecenter", "89.9", "89,9", "skal være mindst 90 %"),
        ("botilbud", "94", "94", "skal være mindst 95 %"),
        ("botilbud", "99", "99", "anbefales at være højst 98 %"),
        ("botilbud", "101", "101", "kan højst være 100 %"),
    ] {
        assert_eq!(
            found(kind, percent),
            [format!(
                "advarsel[belaegning-uden-for-rammen] inputs/takster.xlsx, arket »Takster«, celle L5: \
                 Hobro Krisecenter er beregnet med en belægning på {shown} %, men den {told} for \
                 {kind}. Ret procenten, eller få undtagelsen godkendt. Regel T03: {KILDE}"
            )]
        );
    }
}

/// The objektiv finansiering of 17 constructed kommuner at 152,73 kr. for each child, of which
/// one, as in a table that was once published, is said to pay 156,72.
fn published(slip: bool) -> Project {
    let kommuner: Vec<(String, u64)> =
        (0..17).map(|at| (format!("Kommune {at:02}"), 4_000 + 317 * at)).collect();
    let total: u64 = kommuner.iter().map(|(_, antal)| antal * 15_273).sum();
    let oere = |oere: u64| format!("{}.{:02}", oere / 100, oere % 100);
    let put = |project: Project, sheet: &str, row: usize, cells: &[Cell<'_>]| {
        cells.iter().zip('A'..).fold(project, |project, (cell, column)| {
            project.workbook_cell(TAKSTER, sheet, &format!("{column}{row}"), *cell)
        })
    };
    let (tilbud, total) = ("sikret", oere(total));
    let cells = [
        Cell::Text(tilbud),
        Cell::Text("En sikret afdeling"),
        Cell::Number("2021"),
        Cell::Number(&total),
        Cell::Text("0-17-årige"),
    ];
    let project = put(Project::shipped(), "Objektiv finansiering", 2, &cells);
    (2..).zip(&kommuner).fold(project, |project, (row, (kommune, antal))| {
        let rate = if slip && row == 9 { 15_672 } else { 15_273 };
        let (people, kroner) = (antal.to_string(), oere(antal * rate));
        let of = [Cell::Text("0-17-årige"), Cell::Number("2021"), Cell::Text(kommune)];
        let project =
            put(project, "Befolkning", row, &[of.as_slice(), &[Cell::Number(&people)]].concat());
        let part =
            [Cell::Text(tilbud), Cell::Number("2021"), Cell::Text(kommune), Cell::Number(&kroner)];
        put(project, "Oplyst fordeling", row, &part)
    })
}

#[test]
fn a_published_split_with_a_slip_in_one_row_is_found() {
    assert_eq!(published(false).findings(), no_findings());
    assert_eq!(
        published(true).findings(),
        ["fejl[fordeling-passer-ikke] inputs/takster.xlsx, arket »Oplyst fordeling«, celle D9: \
             Kommune 07 skal betale 949.827,87 kr. for En sikret afdeling efter befolkningen, men her \
             står 974.641,68 kr. Det er 156,72 kr. mod 152,73 kr. for hver af 0-17-årige. Ret det tal, \
             der er forkert. Regel T05: Takster offentliggøres i hele kroner, så en udregning af dem kan \
             ikke ramme bedre."]
    );
}

#[test]
fn a_split_needs_its_population_and_each_kommune_once() {
    let project = published(false);
    let found = project.clone().workbook_cell(
        TAKSTER,
        "Objektiv finansiering",
        "E2",
        Cell::Text("0-16-årige"),
    );
    assert_eq!(
        found.findings(),
        ["fejl[befolkning-mangler] inputs/takster.xlsx, arket »Objektiv finansiering«, celle E2: \
             Beløbet til En sikret afdeling kan ikke fordeles, for der er ingen tal for 0-16-årige i \
             2021. Skriv dem i arket »Befolkning«, eller ret befolkningens navn eller året."]
    );
    let twice =
        project.clone().workbook_cell(TAKSTER, "Befolkning", "C3", Cell::Text("Kommune 00"));
    let found = twice.findings();
    assert!(
        found.iter().any(|one| one.contains("fejl[befolkning-to-gange]")
            && one.contains(
                "arket »Befolkning«, celle D3: Kommune 00 har 0-17-årige i 2021 her og "
            )),
        "{found:#?}"
    );
    assert!(
        found.iter().any(|one| one.contains("celle C3: Kommune 01 har ingen tal for 0-17-årige")),
        "{found:#?}"
    );
    let other = project.workbook_cell(TAKSTER, "Oplyst fordeling", "B2", Cell::Number("2022"));
    assert_eq!(
        other.findings(),
        [
            "fejl[ukendt-finansiering] inputs/takster.xlsx, arket »Oplyst fordeling«, celle D2: »sikret« \
             har ingen objektiv finansiering i 2022. Skriv den i arket »Objektiv finansiering«, eller \
             ret nøglen eller året."
        ]
    );
}
