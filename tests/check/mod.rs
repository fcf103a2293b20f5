//! Each rule with a case that breaks it; the shipped project breaks none.

mod aabne;
mod fakta;
mod haandskrevne;
mod krav;
mod personnavne;
mod personnumre;
mod raekker;
mod takster;
mod titler;
mod undtagelser;

use crate::project::{
    AFTALE, Cell, DOKUMENTER, INDBERETNINGER, MYNDIGHEDER, Project, TAKSTER, UDMELDINGER, listed,
};
use socialaftale::check::{awaited, misspelt_marks};

fn with(workbook: &str, sheet: &str, address: &str, number: &str) -> Vec<String> {
    let cell = if number.is_empty() { Cell::Blank } else { Cell::Number(number) };
    Project::shipped().workbook_cell(workbook, sheet, address, cell).findings()
}

fn cell(workbook: &str, sheet: &str, address: &str, words: &str) -> Project {
    Project::shipped().workbook_cell(workbook, sheet, address, Cell::Text(words))
}

#[test]
fn the_shipped_project_breaks_no_rule() {
    assert_eq!(listed(Project::shipped().checked().findings), Vec::<String>::new());
}

#[test]
fn a_party_of_the_wrong_kind_is_told() {
    let told: Vec<String> = Project::shipped()
        .replace(MYNDIGHEDER, "type = \"region\"", "type = \"kommune\"")
        .findings()
        .into_iter()
        .filter(|finding| finding.contains("k01-parter"))
        .collect();
    let at = Project::shipped().line(MYNDIGHEDER, "noegle = \"region\"", "navn");
    assert_eq!(
        told,
        [
            "fejl[k01-parter] inputs/myndigheder.toml: Som region mangler: Region Nordjylland. Skriv \
             parten ind som [[myndighed]] med den rigtige type. Regel K01: Serviceloven § 6, stk. 1."
                .to_owned(),
            format!(
                "fejl[k01-parter] inputs/myndigheder.toml, linje {at}, kolonne 8: »Region Nordjylland« \
                 er ikke en kommune, som aftalen har til part. Skriv partens officielle navn. Regel \
                 K01: Serviceloven § 6, stk. 1."
            )
        ]
    );
}

#[test]
fn a_party_stands_once() {
    let project = Project::shipped().replace(
        MYNDIGHEDER,
        "navn = \"Thisted Kommune\"",
        "navn = \"Rebild Kommune\"",
    );
    let found: Vec<String> =
        project.findings().into_iter().filter(|finding| finding.contains("k01-parter")).collect();
    assert_eq!(
        found,
        [
            "fejl[k01-parter] inputs/myndigheder.toml: Som kommune mangler: Thisted Kommune. Skriv \
             parten ind som [[myndighed]] med den rigtige type. Regel K01: Serviceloven § 6, stk. 1.",
            "fejl[k01-parter] inputs/myndigheder.toml: »Rebild Kommune« står 2 gange. Hver part skal \
             stå én gang. Regel K01: Serviceloven § 6, stk. 1."
        ]
    );
}

#[test]
fn a_council_is_one_that_texts_can_bend() {
    let found =
        Project::shipped().replace(MYNDIGHEDER, "raad = \"Byrådet\"", "raad = \"Byraadet\"");
    assert_eq!(
        found.findings(),
        [
            "fejl[ukendt-raad] inputs/myndigheder.toml: Brønderslev Kommune har rådet »Byraadet«, som \
          ikke findes. Mente du »Byrådet«?"
        ]
    );
}

