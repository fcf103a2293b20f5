//! No figure is copied by hand: change every number of the model, and every number shown changes.

use std::collections::BTreeMap;

use rust_decimal::Decimal;
use serde_json::Value;
use socialaftale::assemble::{Shelf, project_context};
use socialaftale::finding::Place;
use socialaftale::merge::Library;
use socialaftale::model::{Antal, CentralUdmelding, Optaelling, Projekt, Sourced};
use socialaftale::text::danish::{number, parse_number};
use socialaftale::text::tree::plain_text;

use crate::project::Project;

/// Puts another number in the place of each figure that a document may show, and gives it with
/// the cell of what it replaces.
fn replace(projekt: &mut Projekt, new: impl Fn(u32) -> Decimal) -> Vec<(Decimal, Decimal, Place)> {
    let (counts, numbers) = figures(projekt);
    let replaced = (0..).zip(counts).map(|(index, count)| {
        let old = count.antal.tal().expect("no count is hidden here");
        count.antal = Antal::Tal(new(index));
        (old, new(index), count.celler[0].clone())
    });
    let mut replaced: Vec<_> = replaced.collect();
    for number in numbers {
        let new = new(u32::try_from(replaced.len()).expect("few figures"));
        let old = std::mem::replace(&mut number.value, new);
        replaced.push((old, new, number.place.clone()));
    }
    projekt.udmeldinger.iter_mut().for_each(CentralUdmelding::sum_up);
    replaced
}

fn figures(projekt: &mut Projekt) -> (Vec<&mut Optaelling>, Vec<&mut Sourced<Decimal>>) {
    let (mut counts, mut numbers) = (Vec::new(), Vec::new());
    for udmelding in &mut projekt.udmeldinger {
        for gruppe in &mut udmelding.grupper {
            counts.extend(gruppe.region.iter_mut());
            counts.extend(gruppe.kommuner.iter_mut().flat_map(|row| row.antal.iter_mut()));
        }
        counts.extend(udmelding.tilbud.iter_mut().flat_map(|tilbud| tilbud.brugere.iter_mut()));
        for landsdel in &mut udmelding.landsdele {
            numbers.extend(&mut landsdel.befolkning);
            counts.extend(landsdel.antal.iter_mut());
        }
    }
    numbers.extend(projekt.noegletal.iter_mut().map(|noegletal| &mut noegletal.tal));
    for takst in &mut projekt.takster {
        numbers.extend(
            [&mut takst.pladser, &mut takst.takst, &mut takst.belaegning, &mut takst.omregnes_til]
                .into_iter()
                .flatten(),
        );
    }
    for change in &mut projekt.aendringer {
        numbers.extend(&mut change.aendring);
    }
    for post in &mut projekt.regnskabsposter {
        numbers.extend([&mut post.budget, &mut post.regnskab].into_iter().flatten());
    }
    counts.extend(projekt.belaegninger.iter_mut().flat_map(|series| series.tal.iter_mut()));
    (counts.into_iter().map(|(_, count)| count).collect(), numbers)
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
    let counts = [
        ".antal.parter",
        ".antal.kommuner",
        ".krisecentre.antal",
        ".aendringer.antal",
        ".udvikling.antal_aar",
    ];
    let counted = counts.contains(&place);
    let answers = place.starts_with(".indsamling.");
    // The limits of the rules stand in regler.toml.
    let ruled = place.starts_with(".regel.");
    let year = ["2017", "2018", "2019", "2020"].contains(&words)
        && (place.starts_with("tabel ") && place.contains(" 0 ") || place.starts_with("figur "));
    numbered
        || counted
        || answers
        || ruled
        || year
        || [".nummer", ".mangler"].iter().any(|end| place.ends_with(end))
}

#[test]
fn every_figure_shown_comes_from_its_cell() {
    let mut projekt = Project::shipped().read().0.expect("a project").projekt;
    let before = shown(&projekt);
    let replaced = replace(&mut projekt, |index| Decimal::from(100_003 + 7 * index));
    let after = shown(&projekt);
    for (_, sentinel, place) in &replaced {
        let sentinel = number(*sentinel);
        assert!(after.values().any(|words| words.contains(&sentinel)), "{place} is shown nowhere");
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
    // What the takster are worked out to stands in no other cell than the one it is compared with.
    let compared: Vec<Decimal> = projekt
        .takster
        .iter()
        .filter_map(|row| row.omregnet.as_ref().map(|omregnet| omregnet.value))
        .collect();
    let replaced = replace(&mut projekt, |index| Decimal::from(500_009 + 7 * index));
    let told: Vec<String> = replaced
        .iter()
        .map(|(old, _, _)| *old)
        .chain(compared)
        .map(number)
        .filter(|words| words.len() > 3)
        .collect();
    assert!(told.contains(&"2.870".to_owned()) && told.contains(&"95,34".to_owned()));
    // The workbook's own notes are words, typed by hand.
    projekt.takster.iter_mut().for_each(|takst| takst.note = None);
    for (place, words) in shown(&projekt) {
        let old = told.iter().find(|figure| words.contains(figure.as_str()));
        assert_eq!(old, None, "{place}: {words}");
    }
}
