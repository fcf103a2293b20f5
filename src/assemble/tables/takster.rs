//! Tables of takster, their changes, and how full the tilbud were.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::drawing::{build, flush_right, hidden_note, number_column, push, push_row, shown_count};
use crate::assemble::context::{date_or_pending, number_or_pending, text_or_pending};
use crate::model::{Belaegning, Optaelling, Projekt, Sourced, Takst, in_force, is_krisecenter};
use crate::text::danish::{self, NBSP};
use crate::text::running;
use crate::text::tree::{Inline, RowEmphasis, Table};

pub(super) fn krisecentre(projekt: &Projekt) -> Table {
    let day = projekt.aftale.udgave.dato;
    let caption =
        format!("Krisecentre i {}, takster pr. {}", projekt.landsdel(), danish::date(day));
    let mut table = build(
        &caption,
        &[
            ("Tilbud", 5),
            ("Pladser", 2),
            ("Takst pr. døgn", 3),
            ("Belægning", 3),
            ("Gælder fra", 4),
        ],
    );
    flush_right(&mut table, 1..4);
    let centres: Vec<&Takst> =
        in_force(&projekt.takster, day).into_iter().filter(|takst| is_krisecenter(takst)).collect();
    for takst in &centres {
        push(
            &mut table,
            &[
                &takst.tilbud.value,
                &number_or_pending(takst.pladser.as_ref(), "pladser"),
                &kroner(takst.takst.as_ref()),
                &percent(takst.belaegning.as_ref()),
                &date_or_pending(takst.gaelder_fra.as_ref(), "dato"),
            ],
        );
    }
    let places: Option<Decimal> =
        centres.iter().map(|takst| takst.pladser.as_ref().map(|p| p.value)).sum();
    if let Some(places) = places {
        let cells =
            ["I alt".into(), danish::number(places), String::new(), String::new(), String::new()];
        push_row(&mut table, &cells, RowEmphasis::Total);
    }
    table.notes.extend(restatements(projekt, &centres));
    table.notes.extend(changes_of(projekt, &centres, day));
    table
}

/// The notes that make taksts of other belægningsprocenter comparable.
fn restatements(projekt: &Projekt, shown: &[&Takst]) -> Vec<Vec<Inline>> {
    projekt
        .omregninger
        .iter()
        .filter_map(|row| {
            let takst = shown.iter().find(|takst| takst.noegle == row.noegle)?;
            Some(running(&format!(
                "{}: taksten er beregnet med en belægningsprocent på {} %. Ved {} % svarer den til {} kr.",
                takst.tilbud.value,
                danish::number(row.belaegning.value),
                danish::number(row.omregnet_til.value),
                danish::number(row.omregnet_takst.value),
            )))
        })
        .collect()
}

/// The notes on what a takst was before, or will be.
fn changes_of(projekt: &Projekt, shown: &[&Takst], day: NaiveDate) -> Vec<Vec<Inline>> {
    projekt
        .aendringer
        .iter()
        .filter(|change| shown.iter().any(|takst| takst.noegle == change.noegle))
        .filter_map(|change| {
            let from = change.gaelder_fra.value;
            let (other, tense) = if from <= day {
                (change.foer.as_ref()?, "før den")
            } else {
                (change.efter.as_ref()?, "fra den")
            };
            Some(running(&format!(
                "{}: taksten {} {tense} {}.",
                change.tilbud.value,
                if from <= day {
                    format!("var {} kr.", danish::number(other.value))
                } else {
                    format!("bliver {} kr.", danish::number(other.value))
                },
                danish::date(from),
            )))
        })
        .collect()
}

