//! Answers that come again: what was before is kept, and the secretariat's own columns stay.

use std::fs;

use socialaftale::collect::{Aendring, Ark, FILE, Raekke, Udfaldsart};

use super::inbox::{COUNTS, Inbox, TILBUD, shown};
use crate::built::Project;
use crate::project::Cell;

fn row(inbox: &Inbox, gruppe: &str, aar: &str) -> Raekke {
    let table = inbox.table();
    let of = |row: &&Raekke| {
        row.text("Part") == "Rebild Kommune"
            && row.text("Gruppe") == gruppe
            && row.text("År") == aar
    };
    table.rows(Ark::Tal).iter().find(of).expect("a row").clone()
}

/// What a round tells of changes, each on a line.
fn changes(inbox: &Inbox) -> Vec<String> {
    let told = |one: &Aendring| {
        let Aendring { svar_fra, udmelding, om, foer, nu, .. } = one;
        format!("{svar_fra}, {udmelding}, {om}: {foer} → {nu}")
    };
    inbox.collected().0.expect("a round").aendringer.iter().map(told).collect()
}

/// The number of the row in the sheet that has Rebild's children of 2017.
fn rebilds_row(inbox: &Inbox) -> usize {
    let table = inbox.table();
    let at = table
        .rows(Ark::Tal)
        .iter()
        .position(|row| row.text("Part") == "Rebild Kommune" && row.text("Gruppe") == "boern_unge");
    at.expect("a row") + 2
}

fn resent() -> Inbox {
    Inbox::rebild().kept().cell("rebild.xlsx", COUNTS, "B5", Cell::Number("4"))
}

#[test]
fn the_same_files_again_change_nothing() {
    let inbox = Inbox::rebild().kept();
    let (round, told) = inbox.collected();
    let round = round.expect("a round");
    assert_eq!((round.files, told), (vec![], vec![]));
    assert_eq!(round.udfald[0].art, Udfaldsart::Uaendret);
}

#[test]
fn a_changed_answer_is_shown_before_and_now_and_kept() {
    let inbox = resent();
    assert_eq!(changes(&inbox), ["Rebild Kommune, spise, Børn og unge, 2017: 0 → 4"]);
    assert_eq!(inbox.told(), [""; 0]);
    let changed = row(&inbox, "boern_unge", "2.017");
    assert_eq!((changed.text("Værdi"), changed.text("Før")), ("4".into(), "0".into()));
    let (round, _) = inbox.collected();
    assert_eq!(round.expect("a round").udfald[0].art, Udfaldsart::Aendret(1));
    let later = inbox.kept();
    assert_eq!(row(&later, "boern_unge", "2.017").text("Før"), "0");
}

#[test]
fn an_answer_that_is_taken_back_is_kept_as_what_was_before() {
    let inbox = Inbox::rebild().kept().cell("rebild.xlsx", COUNTS, "D6", Cell::Blank);
    assert_eq!(changes(&inbox), ["Rebild Kommune, spise, Voksne, 2019: 2 → "]);
    let blank = row(&inbox, "voksne", "2.019");
    assert_eq!((blank.text("Status"), blank.text("Før")), ("ubesvaret".into(), "2".into()));
}

#[test]
fn corrections_of_the_secretariat_stay() {
    let inbox = Inbox::rebild().kept();
    let at = rebilds_row(&inbox);
    let corrected = inbox
        .corrected(&format!("L{at}"), Cell::Number("7"))
        .corrected(&format!("M{at}"), Cell::Text("Oplyst i telefon"))
        .cell("rebild.xlsx", COUNTS, "B5", Cell::Number("4"));
    let kept = row(&corrected, "boern_unge", "2.017");
    assert_eq!(
        (kept.text("Værdi"), kept.text("Rettelse"), kept.text("Begrundelse")),
        ("4".into(), "7".into(), "Oplyst i telefon".into())
    );
    let (round, _) = corrected.collected();
    assert_eq!(round.expect("a round").aendringer[0].rettelse, "7");
    let later = corrected.kept();
    assert_eq!(row(&later, "boern_unge", "2.017").text("Rettelse"), "7");
    assert_eq!(later.told(), [""; 0]);
}

