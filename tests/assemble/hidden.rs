//! Counts that discretion hides: a sign in tables, fields, drawings and what is told of them.

use socialaftale::assemble::{Shelf, project_context};
use socialaftale::merge::Library;
use socialaftale::model::{Antal, Projekt};
use socialaftale::text::tree::plain_text;

use crate::project::{self, AFTALE, Project};

const NOTE: &str =
    "»skjult« står ved tal, som ikke vises, fordi små tal kan gøre borgere genkendelige.";

/// The shipped project with the counts of domstype 1 in 2018 and of Midtjylland in 2019 hidden.
fn hidden() -> Projekt {
    let mut projekt = project::shipped().projekt().clone();
    for udmelding in &mut projekt.udmeldinger {
        let groups = udmelding.grupper.iter_mut().filter(|gruppe| gruppe.noegle == "domstype1");
        let landsdele = udmelding.landsdele.iter_mut().filter(|row| row.noegle == "midtjylland");
        let counts = groups
            .map(|gruppe| (2018, &mut gruppe.region))
            .chain(landsdele.map(|row| (2019, &mut row.antal)));
        for (year, counts) in counts {
            for (_, count) in counts.iter_mut().filter(|(aar, _)| *aar == year) {
                count.antal = Antal::Skjult;
            }
        }
    }
    projekt
}

fn rows(projekt: &Projekt, key: &str) -> Vec<String> {
    let table = Shelf::new(projekt).table(key).expect("a table");
    let cells = table
        .rows
        .iter()
        .map(|row| row.cells.iter().map(|cell| plain_text(cell)).collect::<Vec<_>>().join("|"));
    cells.chain(table.notes.iter().map(|note| plain_text(note))).collect()
}

#[test]
fn a_hidden_count_is_its_sign_and_the_sum_stands() {
    let shown = rows(&hidden(), "cu.dom.region");
    assert_eq!(shown[0], "Domstype 1|4|skjult|4");
    assert_eq!(shown[2], "I alt i målgruppen|5|5|4");
    assert_eq!(shown.last().map(String::as_str), Some(NOTE));
    let landsdele = rows(&hidden(), "cu.gravide.landsdele");
    assert_eq!(landsdele[1], "Midtjylland|1,3|4|0|skjult");
    assert_eq!(landsdele.last().map(String::as_str), Some(NOTE));
}

#[test]
fn a_table_without_hidden_counts_has_no_note_on_them() {
    assert!(!rows(&hidden(), "cu.spise.region").contains(&NOTE.to_owned()));
}

#[test]
fn a_hidden_count_is_told_by_its_sign_and_drawn_without_a_column() {
    let projekt = hidden();
    let figure = Shelf::new(&projekt).figure("cu.dom").expect("a figure");
    assert!(
        figure.alt.contains("Domstype 1: 4 i 2017, skjult i 2018, 4 i 2019."),
        "{}",
        figure.alt
    );
    assert_eq!(figure.notes.iter().map(|note| plain_text(note)).collect::<Vec<_>>(), [NOTE]);
    let drawing = String::from_utf8(figure.picture.bytes.to_vec()).expect("SVG is text");
    assert_eq!(drawing.matches(">skjult<").count(), 1);
    let shown = project::shipped().figure("cu.dom").picture.bytes;
    let shown = String::from_utf8(shown.to_vec()).expect("SVG is text");
    assert_eq!(drawing.matches("<rect").count() + 1, shown.matches("<rect").count());
}

#[test]
fn a_field_of_a_hidden_count_is_its_sign() {
    let projekt = hidden();
    let context = project_context(&projekt, &project::shipped().records.places);
    let field = |path: &str| context.get(path).and_then(|value| value.as_str());
    assert_eq!(field("cu.dom.region.domstype1.2018"), Some("et skjult antal"));
    assert_eq!(field("cu.dom.i_alt.2018"), Some("5"));
    assert_eq!(field("diskretion.tegn"), Some("skjult"));
}

#[test]
fn the_sign_is_a_setting_of_the_agreement() {
    let project = Project::shipped().append(AFTALE, "\n[diskretion]\ntegn = \"(vises ikke)\"\n");
    let records = project.read().0.expect("a project");
    assert_eq!(records.projekt.aftale.diskretion.tegn, "(vises ikke)");
}
