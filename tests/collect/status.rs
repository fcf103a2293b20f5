//! Who has answered what.

use socialaftale::cli::Outcome;
use socialaftale::collect::Tavle;
use socialaftale::model::Svarstand;

use super::inbox::{COUNTS, Inbox, form, projekt};
use crate::built::Project;
use crate::project::{Cell, UDMELDINGER};

fn standing(inbox: &Inbox, part: &str) -> Vec<&'static str> {
    let board = Tavle::new(projekt(), &inbox.table());
    let row = board.parter.into_iter().find(|(name, _)| name == part);
    row.expect("a party").1.into_iter().map(Svarstand::name).collect()
}

#[test]
fn an_answer_is_given_partly_given_or_missing() {
    let whole = Inbox::rebild();
    assert_eq!(standing(&whole, "Rebild Kommune"), ["besvaret", "mangler", "mangler"]);
    let partly = whole.cell("rebild.xlsx", COUNTS, "B5", Cell::Text("ca. 5"));
    assert_eq!(standing(&partly, "Rebild Kommune")[0], "delvist");
    assert_eq!(standing(&partly, "Thisted Kommune")[0], "mangler");
    let unclear = ["B5", "C5", "D5", "B6", "C6", "D6"].iter().fold(partly, |inbox, address| {
        inbox.cell("rebild.xlsx", COUNTS, address, Cell::Text("ca. 5"))
    });
    assert_eq!(standing(&unclear, "Rebild Kommune")[0], "delvist");
}

#[test]
fn a_correction_answers_for_an_unclear_cell() {
    let inbox = Inbox::rebild().cell("rebild.xlsx", COUNTS, "B5", Cell::Text("ca. 5")).kept();
    let table = inbox.table();
    let at = table
        .rows(socialaftale::collect::Ark::Tal)
        .iter()
        .position(|row| row.text("Status") == "uklar");
    let address = format!("L{}", at.expect("an unclear row") + 2);
    assert_eq!(
        standing(&inbox.corrected(&address, Cell::Number("5")), "Rebild Kommune")[0],
        "besvaret"
    );
}

#[test]
fn parts_of_a_party_answer_apart() {
    let inbox = Inbox::new().filled("fb.xlsx", "aalborg-fb", ["1", "1", "1"]).cell(
        "fb.xlsx",
        "Forside",
        "B11",
        Cell::Text("endeligt svar"),
    );
    let board = Tavle::new(projekt(), &inbox.table());
    let parts: Vec<(&str, &str)> = board
        .parter
        .iter()
        .filter(|(name, _)| name.starts_with("Aalborg"))
        .map(|(name, standing)| (name.as_str(), standing[0].name()))
        .collect();
    assert_eq!(
        parts,
        [
            ("Aalborg Kommune, Familie- og Beskæftigelsesforvaltningen", "besvaret"),
            ("Aalborg Kommune, Ældre- og Handicapforvaltningen", "mangler"),
        ]
    );
}

#[test]
fn a_region_answers_with_its_tilbud_or_with_words_that_there_are_none() {
    let region = Inbox::new().with("r.xlsx", form("spise", "region"));
    let said = region.cell("r.xlsx", "1 Tilbud", "A22", Cell::Text("Ingen tilbud til målgruppen"));
    assert_eq!(standing(&said, "Region Nordjylland")[0], "besvaret");
    let own = Inbox::new().with("r.xlsx", form("dom", "region"));
    let partly = own.cell("r.xlsx", "1 Tilbud", "F5", Cell::Number("3"));
    assert_eq!(standing(&partly, "Region Nordjylland")[1], "delvist");
}

#[test]
fn the_board_counts_the_days_to_each_deadline() {
    let project = Project::new();
    let board = |day: &str| project.run(&["status", "--dato", day]);
    let ran = board("2020-06-01");
    assert_eq!(ran.outcome, Outcome::Fine, "{}", ran.err);
    assert!(ran.out.contains("af 13 har svaret. Ingen svarfrist."), "{}", ran.out);
    let with_deadline = crate::project::Project::shipped();
    // Excel's number for 15 June 2020.
    let changed = ["L2", "L3"].iter().fold(with_deadline, |project, address| {
        project.workbook_cell(UDMELDINGER, "Udmeldinger", address, Cell::Number("43997"))
    });
    project.write(UDMELDINGER, changed.bytes(UDMELDINGER));
    for (day, said) in [
        ("2020-06-03", "12 dage til fristen 15. juni 2020."),
        ("3.6.2020", "12 dage til fristen 15. juni 2020."),
        ("2020-06-14", "1 dag til fristen 15. juni 2020."),
        ("2020-06-15", "Fristen er i dag, 15. juni 2020."),
        ("2020-06-18", "Fristen 15. juni 2020 er overskredet med 3 dage."),
        ("2020-06-03", "dom: 13 af 13 har svaret. Svarfrist: 15. juni 2020.\n"),
        ("2020-06-18", "dom: 13 af 13 har svaret. Svarfrist: 15. juni 2020.\n"),
    ] {
        let ran = board(day);
        assert!(ran.out.contains(said), "{day}: {}{}", ran.out, ran.err);
    }
}
