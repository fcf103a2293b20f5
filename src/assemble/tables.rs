//! The data tables that texts and templates ask for by key.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::context::{date_or_pending, number_or_pending, text_or_pending};
use crate::model::{
    Belaegning, CentralUdmelding, Gruppe, Myndighed, Projekt, Sourced, Takst, YEARS, Yearly,
    in_force, is_krisecenter,
};
use crate::text::danish::{self, NBSP};
use crate::text::running;
use crate::text::tree::{Align, Column, Inline, Row, RowEmphasis, Table, plain_text};

const NO_ANSWER: &str = "–";

/// Every table of the project by key; `behandling` is made for each authority.
pub(super) fn tables(projekt: &Projekt) -> BTreeMap<String, Table> {
    let mut tables = BTreeMap::new();
    let mut put = |mut table: Table, key: String| {
        table.key = Some(key.clone());
        tables.insert(key, table);
    };
    put(tidsplan(projekt), "tidsplan".into());
    put(parter(projekt), "parter".into());
    put(bilag(projekt), "bilag".into());
    put(fokusomraader(projekt), "fokusomraader".into());
    put(krisecentre(projekt), "takster.krisecentre".into());
    put(alle_takster(projekt), "takster.alle".into());
    put(aendringer(projekt), "takster.aendringer".into());
    for key in belaegning_keys(projekt) {
        put(belaegning(projekt, &key), format!("belaegning.{key}"));
    }
    for udmelding in &projekt.udmeldinger {
        let base = format!("cu.{}", udmelding.noegle);
        put(region(projekt, udmelding), format!("{base}.region"));
        put(per_kommune(projekt, udmelding), format!("{base}.kommuner"));
        if !udmelding.landsdele.is_empty() {
            put(landsdele(udmelding), format!("{base}.landsdele"));
        }
        if !udmelding.tilbud.is_empty() {
            put(tilbud(udmelding), format!("{base}.tilbud"));
        }
    }
    tables
}

/// The bodies that treat an authority's case, in order.
pub(super) fn behandling(myndighed: &Myndighed) -> Table {
    let mut table = build("Behandling af sagen", &[("Organ", 4), ("Møde", 4), ("Beslutning", 4)]);
    for step in &myndighed.behandling {
        let day = step.dato.map_or_else(
            || "[afventer: mødedato]".to_owned(),
            |day| {
                let time = step.tid.as_ref().map(|time| format!(" {time}")).unwrap_or_default();
                let item = step.punkt.map(|item| format!(", punkt {item}")).unwrap_or_default();
                format!("{}{time}{item}", danish::date(day))
            },
        );
        let decided = step.beslutning.clone().unwrap_or("[afventer: beslutning]".into());
        push(&mut table, &[&step.organ, &day, &decided]);
    }
    table.key = Some("behandling".into());
    table
}

fn tidsplan(projekt: &Projekt) -> Table {
    let caption = format!("Proces for {}", projekt.aftale.titel);
    let mut table = build(&caption, &[("Tid", 3), ("Aktivitet", 8)]);
    for step in &projekt.aftale.tidsplan {
        push(&mut table, &[&step.tid, &step.aktivitet]);
    }
    table
}

fn parter(projekt: &Projekt) -> Table {
    let mut table = build("Aftalens parter", &[("Part", 5), ("Godkendes af", 5)]);
    for party in &projekt.myndigheder {
        push(&mut table, &[&party.navn, &party.raad]);
    }
    table
}

fn bilag(projekt: &Projekt) -> Table {
    let caption = format!("Bilag til {}", projekt.aftale.titel);
    let mut table = build(&caption, &[("Bilag", 2), ("Titel", 10)]);
    let mut register: Vec<_> = projekt.aftale.bilag.iter().collect();
    register.sort_by_key(|bilag| bilag.nummer);
    for bilag in register {
        push(&mut table, &[&format!("Bilag {}", bilag.nummer), &bilag.titel]);
    }
    table
}

fn fokusomraader(projekt: &Projekt) -> Table {
    let mut table = build("", &[("Nr.", 1), ("Fokusområde", 5), ("Målgruppe", 8)]);
    let areas = projekt.fokusomraader();
    table.caption = running(&format!("Fokusområderne i {}", projekt.aftale.titel));
    for tekst in areas {
        let Some(fokus) = &tekst.fokus else { continue };
        let titel = plain_text(&tekst.text.title);
        push(&mut table, &[&fokus.nummer.to_string(), &titel, &fokus.maalgruppe]);
    }
    table
}

