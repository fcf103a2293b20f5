//! What a table shows can be put in a text as well.

use std::collections::BTreeSet;

use rust_decimal::Decimal;
use socialaftale::finding::Place;
use socialaftale::merge::Library;
use socialaftale::text::danish::{NBSP, parse_number};
use socialaftale::text::tree::Traced;

use crate::project::{AFTALE, Cell, Project, TAKSTER, shipped};

/// A number and the cells that it comes from.
type Figure = (Decimal, BTreeSet<String>);

fn figure(shown: &str, cells: &[Place]) -> Option<Figure> {
    let bare = shown.trim_end_matches(['*', '%', NBSP]).trim_start_matches('+');
    Some((parse_number(bare)?, cells.iter().map(ToString::to_string).collect()))
}

#[test]
fn every_number_of_every_table_is_a_field_of_the_same_cells() {
    let project = shipped();
    let fields: BTreeSet<Figure> = project
        .context
        .fields()
        .iter()
        .filter_map(|field| figure(&field.value, project.context.cells(&field.path)))
        .collect();
    let shelf = project.shelf();
    let mut lacking = Vec::new();
    let mut looked_at = 0;
    for key in shelf.table_keys() {
        let of_rows = |one: &&Traced| one.spot.starts_with("række ");
        for traced in project.traced_table(key).traced.iter().filter(of_rows) {
            let Some(figure) = figure(&traced.shown, &traced.cells) else { continue };
            looked_at += 1;
            if !fields.contains(&figure) {
                lacking.push(format!("{key}, {}: {}", traced.spot, traced.shown));
            }
        }
    }
    assert!(looked_at > 200, "{looked_at}");
    assert_eq!(lacking, [""; 0]);
}

#[test]
fn a_count_of_a_kommune_can_stand_in_a_sentence() {
    assert_eq!(shipped().field("cu.spise.kommuner.voksne.rebild.2017"), "0");
    assert_eq!(shipped().field("cu.spise.kommuner.voksne.laesoe.2017"), "[afventer: tal for 2017]");
}

#[test]
fn a_development_comes_from_the_takster_and_in_all_from_their_places_too() {
    let project = Project::shipped().workbook_cell(TAKSTER, "Takster", "M7", Cell::Number("44197"));
    let assembled = project.assembled();
    let cells = |path: &str| -> Vec<String> {
        assembled.context.cells(path).iter().map(ToString::to_string).collect()
    };
    let at = |cells: &[&str]| -> Vec<String> {
        let place = |cell| format!("inputs/takster.xlsx, arket »Takster«, celle {cell}");
        cells.iter().map(place).collect()
    };
    let own = "udvikling.tilbud.aalborg_krisecenter.aendring";
    assert_eq!((assembled.field(own).as_str(), cells(own)), ("10,7", at(&["J6", "J7"])));
    assert_eq!(cells("udvikling.i_alt"), at(&["J6", "J7", "I7"]));
}

#[test]
fn what_stands_for_a_hidden_count_in_text_is_a_setting_of_the_agreement() {
    let settings = "\n[diskretion]\ni_tekst = \"et antal, der ikke vises\"\n";
    let project = Project::shipped().append(AFTALE, settings);
    let diskretion = project.read().0.expect("a project").projekt.aftale.diskretion;
    assert_eq!(diskretion.i_tekst, "et antal, der ikke vises");
    assert_eq!(diskretion.tegn, "skjult");
}
