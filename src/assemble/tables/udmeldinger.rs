//! Tables of the centrale udmeldinger: counts for the region, by kommune and by landsdel, and tilbud.

use rust_decimal::Decimal;

use super::drawing::{NO_ANSWER, build, flush_right, push, push_row, shown_count};
use crate::assemble::context::text_or_pending;
use crate::model::{CentralUdmelding, Gruppe, Projekt, YEARS, Yearly};
use crate::text::danish;
use crate::text::running;
use crate::text::tree::{RowEmphasis, Table};

/// The region's counts: the groups of the målgruppe and their sum; others stand apart below it.
pub(super) fn region(projekt: &Projekt, udmelding: &CentralUdmelding) -> Table {
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
pub(in crate::assemble) fn figures_of(status: &str) -> String {
    let mut letters = status.chars();
    let first = letters.next().map(|first| first.to_uppercase().to_string()).unwrap_or_default();
    let ending = if status.ends_with('e') { "" } else { "e" };
    format!("{first}{}{ending} tal", letters.as_str())
}

pub(super) fn per_kommune(projekt: &Projekt, udmelding: &CentralUdmelding) -> Table {
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

pub(super) fn landsdele(udmelding: &CentralUdmelding) -> Table {
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

pub(super) fn tilbud(udmelding: &CentralUdmelding) -> Table {
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

/// The counts of a series by year, for a chart.
pub(in crate::assemble) fn charted(counts: &Yearly) -> Vec<Option<(Decimal, String)>> {
    counts
        .iter()
        .map(|count| count.as_ref().map(|count| (count.value, danish::number(count.value))))
        .collect()
}