pub(super) fn alle_takster(projekt: &Projekt) -> Table {
    let mut table = build(
        "Tilbud og takster",
        &[
            ("Tilbud", 5),
            ("Driftsherre", 5),
            ("Paragraf", 3),
            ("Pladser", 4),
            ("Takst", 4),
            ("Belægning", 4),
            ("Gælder fra", 5),
            ("Besluttet af", 4),
        ],
    );
    flush_right(&mut table, 3..6);
    for takst in &projekt.takster {
        let law = format!(
            "{} {}",
            text_or_pending(takst.lov.as_ref(), "lov"),
            text_or_pending(takst.paragraf.as_ref(), "paragraf")
        );
        push(
            &mut table,
            &[
                &takst.tilbud.value,
                &text_or_pending(takst.driftsherre.as_ref(), "driftsherre"),
                &law,
                &number_or_pending(takst.pladser.as_ref(), "pladser"),
                &kroner(takst.takst.as_ref()),
                &percent(takst.belaegning.as_ref()),
                &date_or_pending(takst.gaelder_fra.as_ref(), "dato"),
                &text_or_pending(takst.besluttet_af.as_ref(), "hvem"),
            ],
        );
    }
    let centres: Vec<&Takst> = projekt.takster.iter().collect();
    table.notes.push(running("Taksterne er i kroner pr. døgn."));
    table.notes.extend(restatements(projekt, &centres));
    table
}

pub(super) fn aendringer(projekt: &Projekt) -> Table {
    let mut table = build(
        "Besluttede ændringer af takster",
        &[
            ("Tilbud", 5),
            ("Før", 3),
            ("Efter", 3),
            ("Ændring", 3),
            ("Gælder fra", 4),
            ("Besluttet", 4),
        ],
    );
    flush_right(&mut table, 1..4);
    for change in &projekt.aendringer {
        let decided = match (&change.besluttet_af, &change.besluttet) {
            (Some(by), Some(on)) => format!("{}, {}", by.value, danish::date(on.value)),
            (by, _) => text_or_pending(by.as_ref(), "beslutning"),
        };
        push(
            &mut table,
            &[
                &change.tilbud.value,
                &kroner(change.foer.as_ref()),
                &kroner(change.efter.as_ref()),
                &signed(change.aendring.value),
                &danish::date(change.gaelder_fra.value),
                &decided,
            ],
        );
    }
    table.notes.push(running("Beløbene er i kroner pr. døgn."));
    table
}

pub(super) fn belaegning_keys(projekt: &Projekt) -> Vec<String> {
    let mut keys: Vec<String> =
        projekt.belaegninger.iter().map(|series| series.noegle.clone()).collect();
    keys.dedup();
    keys
}

pub(super) fn belaegning(projekt: &Projekt, key: &str) -> Table {
    let rows: Vec<&Belaegning> =
        projekt.belaegninger.iter().filter(|series| series.noegle == key).collect();
    let name = rows.first().map(|series| series.tilbud.value.clone()).unwrap_or_default();
    let years: BTreeSet<u16> =
        rows.iter().flat_map(|series| series.tal.iter().map(|(aar, _)| aar)).collect();
    let mut table = build(&format!("Belægning på {name}"), &[("Opgørelse", 6)]);
    years.iter().for_each(|aar| number_column(&mut table, &aar.to_string()));
    let sign = &projekt.aftale.diskretion.tegn;
    for series in &rows {
        let mut cells = vec![series.betegnelse.value.clone()];
        cells.extend(years.iter().map(|aar| measured(series, series.tal.get(*aar), sign)));
        push_row(&mut table, &cells, RowEmphasis::Plain);
    }
    table.notes.extend(hidden_note(rows.iter().map(|series| &series.tal), sign));
    table
}

/// A value of a series with its unit, where that is percent.
fn measured(series: &Belaegning, value: Option<&Optaelling>, sign: &str) -> String {
    let unit = series.enhed.as_ref().map(|unit| unit.value.as_str()).unwrap_or_default();
    let number = value.and_then(|value| value.antal.tal());
    match number.filter(|_| unit.contains('%') || unit == "procent") {
        Some(percent) => format!("{}{NBSP}%", danish::number(percent)),
        None => shown_count(value, sign),
    }
}

fn kroner(amount: Option<&Sourced<Decimal>>) -> String {
    amount.map_or_else(|| "[afventer: takst]".to_owned(), |kr| danish::amount(kr.value))
}

fn signed(amount: Decimal) -> String {
    if amount.is_sign_negative() {
        danish::number(amount)
    } else {
        format!("+{}", danish::number(amount))
    }
}

fn percent(value: Option<&Sourced<Decimal>>) -> String {
    value.map_or_else(
        || "[afventer: procent]".to_owned(),
        |percent| format!("{}{NBSP}%", danish::number(percent.value)),
    )
}