#[test]
fn returned_files_and_earlier_tables_are_kept() {
    let first = Inbox::rebild().kept();
    assert_eq!(first.names_below("inputs/besvarelser"), ["inputs/besvarelser/spise-rebild.xlsx"]);
    assert_eq!(first.names_below("inputs/tidligere"), [""; 0]);
    let second = resent().kept();
    assert_eq!(
        second.names_below("inputs/besvarelser"),
        ["inputs/besvarelser/spise-rebild-2.xlsx", "inputs/besvarelser/spise-rebild.xlsx"]
    );
    assert_eq!(second.names_below("inputs/tidligere"), ["inputs/tidligere/indberetninger-1.xlsx"]);
    let table = second.table();
    let svar = table.rows(Ark::Svar).iter().find(|row| row.text("Part") == "Rebild Kommune");
    assert_eq!(svar.expect("a row").text("Gemt som"), "spise-rebild-2.xlsx");
}

#[test]
fn a_file_that_was_collected_before_gives_way_to_a_new_one() {
    let first = Inbox::rebild();
    let old = first.bytes("rebild.xlsx");
    let inbox = resent().with("gammel.xlsx", old.clone());
    let (round, _) = inbox.collected();
    let outcomes: Vec<Udfaldsart> =
        round.expect("a round").udfald.iter().map(|one| one.art).collect();
    assert_eq!(outcomes, [Udfaldsart::Foraeldet, Udfaldsart::Aendret(1)]);
    let alone = inbox.kept().without("rebild.xlsx");
    assert_eq!(row(&alone, "boern_unge", "2.017").text("Værdi"), "4");
}

#[test]
fn two_new_files_that_disagree_are_both_told_and_neither_is_taken() {
    let inbox = Inbox::rebild().filled("igen.xlsx", "rebild", ["0", "1", "3"]);
    assert_eq!(
        inbox.told(),
        [
            "advarsel[to-svar] igen.xlsx: Rebild Kommune har svaret to gange med forskelligt indhold, også i \
          »rebild.xlsx«; ingen af dem er taget med. Børn og unge, 2019: »3« i »igen.xlsx« (arket »1 \
          Målgruppen«, celle D5) og »2« i »rebild.xlsx« (arket »1 Målgruppen«, celle D5). Voksne, 2019: »3« \
          i »igen.xlsx« (arket »1 Målgruppen«, celle D6) og »2« i »rebild.xlsx« (arket »1 Målgruppen«, celle \
          D6). Flyt den fil, der ikke gælder, ud af mappen, og saml ind igen."
        ]
    );
    assert_eq!(inbox.counts("Rebild Kommune", "voksne"), ["ubesvaret"; 3]);
    let same = Inbox::rebild().filled("igen.xlsx", "rebild", ["0", "1", "2"]);
    assert_eq!(same.counts("Rebild Kommune", "voksne"), ["0 endelig", "1 endelig", "2 endelig"]);
}

#[test]
fn only_the_first_of_many_differences_are_told_in_full() {
    let many = Inbox::rebild().filled("igen.xlsx", "rebild", ["5", "6", "7"]).cell(
        "igen.xlsx",
        TILBUD,
        "A5",
        Cell::Text("Bakkely"),
    );
    let told = many.told();
    let said =
        |words: &str| assert!(told.iter().any(|one| one.contains(words)), "{words}: {told:#?}");
    said("celle D5). Det samme gælder 6 svar til. Flyt den fil");
    let used = Inbox::rebild().filled("igen.xlsx", "rebild", ["0", "1", "2"]).cell(
        "igen.xlsx",
        TILBUD,
        "A5",
        Cell::Text("Bakkely"),
    );
    let told = used.told();
    let row = "Bakkely, 2017: intet svar i »igen.xlsx« (arket »2 Tilbud«, celle F5) og ingen række i \
               »rebild.xlsx«.";
    assert!(told.iter().any(|one| one.contains(row)), "{told:#?}");
}

