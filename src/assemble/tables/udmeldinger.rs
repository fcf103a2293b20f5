//! Tables of the centrale udmeldinger: counts for the region, by kommune and by landsdel, and tilbud.

use super::drawing::{
    NO_ANSWER, build, flush_right, hidden_note, note, number_column, push, push_row, shown_counts,
};
use crate::assemble::context::text_or_pending;
use crate::assemble::shown::Shown;
use crate::model::{CentralUdmelding, Gruppe, Modtager, Projekt};
use crate::text::danish;
use crate::text::running;
use crate::text::tree::{RowEmphasis, Table};

/// The region's counts: the groups of the målgruppe and their sum; others stand apart below it.
pub(super) fn region(projekt: &Projekt, udmelding: &CentralUdmelding) -> Table {
    let caption = format!("Antal borgere i {}: {}", projekt.landsdel(), udmelding.kort_titel.value);
    let any_missing = udmelding.grupper.iter().any(|gruppe| gruppe.mangler.is_some());
    let sign = &projekt.aftale.diskretion.tegn;
    let mut table = build(&caption, &[("Gruppe", 7)]);
    udmelding.aar.iter().for_each(|aar| number_column(&mut table, &aar.to_string()));
    if any_missing {
        number_column(&mut table, "Mangler svar");
    }
    let row = |gruppe: &Gruppe| {
        let mut cells = vec![Shown::from(gruppe.betegnelse.value.clone())];
        cells.extend(shown_counts(&gruppe.region, &udmelding.aar, sign));
        if any_missing {
            let unknown = || NO_ANSWER.to_owned();
            cells.push(Shown::of(gruppe.mangler.as_ref(), |count| danish::number(*count), unknown));
        }
        cells
    };
    for gruppe in udmelding.maalgruppe() {
        push_row(&mut table, &row(gruppe), RowEmphasis::Plain);
    }
    if udmelding.maalgruppe().count() > 1 {
        let mut cells = vec![Shown::from("I alt i målgruppen".to_owned())];
        cells.extend(shown_counts(&udmelding.i_alt, &udmelding.aar, sign));
        if any_missing {
            cells.push(Shown::default());
        }
        push_row(&mut table, &cells, RowEmphasis::Total);
    }
    for gruppe in udmelding.grupper.iter().filter(|gruppe| !gruppe.i_maalgruppen) {
        push_row(&mut table, &row(gruppe), RowEmphasis::Aside);
    }
    note(&mut table, &status_note(udmelding), [Shown::from(&udmelding.opgjort)]);
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
    let counts = udmelding.grupper.iter().map(|gruppe| &gruppe.region).chain([&udmelding.i_alt]);
    table.notes.extend(hidden_note(counts, sign));
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

/// The counts by kommune, which only the authorities may see.
pub(super) fn per_kommune(projekt: &Projekt, udmelding: &CentralUdmelding) -> Table {
    if projekt.modtager == Modtager::Offentlig {
        return for_authorities_alone(udmelding);
    }
    let constructed = udmelding
        .grupper
        .iter()
        .flat_map(|gruppe| &gruppe.kommuner)
        .any(|row| row.grundlag.value.to_lowercase().contains("konstrueret"));
    let label = if constructed { " (konstruerede tal)" } else { "" };
    let caption =
        format!("Antal borgere fordelt på kommuner{label}: {}", udmelding.kort_titel.value);
    let sign = &projekt.aftale.diskretion.tegn;
    let mut table = build(&caption, &[("Gruppe og kommune", 6)]);
    udmelding.aar.iter().for_each(|aar| number_column(&mut table, &aar.to_string()));
    let mut any_blank = false;
    for gruppe in &udmelding.grupper {
        let mut named = vec![gruppe.betegnelse.value.clone()];
        named.resize(1 + udmelding.aar.len(), String::new());
        push_row(&mut table, &named, RowEmphasis::Group);
        for row in &gruppe.kommuner {
            any_blank |= udmelding.aar.iter().any(|aar| row.antal.get(*aar).is_none());
            let mut cells = vec![Shown::from(row.kommune.value.clone())];
            cells.extend(shown_counts(&row.antal, &udmelding.aar, sign));
            push_row(&mut table, &cells, RowEmphasis::Plain);
        }
        let mut sum = vec![Shown::from("I alt".to_owned())];
        sum.extend(shown_counts(&gruppe.region, &udmelding.aar, sign));
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
    let counts = udmelding
        .grupper
        .iter()
        .flat_map(|gruppe| gruppe.kommuner.iter().map(|row| &row.antal).chain([&gruppe.region]));
    table.notes.extend(hidden_note(counts, sign));
    table
}

fn for_authorities_alone(udmelding: &CentralUdmelding) -> Table {
    let caption = format!("Antal borgere fordelt på kommuner: {}", udmelding.kort_titel.value);
    let mut table = build(&caption, &[("Fordeling", 1)]);
    let words = "Tallene fordelt på kommuner er kun til myndighederne, fordi så små tal kan gøre borgere genkendelige.";
    push(&mut table, &[&words.to_owned()]);
    table
}

pub(super) fn landsdele(projekt: &Projekt, udmelding: &CentralUdmelding) -> Table {
    let caption = format!("Antal borgere i hele landet: {}", udmelding.kort_titel.value);
    let sign = &projekt.aftale.diskretion.tegn;
    let mut table = build(&caption, &[("Kommunerne i", 5), ("Befolkning, mio.", 3)]);
    flush_right(&mut table, 1..);
    udmelding.aar.iter().for_each(|aar| number_column(&mut table, &aar.to_string()));
    for landsdel in &udmelding.landsdele {
        let mut cells = vec![Shown::from(landsdel.betegnelse.value.clone())];
        cells.push(Shown::of(
            landsdel.befolkning.as_ref(),
            |people| danish::number(*people),
            String::new,
        ));
        cells.extend(shown_counts(&landsdel.antal, &udmelding.aar, sign));
        let total = landsdel.noegle == "i_alt";
        push_row(&mut table, &cells, if total { RowEmphasis::Total } else { RowEmphasis::Plain });
    }
    let opgjort = &udmelding.opgjort;
    let status = udmelding.landsdele.iter().find_map(|row| row.status.as_ref());
    if let Some(status) = status {
        let words = format!("{}, opgjort {}.", figures_of(&status.value), opgjort.value);
        note(&mut table, &words, [Shown::from(opgjort)]);
    }
    table.notes.extend(hidden_note(udmelding.landsdele.iter().map(|row| &row.antal), sign));
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
                &row.tilbud,
                &text_or_pending(row.driftsherre.as_ref(), "driftsherre"),
                &text_or_pending(row.beliggenhed.as_ref(), "beliggenhed"),
                &text_or_pending(row.anvendes_til.as_ref(), "anvendelse"),
            ],
        );
    }
    let notes = udmelding.tilbud.iter().filter_map(|row| Some((&row.tilbud, row.note.as_ref()?)));
    for (name, words) in notes {
        note(&mut table, &format!("{}: {}", name.value, words.value), [Shown::from(words)]);
    }
    table
}