/// The region's counts: the groups of the målgruppe and their sum; others stand apart below it.
fn region(projekt: &Projekt, udmelding: &CentralUdmelding) -> Table {
    let caption = format!("Antal borgere i {}: {}", projekt.landsdel(), udmelding.kort_titel.value);
    let any_missing = udmelding.grupper.iter().any(|gruppe| gruppe.mangler.is_some());
    let mut columns = vec![("Gruppe", 7)];
    columns.extend([("2017", 0), ("2018", 0), ("2019", 0)]);
    if any_missing {
        columns.push(("Mangler svar", 0));
    }
    let mut table = build(&caption, &columns);
    flush_right(&mut table, 1..);
    let row = |gruppe: &Gruppe| {
        let mut cells = vec![gruppe.betegnelse.value.clone()];
        cells.extend(gruppe.region.iter().map(shown_count));
        if any_missing {
            cells.push(shown_count(&gruppe.mangler));
        }
        cells
    };
    for gruppe in udmelding.maalgruppe() {
        push_row(&mut table, &row(gruppe), RowEmphasis::Plain);
    }
    if udmelding.maalgruppe().count() > 1 {
        let mut cells = vec!["I alt i målgruppen".to_owned()];
        cells.extend((0..YEARS.len()).map(|year| {
            udmelding.i_alt(year).map_or_else(|| NO_ANSWER.to_owned(), danish::number)
        }));
        if any_missing {
            cells.push(String::new());
        }
        push_row(&mut table, &cells, RowEmphasis::Total);
    }
    for gruppe in udmelding.grupper.iter().filter(|gruppe| !gruppe.i_maalgruppen) {
        push_row(&mut table, &row(gruppe), RowEmphasis::Aside);
    }
    table.notes.push(running(&status_note(udmelding)));
    if udmelding.grupper.iter().any(|gruppe| !gruppe.i_maalgruppen) {
        table.notes.push(running(
            "Rækken i kursiv hører ikke til målgruppen og er ikke talt med i summen.",
        ));
    }
    if any_missing {
        table
            .notes
            .push(running("»Mangler svar« er antallet af kommuner, der endnu ikke har svaret."));
    }
    table
}

fn status_note(udmelding: &CentralUdmelding) -> String {
    format!("{}, opgjort {}.", figures_of(&udmelding.status.value), udmelding.opgjort.value)
}

/// "foreløbig" becomes "Foreløbige tal".
pub(super) fn figures_of(status: &str) -> String {
    let mut letters = status.chars();
    let first = letters.next().map(|first| first.to_uppercase().to_string()).unwrap_or_default();
    let ending = if status.ends_with('e') { "" } else { "e" };
    format!("{first}{}{ending} tal", letters.as_str())
}

fn per_kommune(projekt: &Projekt, udmelding: &CentralUdmelding) -> Table {
    let constructed = udmelding
        .grupper
        .iter()
        .flat_map(|gruppe| &gruppe.kommuner)
        .any(|row| row.grundlag.value.to_lowercase().contains("konstrueret"));
    let label = if constructed { " (konstruerede tal)" } else { "" };
    let caption =
        format!("Antal borgere fordelt på kommuner{label}: {}", udmelding.kort_titel.value);
    let mut table =
        build(&caption, &[("Gruppe og kommune", 6), ("2017", 0), ("2018", 0), ("2019", 0)]);
    flush_right(&mut table, 1..);
    let mut any_blank = false;
    for gruppe in &udmelding.grupper {
        let mut named = vec![gruppe.betegnelse.value.clone()];
        named.resize(1 + YEARS.len(), String::new());
        push_row(&mut table, &named, RowEmphasis::Group);
        for row in &gruppe.kommuner {
            any_blank |= row.antal.iter().any(Option::is_none);
            let mut cells = vec![row.kommune.value.clone()];
            cells.extend(row.antal.iter().map(shown_count));
            push_row(&mut table, &cells, RowEmphasis::Plain);
        }
        let mut sum = vec!["I alt".to_owned()];
        sum.extend(gruppe.region.iter().map(shown_count));
        push_row(&mut table, &sum, RowEmphasis::Total);
    }
    if constructed {
        table.notes.push(running(&format!(
            "Fordelingen på kommuner er konstrueret; kun tallene for {} under ét er indberettet.",
            projekt.landsdel()
        )));
    }
    if any_blank {
        table.notes.push(running(&format!("{NO_ANSWER} betyder, at kommunen ikke har svaret.")));
    }
    table
}

