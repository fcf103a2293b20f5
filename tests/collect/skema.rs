//! The return workbooks that are sent out.

use std::fs;

use socialaftale::cli::Outcome;
use socialaftale::collect::skemaer;
use socialaftale::finding::Findings;
use socialaftale::package::{Limits, Package};

use super::inbox::{Inbox, form};
use crate::built::Project;
use crate::project::{self, REGLER};

/// A part of a form as text.
fn part(form: &[u8], name: &str) -> String {
    let package = Package::read(form, "skema", &Limits::WORKBOOK).expect("a workbook");
    String::from_utf8(package.part(name).expect("a part").to_vec()).expect("XML")
}

#[test]
fn there_is_a_form_for_everyone_who_is_asked_about_each_udmelding() {
    let project = Project::new();
    let ran = project.run(&["skema"]);
    assert_eq!(ran.outcome, Outcome::Fine, "{}", ran.err);
    let folder = project.path().join("output/skemaer");
    let mut names: Vec<String> = fs::read_dir(&folder)
        .expect("a folder")
        .map(|entry| entry.expect("a file").file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    assert_eq!(names.len(), 39);
    let of_spise: Vec<&str> =
        names.iter().filter_map(|name| name.strip_prefix("skema-spise-")).collect();
    assert_eq!(
        of_spise,
        [
            "aalborg-aeh.xlsx",
            "aalborg-fb.xlsx",
            "broenderslev.xlsx",
            "frederikshavn.xlsx",
            "hjoerring.xlsx",
            "jammerbugt.xlsx",
            "laesoe.xlsx",
            "mariagerfjord.xlsx",
            "morsoe.xlsx",
            "rebild.xlsx",
            "region.xlsx",
            "thisted.xlsx",
            "vesthimmerlands.xlsx",
        ]
    );
    assert!(ran.out.starts_with("39 skemaer er skrevet i "), "{}", ran.out);
    assert_eq!(
        fs::read(folder.join("skema-spise-rebild.xlsx")).expect("a form"),
        form("spise", "rebild")
    );
}

#[test]
fn a_kommune_counts_citizens_and_a_region_its_tilbud() {
    let names = |of: &[u8]| {
        let book = part(of, "xl/workbook.xml");
        let names = book.split("<sheet name=\"").skip(1);
        names.map(|rest| rest.split('"').next().expect("a name").to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(
        names(&form("dom", "rebild")),
        [
            "Forside",
            "1 Målgruppen",
            "2 Tilbud",
            "3 Udfordringer",
            "4 Koordination",
            "5 Bemærkninger",
            "Eksempel",
            "socialaftale"
        ]
    );
    let region = form("dom", "region");
    assert_eq!(
        names(&region),
        [
            "Forside",
            "1 Tilbud",
            "2 Udfordringer",
            "3 Koordination",
            "4 Bemærkninger",
            "Eksempel",
            "socialaftale"
        ]
    );
    let words = part(&region, "xl/sharedStrings.xml");
    assert!(
        words.contains("<t>Sødisebakke</t>") && !words.contains("Hammer Bakker"),
        "its own tilbud"
    );
}

#[test]
fn only_answers_can_be_written_and_only_counts_as_counts() {
    let form = form("dom", "rebild");
    for sheet in 1..=7 {
        let xml = part(&form, &format!("xl/worksheets/sheet{sheet}.xml"));
        assert!(xml.contains("<sheetProtection sheet=\"1\""), "sheet {sheet}");
    }
    assert!(part(&form, "xl/workbook.xml").contains("state=\"veryHidden\""));
    let counts = part(&form, "xl/worksheets/sheet2.xml");
    assert!(counts.contains("type=\"whole\""), "{counts}");
    // Rows 5 and 6 are the målgruppe; the group outside it stands below its own heading.
    assert!(counts.contains("<f>SUM(B5:B6)</f>") && counts.contains("sqref=\"B5:D6\""), "{counts}");
    assert!(counts.contains("sqref=\"B10:D10\"") && !counts.contains("SUM(B5:B10)"), "{counts}");
}

#[test]
fn words_about_counts_are_sent_where_the_sheet_has_room_for_them() {
    let form = form("spise", "region");
    let tilbud = part(&form, "xl/worksheets/sheet2.xml");
    assert!(tilbud.contains("promptTitle=\"Antal brugere\""), "{tilbud}");
    assert!(
        tilbud.contains("skriv hvorfor i feltet under tabellen.\"")
            && !tilbud.contains("Bemærkning"),
        "{tilbud}"
    );
    let counts = part(&self::form("spise", "rebild"), "xl/worksheets/sheet2.xml");
    assert!(counts.contains("skriv hvorfor under »Bemærkning«.\""), "{counts}");
    let words = part(&form, "xl/sharedStrings.xml");
    for said in [
        "det samme gælder tilbud, der ikke er plads til i de 15 rækker.",
        "Har ingen brugt det, så skriv 0; et tomt felt læses som et ubesvaret spørgsmål.",
    ] {
        assert!(words.contains(said), "{said}");
    }
}

#[test]
fn the_front_page_says_who_what_and_where_to() {
    let words = part(&form("spise", "aalborg-aeh"), "xl/sharedStrings.xml");
    for said in [
        "Indberetning: svære spiseforstyrrelser",
        "Aalborg Kommune",
        "Ældre- og Handicapforvaltningen",
        "2017-2019",
        "Sekretariatet oplyser fristen",
        "Sekretariatet for Nordjysk Socialaftale, nordjysksocialaftale@aalborg.dk",
    ] {
        assert!(words.contains(&format!("<t>{said}</t>")), "{said}");
    }
    let properties = part(&form("spise", "rebild"), "docProps/core.xml");
    assert!(
        properties.contains(
            "<dc:title>Indberetning: svære spiseforstyrrelser – Rebild Kommune</dc:title>"
        )
    );
    assert!(properties.contains("2020-09-14T00:00:00Z"), "the edition's date: {properties}");
}

#[test]
fn a_form_that_somebody_has_filled_in_is_never_written_over() {
    let project = Project::new();
    let ask = || project.run(&["skema", "--udmelding", "spise"]);
    assert_eq!(ask().outcome, Outcome::Fine);
    let filled = Inbox::rebild().bytes("rebild.xlsx");
    project.write("output/skemaer/skema-spise-rebild.xlsx", &filled);
    let ran = ask();
    assert_eq!(ran.outcome, Outcome::Findings);
    assert!(
        ran.err.contains("fejl[skema-udfyldt]: Her ligger et skema, som nogen har udfyldt, eller en anden fil; den bliver ikke erstattet."),
        "{}",
        ran.err
    );
    assert_eq!(project.read("output/skemaer/skema-spise-rebild.xlsx"), filled);
}

#[test]
fn a_form_that_lies_there_untouched_is_made_anew() {
    let project = Project::new();
    let old = form("spise", "rebild");
    project.run(&["skema", "--udmelding", "spise"]);
    project.replace("inputs/aftale.toml", "dato = 2020-09-14", "dato = 2020-09-15");
    assert_eq!(project.run(&["forms", "--udmelding", "spise"]).outcome, Outcome::Fine);
    assert_ne!(project.read("output/skemaer/skema-spise-rebild.xlsx"), old);
}

#[test]
fn an_unknown_udmelding_is_told_with_the_nearest() {
    let ran = Project::new().run(&["skema", "--udmelding", "spis"]);
    assert_eq!(ran.outcome, Outcome::Findings);
    assert!(ran.err.contains("Der er ingen central udmelding med nøglen »spis«.\n  i kommandolinjen\n  Mente du »spise«?"), "{}", ran.err);
}

#[test]
fn the_paragraphs_that_are_offered_are_those_that_the_agreement_covers() {
    let offered = |project: &project::Project| {
        let assembled = project.assembled();
        let projekt = assembled.projekt();
        let forms = skemaer(projekt, &projekt.udmeldinger[..1], &mut Findings::new());
        part(&forms[0].bytes, "xl/worksheets/sheet3.xml")
    };
    let shipped = project::Project::shipped();
    assert!(offered(&shipped).contains("\"§ 36,§ 66,§ 67,§ 101,§ 101 a,"));
    let other = shipped.clone().replace(REGLER, "\"§ 36\", \"§ 66\"", "\"§ 32 a\"");
    assert!(offered(&other).contains("\"§ 32 a,§ 67,"));
    let long = format!("\"§ {}\", \"§ 36\"", "3".repeat(255));
    let too_long = offered(&shipped.replace(REGLER, "\"§ 36\"", &long));
    assert!(!too_long.contains("§ 67"));
    assert!(too_long.contains("type=\"whole\""), "the counts are still checked");
}
