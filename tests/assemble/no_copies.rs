//! No figure is copied by hand: change every number of the model, and every number shown changes.

use std::collections::BTreeMap;

use rust_decimal::Decimal;
use serde_json::Value;
use socialaftale::assemble::{Shelf, project_context};
use socialaftale::merge::Library;
use socialaftale::model::{Projekt, Sourced};
use socialaftale::text::danish::{number, parse_number};
use socialaftale::text::tree::plain_text;

use crate::project::Project;

/// Every figure of the model that a document may show.
fn figures(projekt: &mut Projekt) -> Vec<&mut Sourced<Decimal>> {
    let mut found = Vec::new();
    for udmelding in &mut projekt.udmeldinger {
        for gruppe in &mut udmelding.grupper {
            found.extend(gruppe.region.iter_mut().flatten());
            found.extend(&mut gruppe.mangler);
            found.extend(gruppe.kommuner.iter_mut().flat_map(|row| &mut row.antal).flatten());
        }
        for landsdel in &mut udmelding.landsdele {
            found.extend(&mut landsdel.befolkning);
            found.extend(landsdel.antal.iter_mut().flatten());
        }
    }
    for takst in &mut projekt.takster {
        found.extend(
            [&mut takst.pladser, &mut takst.takst, &mut takst.belaegning].into_iter().flatten(),
        );
    }
    for change in &mut projekt.aendringer {
        found.extend([&mut change.foer, &mut change.efter].into_iter().flatten());
        found.push(&mut change.aendring);
    }
    for row in &mut projekt.omregninger {
        found.extend([&mut row.belaegning, &mut row.omregnet_til, &mut row.omregnet_takst]);
    }
    found.extend(projekt.belaegninger.iter_mut().flat_map(|series| &mut series.tal).flatten());
    found
}

/// Everything that is shown, by where it is shown.
fn shown(projekt: &Projekt) -> BTreeMap<String, String> {
    let mut shown = BTreeMap::new();
    gather("", &project_context(projekt, &BTreeMap::new()).root(), &mut shown);
    let shelf = Shelf::new(projekt);
    for key in shelf.table_keys() {
        let table = shelf.table(key).expect("a listed table");
        for (row, cells) in (0..).zip(table.header.iter().chain(&table.rows)) {
            for (column, cell) in (0..).zip(&cells.cells) {
                shown.insert(format!("tabel {key} {row} {column}"), plain_text(cell));
            }
        }
        for (index, note) in (0..).zip(&table.notes) {
            shown.insert(format!("tabel {key} note {index}"), plain_text(note));
        }
    }
    for key in shelf.figure_keys() {
        let figure = shelf.figure(key).expect("a listed figure");
        let drawing = String::from_utf8(figure.picture.bytes.to_vec()).expect("SVG");
        shown.insert(format!("figur {key} alt"), figure.alt);
        for (index, words) in
            (0..).zip(drawing.split('>').filter(|words| words.ends_with("</text")))
        {
            shown.insert(
                format!("figur {key} {index:03}"),
                words.trim_end_matches("</text").to_owned(),
            );
        }
    }
    shown
}

fn gather(path: &str, value: &Value, shown: &mut BTreeMap<String, String>) {
    match value {
        Value::Object(inner) => {
            inner.iter().for_each(|(name, value)| gather(&format!("{path}.{name}"), value, shown));
        }
        Value::Array(items) => {
            (0..).zip(items).for_each(|(at, value)| gather(&format!("{path}.{at}"), value, shown));
        }
        other => {
            shown.insert(
                path.to_owned(),
                other.as_str().map_or_else(|| other.to_string(), str::to_owned),
            );
        }
    }
}

fn is_figure(words: &str) -> bool {
    let bare = words.trim_start_matches('+').trim_end_matches(['%', '\u{a0}']);
    parse_number(bare).is_some()
}

/// What is numbered or counted, not measured, and the years of a heading.
fn is_no_measure(place: &str, words: &str) -> bool {
    let numbered =
        ["tabel bilag ", "tabel fokusomraader "].iter().any(|table| place.starts_with(table));
    let counted = [".antal.parter", ".antal.kommuner", ".krisecentre.antal"].contains(&place);
    let year = ["2017", "2018", "2019"].contains(&words)
        && (place.starts_with("tabel ") && place.contains(" 0 ") || place.starts_with("figur "));
    numbered || counted || year || place.ends_with(".nummer")
}

#[test]
fn every_figure_shown_comes_from_its_cell() {
    let mut projekt = Project::shipped().read().0.expect("a project").projekt;
    let before = shown(&projekt);
    let mut sentinels = Vec::new();
    for (index, figure) in (0_u32..).zip(figures(&mut projekt)) {
        figure.value = Decimal::from(100_003 + 7 * index);
        sentinels.push((number(figure.value), figure.place.to_string()));
    }
    let after = shown(&projekt);
    for (sentinel, place) in &sentinels {
        assert!(after.values().any(|words| words.contains(sentinel)), "{place} is shown nowhere");
    }
    let copied: Vec<_> = after
        .iter()
        .filter(|(place, words)| before.get(*place) == Some(words))
        .filter(|(place, words)| is_figure(words) && !is_no_measure(place, words))
        .collect();
    assert!(copied.is_empty(), "shown as before: {copied:#?}");
}

#[test]
fn no_sentence_keeps_an_old_figure() {
    let mut projekt = Project::shipped().read().0.expect("a project").projekt;
    let told: Vec<String> = figures(&mut projekt)
        .iter()
        .map(|figure| number(figure.value))
        .filter(|words| words.len() > 3)
        .collect();
    assert!(told.contains(&"2.870".to_owned()) && told.contains(&"95,34".to_owned()));
    for (index, figure) in (0_u32..).zip(figures(&mut projekt)) {
        figure.value = Decimal::from(500_009 + 7 * index);
    }
    // The workbook's own notes are words, typed by hand.
    projekt.takster.iter_mut().for_each(|takst| takst.note = None);
    for (place, words) in shown(&projekt) {
        let old = told.iter().find(|figure| words.contains(figure.as_str()));
        assert_eq!(old, None, "{place}: {words}");
    }
}
