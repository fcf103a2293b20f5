//! Each rule with a case that breaks it; the shipped project breaks none.

use crate::project::{AFTALE, Cell, MYNDIGHEDER, Project, TAKSTER, UDMELDINGER, listed};
use socialaftale::check::{awaited, check};

fn with(workbook: &str, sheet: &str, address: &str, number: &str) -> Vec<String> {
    let cell = if number.is_empty() { Cell::Blank } else { Cell::Number(number) };
    Project::shipped().workbook_cell(workbook, sheet, address, cell).findings()
}

#[test]
fn the_shipped_project_breaks_no_rule() {
    let (records, _) = Project::shipped().read();
    assert_eq!(listed(check(&records.expect("a project").projekt)), Vec::<String>::new());
}

#[test]
fn the_agreement_has_one_region() {
    for (old, new, count) in
        [("\"region\"\nraad", "\"kommune\"\nraad", 0), ("\"kommune\"", "\"region\"", 2)]
    {
        let found = Project::shipped().replace(
            MYNDIGHEDER,
            &format!("type = {old}"),
            &format!("type = {new}"),
        );
        let (records, _) = found.read();
        let told = listed(check(&records.expect("a project").projekt));
        let told: Vec<&String> =
            told.iter().filter(|finding| finding.contains("k01-parter")).collect();
        assert_eq!(
            told,
            [&format!(
                "fejl[k01-parter] inputs/myndigheder.toml: Aftalen skal have én region som part, men \
                 her er {count}. Skriv type = \"region\" ved regionen, og kun dér."
            )]
        );
    }
}

#[test]
fn a_party_stands_once() {
    let project = Project::shipped()
        .replace(MYNDIGHEDER, "noegle = \"thisted\"", "noegle = \"rebild\"")
        .replace(MYNDIGHEDER, "navn = \"Thisted Kommune\"", "navn = \"Rebild Kommune\"");
    let found: Vec<String> =
        project.findings().into_iter().filter(|finding| finding.contains("k01-parter")).collect();
    assert_eq!(
        found,
        [
            "fejl[k01-parter] inputs/myndigheder.toml: »Rebild Kommune« står 2 gange. Hver part skal \
             stå én gang.",
            "fejl[k01-parter] inputs/myndigheder.toml: »rebild« står 2 gange. Hver part skal stå én \
             gang.",
        ]
    );
}

#[test]
fn bilag_have_numbers_and_keys_of_their_own() {
    let expected = "fejl[k17-bilag] inputs/aftale.toml: Bilagene »spise« og »dom« har samme nummer \
                    eller nøgle. Giv hvert bilag sit eget nummer.";
    assert_eq!(
        Project::shipped().replace(AFTALE, "nummer = 2", "nummer = 1").findings(),
        [expected]
    );
    assert_eq!(
        Project::shipped().replace(AFTALE, "noegle = \"dom\"", "noegle = \"spise\"").findings(),
        [expected.replace("»dom«", "»spise«")]
    );
}

#[test]
fn the_kommuner_sum_to_the_regions_count() {
    assert_eq!(
        with(UDMELDINGER, "Region", "E3", "13"),
        [
            "fejl[sum-passer-ikke] inputs/centrale-udmeldinger.xlsx, arket »Region«, celle E3: Her står \
          13, men kommunernes tal for »Voksne« i 2019 giver 12 tilsammen. Ret det tal, der er forkert."
        ]
    );
    assert_eq!(
        with(UDMELDINGER, "Kommuner", "D12", "2"),
        [
            "fejl[sum-passer-ikke] inputs/centrale-udmeldinger.xlsx, arket »Region«, celle C2: Her står \
          3, men kommunernes tal for »Børn og unge« i 2017 giver 4 tilsammen. Ret det tal, der er forkert."
        ]
    );
}

#[test]
fn a_regional_count_that_is_not_known_is_compared_with_nothing() {
    assert_eq!(with(UDMELDINGER, "Region", "E3", ""), Vec::<String>::new());
}

#[test]
fn the_landsdele_sum_to_the_declared_total() {
    assert_eq!(
        with(UDMELDINGER, "Landsdele", "F3", "1"),
        [
            "fejl[sum-passer-ikke] inputs/centrale-udmeldinger.xlsx, arket »Landsdele«, celle F7: Her \
          står 6, men landsdelenes tal for »gravide med et skadeligt rusmiddelbrug« i 2018 giver 7 \
          tilsammen. Ret det tal, der er forkert."
        ]
    );
    assert_eq!(with(UDMELDINGER, "Landsdele", "D3", "1.4"), Vec::<String>::new());
}

