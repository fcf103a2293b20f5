use rust_decimal::Decimal;
use socialaftale::model::{Befolkningstal, ObjektivFinansiering, rounded};

use super::takst::{cell, decimal};

fn people(befolkning: &str, aar: u16, kommune: &str, antal: u32) -> Befolkningstal {
    Befolkningstal {
        befolkning: cell(befolkning.to_owned()),
        aar,
        kommune: cell(kommune.to_owned()),
        antal: cell(antal.into()),
    }
}

fn tilbud(beloeb: &str) -> ObjektivFinansiering {
    ObjektivFinansiering {
        noegle: "sikret".to_owned(),
        tilbud: cell("En sikret afdeling".to_owned()),
        aar: cell(2021),
        beloeb: cell(decimal(beloeb)),
        befolkning: cell("0-17-årige".to_owned()),
    }
}

#[test]
fn the_parts_follow_the_population_that_the_tilbud_names_and_add_up() {
    let tal = [
        people("0-17-årige", 2021, "A Kommune", 1_000),
        people("0-17-årige", 2021, "B Kommune", 1_000),
        people("0-17-årige", 2021, "C Kommune", 1_000),
        people("18-64-årige", 2021, "A Kommune", 9_000),
        people("0-17-årige", 2020, "A Kommune", 9_000),
    ];
    let parts = tilbud("1000000").fordelt(&tal).expect("a population");
    let shown: Vec<(&str, String, String)> = parts
        .iter()
        .map(|part| {
            let share = rounded(&part.andel, 4).expect("a share").to_string();
            (part.kommune, share, part.beloeb.to_string())
        })
        .collect();
    let part = |name, kroner: &str| (name, "0.3333".to_owned(), kroner.to_owned());
    assert_eq!(
        shown,
        [part("A Kommune", "333334"), part("B Kommune", "333333"), part("C Kommune", "333333")]
    );
    assert_eq!(parts.iter().map(|part| part.beloeb).sum::<Decimal>(), 1_000_000.into());
}

#[test]
fn without_its_population_nothing_is_split() {
    let tal = [people("18-64-årige", 2021, "A Kommune", 9_000)];
    assert_eq!(tilbud("1000000").fordelt(&tal), None);
}
