//! The board of who has answered what, as a table and fields.

use std::collections::BTreeMap;

use socialaftale::assemble::{Shelf, project_context};
use socialaftale::discretion::masked;
use socialaftale::merge::Library;
use socialaftale::text::tree::{Row, plain_text};

use crate::project::{self, Cell, INDBERETNINGER, Project, UDMELDINGER};

#[test]
fn das_sees_who_has_answered_what() {
    let table = project::shipped().table("indsamling.status");
    let rows: Vec<Vec<String>> = table
        .rows
        .iter()
        .map(|row| row.cells.iter().map(|cell| plain_text(cell)).collect())
        .collect();
    assert_eq!(rows.len(), 13);
    let of = |name: &str| rows.iter().find(|row| row[0] == name).expect("a row");
    assert_eq!(of("Læsø Kommune")[1..], ["mangler", "besvaret", "besvaret"]);
    assert_eq!(of("Morsø Kommune")[1..], ["delvist", "besvaret", "besvaret"]);
    let part = "Aalborg Kommune, Ældre- og Handicapforvaltningen";
    assert_eq!(of(part)[1..], ["besvaret", "besvaret", "besvaret"]);
    assert_eq!(
        plain_text(&table.notes[0]),
        "svære spiseforstyrrelser: 11 af 13 har svaret. [afventer: svarfrist]"
    );
}

#[test]
fn the_deadline_is_told_from_the_day_of_the_edition() {
    // Excel's numbers for days around 14 September 2020.
    for (number, said) in [
        ("43997", "Svarfristen var 15. juni 2020, 91 dage før 14. september 2020."),
        ("44088", "Svarfristen er 14. september 2020, samme dag som denne udgave."),
        ("44089", "Svarfristen er 15. september 2020, 1 dag efter 14. september 2020."),
    ] {
        let project = Project::shipped();
        let with = project.workbook_cell(UDMELDINGER, "Udmeldinger", "L2", Cell::Number(number));
        let table = with.assembled().table("indsamling.status");
        let note = plain_text(&table.notes[0]).replace('\u{a0}', " ");
        assert!(note.ends_with(said), "{note}");
    }
}

#[test]
fn an_udmelding_that_nobody_has_answered_is_missing_from_all() {
    let project = Project::shipped().without(INDBERETNINGER).assembled();
    let table = project.table("indsamling.status");
    let missing = |row: &Row| row.cells[1..].iter().all(|cell| plain_text(cell) == "mangler");
    assert_eq!(table.rows.iter().filter(|row| missing(row)).count(), 13);
    assert_eq!(project.field("indsamling.mangler.antal"), "39");
}

#[test]
fn the_fields_say_what_is_missing_and_from_whom() {
    let shipped = project::shipped();
    let field = |path: &str| shipped.field(&format!("indsamling.{path}"));
    assert_eq!(field("ventede"), "39");
    assert_eq!(field("besvaret.antal"), "37");
    assert_eq!(field("delvist.antal"), "1");
    assert_eq!(field("delvist.fra"), "Morsø Kommune om svære spiseforstyrrelser");
    assert_eq!(field("mangler.fra"), "Læsø Kommune om svære spiseforstyrrelser");
}

#[test]
fn the_public_is_not_told_who_has_answered() {
    let masked = masked(project::shipped().projekt()).projekt;
    let table = Shelf::new(&masked).table("indsamling.status").expect("a table");
    let [row] = table.rows.as_slice() else { panic!("{table:?}") };
    assert_eq!(plain_text(&row.cells[0]), "Hvem der har svaret, er kun til myndighederne.");
    assert!(project_context(&masked, &BTreeMap::new()).get("indsamling.ventede").is_none());
    assert!(masked.dokumenter.iter().all(|one| one.noegle != "status-indsamling"));
}