#[test]
fn before_and_change_make_after() {
    assert_eq!(
        with(TAKSTER, "Ændringer", "E2", "205"),
        [
            "fejl[aendring-passer-ikke] inputs/takster.xlsx, arket »Ændringer«, celle D2: 1.933 + 205 er \
          2.138, men her står 2.139. Ret det tal, der er forkert."
        ]
    );
}

#[test]
fn a_change_says_what_the_table_of_takster_says() {
    assert_eq!(
        with(TAKSTER, "Takster", "J7", "2140"),
        [
            "fejl[takst-to-steder] inputs/takster.xlsx, arket »Takster«, celle J7: Aalborg Krisecenter \
          har taksten 2.140 her, men 2.139 i inputs/takster.xlsx, arket »Ændringer«, celle D2. Ret \
          det tal, der er forkert, så de to ark siger det samme."
        ]
    );
    assert_eq!(
        with(TAKSTER, "Takster", "J6", "1934"),
        [
            "fejl[takst-to-steder] inputs/takster.xlsx, arket »Takster«, celle J6: Aalborg Krisecenter \
          har taksten 1.934 her, men 1.933 i inputs/takster.xlsx, arket »Ændringer«, celle C2. Ret \
          det tal, der er forkert, så de to ark siger det samme."
        ]
    );
}

#[test]
fn a_decided_takst_stands_in_the_table_from_its_date() {
    assert_eq!(
        with(TAKSTER, "Takster", "M7", "44045"),
        [
            "advarsel[aendring-uden-takst] inputs/takster.xlsx, arket »Ændringer«, celle D2: Aalborg \
          Krisecenter skal have taksten 2.139 fra den 1. august 2020, men den står ikke i arket \
          »Takster«. Tilføj en række med den nye takst."
        ]
    );
}

#[test]
fn a_restated_takst_is_right_to_the_krone() {
    for near in ["2869.5", "2871"] {
        assert_eq!(with(TAKSTER, "Omregning", "F2", near), Vec::<String>::new());
    }
    assert_eq!(
        with(TAKSTER, "Omregning", "F2", "2872"),
        [
            "fejl[omregning-passer-ikke] inputs/takster.xlsx, arket »Omregning«, celle F2: 2.719 kr. ved \
          95 % svarer til 2.870 kr. ved 90 %, men her står 2.872. Ret det tal, der er forkert."
        ]
    );
}

#[test]
fn a_percent_is_a_percent_and_no_fraction() {
    for (typed, shown) in [("0.9", "0,9"), ("19.9", "19,9"), ("110.5", "110,5")] {
        assert_eq!(
            with(TAKSTER, "Takster", "L5", typed),
            [format!(
                "fejl[procent-uden-for-rimelighed] inputs/takster.xlsx, arket »Takster«, celle L5: En \
                 belægningsprocent på {shown} kan ikke være rigtig. Skriv 95 for 95 %, uden at \
                 formatere cellen som procent."
            )]
        );
    }
    for typed in ["20", "110"] {
        assert_eq!(with(TAKSTER, "Takster", "L5", typed), Vec::<String>::new());
    }
}

#[test]
fn every_mark_for_what_is_awaited_is_listed_with_its_place() {
    let project = Project::shipped();
    let none = project.each_text(|text| text.replace("[afventer:", "[ved:").into_bytes());
    assert_eq!(listed(awaited(&none.files())), Vec::<String>::new());
    let marked = none
        .replace(AFTALE, "organ = \"KKR Nordjylland\"", "organ = \"[afventer: organ]\"")
        .append("inputs/tekst/forord.md", "\nÆøå [afventer: navn] og [afventer: dato].\n")
        .with("inputs/tekst/ny.md", "[afventer: alt]\n");
    let line = marked.text("inputs/tekst/forord.md").lines().count();
    assert_eq!(
        listed(awaited(&marked.files())),
        [
            "advarsel[afventer] inputs/aftale.toml, linje 16, kolonne 10: Afventer: organ."
                .to_owned(),
            format!(
                "advarsel[afventer] inputs/tekst/forord.md, linje {line}, kolonne 5: Afventer: navn."
            ),
            format!(
                "advarsel[afventer] inputs/tekst/forord.md, linje {line}, kolonne 25: Afventer: dato."
            ),
            "advarsel[afventer] inputs/tekst/ny.md, linje 1, kolonne 1: Afventer: alt.".to_owned(),
        ]
    );
}

#[test]
fn a_mark_in_a_comment_is_no_open_point() {
    let clean = Project::shipped()
        .each_text(|text| text.replace("[afventer:", "[ved:").into_bytes())
        .append(AFTALE, "  # [afventer: x]\n");
    assert_eq!(listed(awaited(&clean.files())), Vec::<String>::new());
}