#[test]
fn a_key_stands_once_and_both_places_are_told() {
    let shipped = || Project::shipped();
    let cases = [
        (shipped().replace(AFTALE, "noegle = \"dom\"", "noegle = \"spise\""), "Bilaget »spise«"),
        (
            shipped().replace(DOKUMENTER, "noegle = \"llt\"", "noegle = \"aftale\""),
            "Dokumentet »aftale«",
        ),
        (
            shipped().replace(MYNDIGHEDER, "noegle = \"thisted\"", "noegle = \"rebild\""),
            "Myndigheden »rebild«",
        ),
        (
            shipped().replace(
                "inputs/tekst/fokus-alderdom.md",
                "[fokus]\nnoegle = \"alderdom\"",
                "[fokus]\nnoegle = \"loesninger\"",
            ),
            "Fokusområdet »loesninger«",
        ),
        (cell(UDMELDINGER, "Udmeldinger", "A3", "spise"), "Udmeldingen »spise«"),
        (cell(UDMELDINGER, "Grupper", "B3", "boern_unge"), "Gruppen »spise/boern_unge«"),
        (cell(UDMELDINGER, "Kontroltal", "B3", "boern_unge"), "Rækken for »spise/boern_unge«"),
        (cell(UDMELDINGER, "Landsdele", "B3", "syddanmark"), "Landsdelen »gravide/syddanmark«"),
    ];
    for (project, what) in cases {
        let told: Vec<String> = project
            .findings()
            .into_iter()
            .filter(|one| one.contains("[noegle-to-gange]"))
            .collect();
        assert_eq!(told.len(), 1, "{what}: {told:#?}");
        assert!(
            told[0].contains(&format!("{what} står to gange, første gang i inputs/")),
            "{told:?}"
        );
    }
}

#[test]
fn a_key_has_only_letters_that_fields_can_carry() {
    let cases = [
        (Project::shipped().replace(AFTALE, "noegle = \"llt\"", "noegle = \"l.lt\""), "l.lt"),
        (
            Project::shipped().replace(DOKUMENTER, "noegle = \"sag-{{", "noegle = \"Sag-{{"),
            "Sag-{{myndighed.noegle}}",
        ),
        (cell(TAKSTER, "Takster", "A5", "hobro krisecenter"), "hobro krisecenter"),
        (cell(UDMELDINGER, "Landsdele", "B3", "midt.jylland"), "midt.jylland"),
    ];
    for (project, key) in cases {
        let told = project.findings();
        let expected = format!("Nøglen »{key}« har tegn, som en nøgle ikke kan have.");
        assert!(
            told.iter().any(|one| one.contains("fejl[noegle-tegn]") && one.contains(&expected)),
            "{told:#?}"
        );
    }
}

#[test]
fn an_amount_is_never_negative_but_a_change_may_be() {
    assert_eq!(
        with(TAKSTER, "Takster", "J5", "-1943"),
        [
            "fejl[negativt-beloeb] inputs/takster.xlsx, arket »Takster«, celle J5: En takst kan ikke være \
          \u{2212}1.943. Skriv taksten uden minus; kun en ændring kan være mindre end 0."
        ]
    );
    assert_eq!(with(TAKSTER, "Ændringer", "C3", "-50"), Vec::<String>::new());
}

#[test]
fn a_percent_that_is_restated_is_a_percent() {
    for address in ["L2", "S2"] {
        let found = with(TAKSTER, "Takster", address, "0");
        assert_eq!(found.len(), 1, "{found:#?}");
        assert!(
            found[0].contains(&format!("celle {address}: En belægningsprocent på 0 ")),
            "{found:?}"
        );
    }
}

#[test]
fn a_tilbud_has_one_takst_and_one_change_from_a_day() {
    let found = with(TAKSTER, "Takster", "M7", "43831");
    assert!(
        found.contains(
            &"fejl[takst-to-gange] inputs/takster.xlsx, arket »Takster«, celle M7: Aalborg Krisecenter \
              har en takst fra samme dag her og i inputs/takster.xlsx, arket »Takster«, celle M6. Slet \
              den ene række, eller ret datoen."
                .to_owned()
        ),
        "{found:#?}"
    );
    let twice = cell(TAKSTER, "Ændringer", "A3", "aalborg_krisecenter");
    let found = twice.workbook_cell(TAKSTER, "Ændringer", "D3", Cell::Number("44044")).findings();
    assert!(
        found.iter().any(|one| one.contains("fejl[aendring-to-gange] ")
            && one.contains("arket »Ændringer«, celle D3: ")
            && one.contains("i inputs/takster.xlsx, arket »Ændringer«, celle D2.")),
        "{found:#?}"
    );
}