/// Rebild's answer with a tilbud that is used for two things.
fn used_twice() -> Inbox {
    let rows = [("5", "Aflastning", "4"), ("6", "Længere ophold", "5")];
    rows.iter().fold(Inbox::rebild(), |inbox, (row, used_for, users)| {
        let cells = [("A", Cell::Text("Bakkely")), ("E", Cell::Text(used_for))];
        let cells = cells.into_iter().chain(["F", "G", "H"].map(|at| (at, Cell::Number(users))));
        cells.fold(inbox, |inbox, (column, cell)| {
            inbox.cell("rebild.xlsx", TILBUD, &format!("{column}{row}"), cell)
        })
    })
}

fn users(inbox: &Inbox) -> Vec<String> {
    let table = inbox.table();
    let rows = table.rows(Ark::Tilbud).iter().filter(|row| row.text("År") == "2.017");
    rows.map(|row| format!("{}: {}", row.text("Anvendes til"), shown(row, "Brugere"))).collect()
}

#[test]
fn a_tilbud_that_is_used_for_two_things_has_a_row_for_each() {
    let inbox = used_twice();
    assert_eq!(users(&inbox), ["Aflastning: 4 endelig", "Længere ophold: 5 endelig"]);
    assert_eq!(inbox.told(), [""; 0]);
    let changed = inbox.kept().cell("rebild.xlsx", TILBUD, "F6", Cell::Number("7"));
    assert_eq!(changes(&changed), ["Rebild Kommune, spise, Bakkely (Længere ophold), 2017: 5 → 7"]);
}

#[test]
fn a_tilbud_whose_use_is_told_in_new_words_is_the_same_tilbud() {
    let only = |inbox: Inbox| {
        ["A6", "E6", "F6", "G6", "H6"]
            .iter()
            .fold(inbox, |inbox, address| inbox.cell("rebild.xlsx", TILBUD, address, Cell::Blank))
    };
    let reworded =
        only(used_twice()).kept().cell("rebild.xlsx", TILBUD, "E5", Cell::Text("Ophold"));
    assert_eq!(users(&reworded), ["Ophold: 4 endelig"]);
    let withdrawn = only(used_twice().kept());
    assert_eq!(users(&withdrawn), ["Aflastning: 4 endelig", "Længere ophold: ubesvaret"]);
}

#[test]
fn changes_are_shown_in_a_table() {
    let project = Project::new();
    let folder = project.path().join("svar");
    fs::create_dir_all(&folder).expect("a folder");
    let collect = |inbox: &Inbox| {
        fs::write(folder.join("rebild.xlsx"), inbox.bytes("rebild.xlsx")).expect("a file");
        project.run(&["indsaml", folder.to_str().expect("a path")])
    };
    collect(&Inbox::rebild());
    let changed = ["B5", "D6"].iter().fold(Inbox::rebild(), |inbox, address| {
        inbox.cell("rebild.xlsx", COUNTS, address, Cell::Number("4"))
    });
    let ran = collect(&changed);
    let table = "│ Ændret svar fra   Udmelding   Om                   Før   Nu │\n\
                 ╞═════════════════════════════════════════════════════════════╡\n\
                 │ Rebild Kommune    spise       Børn og unge, 2017   0     4  │\n\
                 │                               Voksne, 2019         2     4  │\n";
    assert!(ran.out.contains(table), "{}", ran.out);
    assert!(
        ran.out.contains("De tidligere svar står under »Før« i inputs/indberetninger.xlsx.\n"),
        "{}",
        ran.out
    );
}

#[test]
fn what_others_have_answered_is_left_alone() {
    let inbox =
        Inbox::rebild().kept().without("rebild.xlsx").filled("t.xlsx", "thisted", ["5", "5", "5"]);
    assert_eq!(inbox.counts("Rebild Kommune", "voksne"), ["0 endelig", "1 endelig", "2 endelig"]);
    assert_eq!(inbox.counts("Thisted Kommune", "voksne"), ["5 endelig"; 3]);
}

#[test]
fn a_table_of_answers_that_cannot_be_read_stops_the_collecting() {
    let inbox = Inbox::rebild().kept().corrected("F1", Cell::Text("Tallet"));
    let (round, told) = inbox.collected();
    assert!(round.is_none());
    assert_eq!(
        told,
        [format!(
            "fejl[ukendt-kolonne] {FILE}, arket »Tal«: Kolonnen »Værdi« mangler. Skriv overskriften \
                  igen, som den stod."
        )]
    );
}
