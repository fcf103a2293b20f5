//! The answers that the project ships: made up, and collected from returned workbooks like others.

use socialaftale::collect::{Ark, FILE, Indberetninger, Tavle};
use socialaftale::finding::Findings;
use socialaftale::model::Svarstand;

use super::inbox::{Inbox, projekt};
use crate::project::Project;

fn shipped() -> Indberetninger {
    let mut findings = Findings::new();
    let table = Indberetninger::read(Project::shipped().bytes(FILE), &mut findings);
    table.unwrap_or_else(|| panic!("{findings}"))
}

#[test]
fn the_shipped_table_is_what_the_shipped_returns_give() {
    let files = Project::shipped().files();
    let inbox = files.under("inputs/besvarelser").fold(Inbox::new(), |inbox, (path, bytes)| {
        inbox.with(path.trim_start_matches("inputs/besvarelser/"), bytes)
    });
    assert_eq!(inbox.table(), shipped());
    assert_eq!(
        inbox.told(),
        [
            "advarsel[ubesvaret] spise-morsoe.xlsx, arket »1 Målgruppen«, celle B5: »Børn og unge« er \
          ikke besvaret for 2017, 2018 og 2019. Et tomt felt er et ubesvaret spørgsmål; er der ingen, \
          skal der stå 0."
        ]
    );
}

#[test]
fn the_shipped_counts_add_up_to_what_das_was_shown() {
    let table = shipped();
    let sum = |gruppe: &str, aar: u16| -> u32 {
        let of = table.rows(Ark::Tal).iter().filter(|row| row.text("Gruppe") == gruppe);
        let counts = of.filter(|row| row.text("År").replace('.', "") == aar.to_string());
        counts.filter_map(|row| row.text("Værdi").parse::<u32>().ok()).sum()
    };
    for (gruppe, shown) in [
        ("boern_unge", [3, 6, 8]),
        ("voksne", [3, 9, 12]),
        ("domstype1", [4, 4, 4]),
        ("domstype2_kofoedsminde", [1, 1, 0]),
        ("domstype2_aaben", [7, 7, 6]),
        ("maalgruppe", [0, 0, 0]),
    ] {
        assert_eq!([2017, 2018, 2019].map(|aar| sum(gruppe, aar)), shown, "{gruppe}");
    }
    let statuses = table.rows(Ark::Tal).iter().map(|row| row.text("Status"));
    assert!(
        statuses.into_iter().all(|status| ["konstrueret", "ubesvaret"].contains(&status.as_str()))
    );
}

#[test]
fn the_shipped_board_lacks_laesoe_and_half_of_morsoe() {
    let board = Tavle::new(projekt(), &shipped());
    let lacking: Vec<(&str, &[Svarstand])> = board
        .parter
        .iter()
        .filter(|(_, standing)| standing.iter().any(|one| *one != Svarstand::Besvaret))
        .map(|(name, standing)| (name.as_str(), standing.as_slice()))
        .collect();
    assert_eq!(
        lacking,
        [
            (
                "Læsø Kommune",
                [Svarstand::Mangler, Svarstand::Besvaret, Svarstand::Besvaret].as_slice()
            ),
            (
                "Morsø Kommune",
                [Svarstand::Delvist, Svarstand::Besvaret, Svarstand::Besvaret].as_slice()
            ),
        ]
    );
}