#[test]
fn a_kind_of_tilbud_is_one_that_is_known() {
    assert_eq!(
        cell(TAKSTER, "Takster", "C5", "kriscenter").findings(),
        [
            "fejl[ukendt-navn] inputs/takster.xlsx, arket »Takster«, celle C5: »kriscenter« er ikke en \
          type tilbud, som projektet kender. Mente du »krisecenter«?"
        ]
    );
    assert_eq!(cell(TAKSTER, "Takster", "C8", "Almen ældrebolig").findings(), Vec::<String>::new());
}

#[test]
fn every_takst_is_of_the_unit_that_the_tables_say() {
    assert_eq!(
        cell(TAKSTER, "Takster", "K5", "kr. pr. time").findings(),
        [
            "fejl[forkert-enhed] inputs/takster.xlsx, arket »Takster«, celle K5: Taksten har »kr. pr. \
          time«, men dokumenterne viser alle takster i »kr. pr. døgn«. Regn taksten om, og skriv »kr. \
          pr. døgn« under »Enhed«."
        ]
    );
    let found = with(TAKSTER, "Takster", "K5", "");
    assert!(found[0].contains("celle J5: Taksten har ingen enhed, men "), "{found:#?}");
}

#[test]
fn a_tilbud_has_a_takst_on_the_day_of_the_edition() {
    assert_eq!(
        with(TAKSTER, "Takster", "M5", "44197"),
        ["advarsel[ingen-takst-i-kraft] inputs/takster.xlsx, arket »Takster«, celle M5: Hobro \
          Krisecenter har ingen takst, der gælder den 14. september 2020. Tilføj en række med den \
          takst, der gælder, eller ret datoen."]
    );
}

#[test]
fn a_paragraf_has_its_sign() {
    assert_eq!(
        cell(TAKSTER, "Takster", "H5", "109").findings(),
        [
            "advarsel[paragraf-uden-tegn] inputs/takster.xlsx, arket »Takster«, celle H5: »109« står uden \
          paragraftegn. Skriv fx § 109."
        ]
    );
}

#[test]
fn a_kommune_that_runs_a_tilbud_is_a_party() {
    assert_eq!(
        cell(TAKSTER, "Takster", "D8", "Ålborg Kommune").findings(),
        [
            "advarsel[ukendt-driftsherre] inputs/takster.xlsx, arket »Takster«, celle D8: »Ålborg Kommune« \
          er ikke en af aftalens parter. Mente du »Aalborg Kommune«?"
        ]
    );
    assert_eq!(cell(TAKSTER, "Takster", "D8", "Den selvejende").findings(), Vec::<String>::new());
}

#[test]
fn the_kommuner_sum_to_the_regions_count() {
    assert_eq!(
        with(UDMELDINGER, "Kontroltal", "E3", "13"),
        [
            "fejl[sum-passer-ikke] inputs/centrale-udmeldinger.xlsx, arket »Kontroltal«, celle E3: Her står \
          13, men kommunernes tal for »Voksne« i 2019 giver 12 tilsammen. Ret det tal, der er forkert. Regel R01: Programmets egen kontrol."
        ]
    );
    assert_eq!(
        with(INDBERETNINGER, "Tal", "F32", "2"),
        [
            "fejl[sum-passer-ikke] inputs/centrale-udmeldinger.xlsx, arket »Kontroltal«, celle C2: Her står \
          3, men kommunernes tal for »Børn og unge« i 2017 giver 4 tilsammen. Ret det tal, der er forkert. Regel R01: Programmets egen kontrol."
        ]
    );
}

#[test]
fn a_regional_count_that_is_not_known_is_compared_with_nothing() {
    assert_eq!(with(UDMELDINGER, "Kontroltal", "E3", ""), Vec::<String>::new());
}