fn landsdele(udmelding: &CentralUdmelding) -> Table {
    let caption = format!("Antal borgere i hele landet: {}", udmelding.kort_titel.value);
    let mut table = build(
        &caption,
        &[("Kommunerne i", 5), ("Befolkning, mio.", 3), ("2017", 0), ("2018", 0), ("2019", 0)],
    );
    flush_right(&mut table, 1..);
    for landsdel in &udmelding.landsdele {
        let mut cells = vec![landsdel.betegnelse.value.clone()];
        cells.push(
            landsdel.befolkning.as_ref().map(|m| danish::number(m.value)).unwrap_or_default(),
        );
        cells.extend(landsdel.antal.iter().map(shown_count));
        let total = landsdel.noegle == "i_alt";
        push_row(&mut table, &cells, if total { RowEmphasis::Total } else { RowEmphasis::Plain });
    }
    let opgjort = &udmelding.opgjort.value;
    let status = udmelding.landsdele.iter().find_map(|row| row.status.as_ref());
    if let Some(status) = status {
        let note = format!("{}, opgjort {opgjort}.", figures_of(&status.value));
        table.notes.push(running(&note));
    }
    table
}

fn tilbud(udmelding: &CentralUdmelding) -> Table {
    let caption = format!("Anvendte tilbud: {}", udmelding.kort_titel.value);
    let mut table = build(
        &caption,
        &[("Tilbud", 4), ("Driftsherre", 4), ("Beliggenhed", 4), ("Anvendes til", 5)],
    );
    for row in &udmelding.tilbud {
        push(
            &mut table,
            &[
                &row.tilbud.value,
                &text_or_pending(row.driftsherre.as_ref(), "driftsherre"),
                &text_or_pending(row.beliggenhed.as_ref(), "beliggenhed"),
                &text_or_pending(row.anvendes_til.as_ref(), "anvendelse"),
            ],
        );
    }
    let notes = udmelding.tilbud.iter().filter_map(|row| Some((&row.tilbud, row.note.as_ref()?)));
    for (name, note) in notes {
        table.notes.push(running(&format!("{}: {}", name.value, note.value)));
    }
    table
}

fn krisecentre(projekt: &Projekt) -> Table {
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

fn alle_takster(projekt: &Projekt) -> Table {
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

fn aendringer(projekt: &Projekt) -> Table {
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

fn belaegning_keys(projekt: &Projekt) -> Vec<String> {
    let mut keys: Vec<String> =
        projekt.belaegninger.iter().map(|series| series.noegle.clone()).collect();
    keys.dedup();
    keys
}

fn belaegning(projekt: &Projekt, key: &str) -> Table {
    let rows: Vec<&Belaegning> =
        projekt.belaegninger.iter().filter(|series| series.noegle == key).collect();
    let name = rows.first().map(|series| series.tilbud.value.clone()).unwrap_or_default();
    let mut table =
        build(&format!("Belægning på {name}"), &[("", 6), ("2017", 0), ("2018", 0), ("2019", 0)]);
    table.header[0].cells[0] = running("Opgørelse");
    flush_right(&mut table, 1..);
    for series in rows {
        let mut cells = vec![series.betegnelse.value.clone()];
        cells.extend(series.tal.iter().map(|value| match (value, &series.enhed) {
            (Some(value), Some(unit)) if unit.value.contains('%') || unit.value == "procent" => {
                format!("{}{NBSP}%", danish::number(value.value))
            }
            (value, _) => shown_count(value),
        }));
        push_row(&mut table, &cells, RowEmphasis::Plain);
    }
    table
}

fn kroner(amount: Option<&Sourced<Decimal>>) -> String {
    amount.map_or_else(|| "[afventer: takst]".to_owned(), |kr| danish::number(kr.value))
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

fn shown_count(count: &Option<Sourced<Decimal>>) -> String {
    count.as_ref().map_or_else(|| NO_ANSWER.to_owned(), |count| danish::number(count.value))
}

fn build(caption: &str, columns: &[(&str, u16)]) -> Table {
    Table {
        caption: running(caption),
        columns: columns
            .iter()
            .map(|(_, weight)| Column { align: Align::Left, weight: *weight })
            .collect(),
        header: vec![Row {
            cells: columns.iter().map(|(name, _)| running(name)).collect(),
            emphasis: RowEmphasis::Plain,
        }],
        ..Table::default()
    }
}

fn flush_right(
    table: &mut Table,
    columns: impl std::slice::SliceIndex<[Column], Output = [Column]>,
) {
    if let Some(columns) = table.columns.get_mut(columns) {
        columns.iter_mut().for_each(|column| column.align = Align::Right);
    }
}

fn push(table: &mut Table, cells: &[&str]) {
    let cells: Vec<String> = cells.iter().map(|cell| (*cell).to_owned()).collect();
    push_row(table, &cells, RowEmphasis::Plain);
}

fn push_row(table: &mut Table, cells: &[String], emphasis: RowEmphasis) {
    table.rows.push(Row { cells: cells.iter().map(|cell| running(cell)).collect(), emphasis });
}

/// The counts of a series by year, for a chart.
pub(super) fn charted(counts: &Yearly) -> Vec<Option<(Decimal, String)>> {
    counts
        .iter()
        .map(|count| count.as_ref().map(|count| (count.value, danish::number(count.value))))
        .collect()
}
