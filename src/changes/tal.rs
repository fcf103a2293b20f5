use super::record::{Record, compared};
use super::side::Side;
use super::tabeller::whole;
use super::thing::{Fate, Thing};
use super::told::Told;
use crate::merge::Library;
use crate::model::{CentralUdmelding, Noegletal, Projekt};
use crate::text::tree::{Table, plain_text};

/// The tables whose rows are told under a heading of their own, and the list of editions itself.
const TOLD_ELSEWHERE: [&str; 7] = [
    "bilag",
    "fokusomraader",
    "parter",
    "takster.aendringer",
    "takster.alle",
    "tidsplan",
    "udgaver",
];

/// The figures of every table, the nøgletal, and how far the centrale udmeldinger have come.
pub(super) fn changed(old: &Side<'_>, new: &Side<'_>) -> Vec<Thing> {
    let records = |projekt: &Projekt| {
        let noegletal = projekt.noegletal.iter().map(noegletal);
        projekt.udmeldinger.iter().map(udmelding).chain(noegletal).collect::<Vec<_>>()
    };
    let records = compared(&records(old.projekt), &records(new.projekt));
    let is_new = |key: &&str| old.shelf.table(key).is_none();
    let (new_keys, both): (Vec<&str>, Vec<&str>) = keys(new).into_iter().partition(is_new);
    let gone = keys(old).into_iter().filter(|key| new.shelf.table(key).is_none());
    let changed = both.into_iter().filter_map(|key| {
        let (before, after) = (old.shelf.table(key)?, new.shelf.table(key)?);
        let differences = whole(&before, &after);
        let changed = Thing { differences, ..named(&after, Fate::Changed) };
        (!changed.differences.is_empty()).then_some(changed)
    });
    let told = |side: &Side<'_>, key: &str, fate| Some(named(&side.shelf.table(key)?, fate));
    let added = new_keys.iter().filter_map(|key| told(new, key, Fate::New));
    let gone = gone.filter_map(|key| told(old, key, Fate::Gone));
    records.into_iter().chain(changed).chain(added).chain(gone).collect()
}

fn keys<'s>(side: &'s Side<'_>) -> Vec<&'s str> {
    let keys = side.shelf.table_keys().into_iter();
    keys.filter(|key| !TOLD_ELSEWHERE.contains(key)).collect()
}

/// A table by its caption; one that is new or gone is told of without its figures.
fn named(table: &Table, fate: Fate) -> Thing {
    let name = format!("Tabellen »{}«", plain_text(&table.caption));
    Thing { name, fate, differences: Vec::new() }
}

fn noegletal(one: &Noegletal) -> Record {
    let unit = one.enhed.as_ref().map(|unit| format!(" {}", unit.value)).unwrap_or_default();
    let number = Told::number(&one.tal);
    let number = Told { words: number.words + &unit, ..number };
    Record::new(format!("nøgletal {}", one.noegle), one.betegnelse.value.as_str())
        .with("Tal", number)
        .with("Stand", one.status.map(|status| status.name()).unwrap_or_default())
        .with("Betegnelse", Told::words(&one.betegnelse))
        .with("Kilde", Told::words(&one.kilde))
}

fn udmelding(one: &CentralUdmelding) -> Record {
    let name = format!("Central udmelding om {}", one.kort_titel.value);
    Record::new(format!("udmelding {}", one.noegle), name)
        .with("Titel", Told::words(&one.titel))
        .with("Kort titel", Told::words(&one.kort_titel))
        .with("Udsendt", Told::words(&one.udsendt))
        .with("Meldt DAS", Told::words(&one.meldt_das))
        .with("Stand", Told::words(&one.status))
        .with("Opgjort", Told::words(&one.opgjort))
        .with("År", one.periode())
        .with_known("Svarfrist", one.svarfrist.as_ref().map(Told::date))
        .with_known("Population", one.population.as_ref().map(Told::words))
}