#[test]
fn the_landsdele_sum_to_the_declared_total() {
    assert_eq!(
        with(UDMELDINGER, "Landsdele", "F3", "1"),
        [
            "fejl[sum-passer-ikke] inputs/centrale-udmeldinger.xlsx, arket »Landsdele«, celle F7: Her \
          står 6, men landsdelenes tal for »gravide med et skadeligt rusmiddelbrug« i 2018 giver 7 \
          tilsammen. Ret det tal, der er forkert. Regel R01: Programmets egen kontrol."
        ]
    );
    assert_eq!(with(UDMELDINGER, "Landsdele", "D3", "1.4"), Vec::<String>::new());
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
        let found = with(TAKSTER, "Takster", "L5", typed);
        assert!(found.iter().all(|one| !one.contains("procent-uden-for-rimelighed")), "{found:#?}");
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

#[test]
fn a_mark_that_a_text_shows_as_an_example_is_no_open_point() {
    let shown =
        "Skriv `[afventer: x]` eller `[Afventer`, ikke [afventer: y].\n\n```\n[afventer: z]\n```\n";
    let project = Project::shipped()
        .each_text(|text| text.replace("[afventer:", "[ved:").into_bytes())
        .with("inputs/tekst/ny.md", shown);
    let files = project.files();
    assert_eq!(
        listed(awaited(&files)),
        ["advarsel[afventer] inputs/tekst/ny.md, linje 1, kolonne 47: Afventer: y."]
    );
    assert_eq!(listed(misspelt_marks(&files)), Vec::<String>::new());
}

/// What is told when the answers no longer sum to what was told before.
fn told_of_sums(project: &Project) -> Vec<String> {
    project.findings().into_iter().filter(|one| one.contains("»Kontroltal«")).collect()
}

#[test]
fn a_total_that_has_changed_for_a_reason_is_news_and_no_fault() {
    let answer = |address: &str, cell| {
        Project::shipped().workbook_cell(INDBERETNINGER, "Tal", address, cell)
    };
    let corrected = answer("L32", Cell::Number("2"));
    let changed = answer("F32", Cell::Number("2")).workbook_cell(
        INDBERETNINGER,
        "Tal",
        "N32",
        Cell::Text("1"),
    );
    let come = ["L14", "L15", "L16"].iter().fold(Project::shipped(), |project, address| {
        project.workbook_cell(INDBERETNINGER, "Tal", address, Cell::Number("1"))
    });
    for (project, told, reason) in [
        (corrected, 1, "Siden er svar blevet rettet."),
        (changed, 1, "Siden er svar blevet rettet."),
        (come, 3, "Siden har andre kommuner svaret."),
    ] {
        let found = told_of_sums(&project);
        assert_eq!(found.len(), told, "{found:#?}");
        assert_eq!(
            found[0],
            format!(
                "advarsel[tal-siden-aendret] inputs/centrale-udmeldinger.xlsx, arket »Kontroltal«, celle \
                 C2: Her står 3, men kommunernes tal for »Børn og unge« i 2017 giver 4 tilsammen. \
                 {reason} Skriv det nye tal her, når det er forelagt. Regel R01: Programmets egen \
                 kontrol."
            )
        );
    }
}

#[test]
fn final_answers_may_differ_from_totals_that_were_preliminary() {
    let all_final = Project::shipped()
        .sheet_xml(INDBERETNINGER, "Tal", |xml| xml.replace("konstrueret", "endelig"));
    let shared = all_final.package(INDBERETNINGER).part("xl/sharedStrings.xml").is_some();
    let all_final = match shared {
        true => all_final.part_xml(INDBERETNINGER, "xl/sharedStrings.xml", |xml| {
            xml.replace(">konstrueret<", ">endelig<")
        }),
        false => all_final,
    };
    assert_eq!(told_of_sums(&all_final), Vec::<String>::new());
    let found =
        told_of_sums(&all_final.workbook_cell(INDBERETNINGER, "Tal", "F32", Cell::Number("2")));
    assert!(
        found.len() == 1 && found[0].contains("Siden er svarene blevet endelige."),
        "{found:#?}"
    );
}
