//! Tables of the centrale udmeldinger: counts for the region, by kommune and by landsdel, and tilbud.

use super::drawing::{
    NO_ANSWER, build, flush_right, for_authorities_alone, hidden_note, note, number_column,
    push_row,
};
use super::stand::Stand;
use crate::assemble::context::text_or_pending;
use crate::assemble::shown::Shown;
use crate::model::{CentralUdmelding, Gruppe, Modtager, Projekt, Yearly};
use crate::text::danish;
use crate::text::running;
use crate::text::tree::{Inline, RowEmphasis, Table};

/// The region's counts: the groups of the målgruppe and their sum; others stand apart below it.
pub(super) fn region(projekt: &Projekt, udmelding: &CentralUdmelding) -> Table {
    let sign = &projekt.aftale.diskretion.tegn;
    let groups = || udmelding.grupper.iter().map(|gruppe| &gruppe.region);
    let stand = Stand::of(groups(), udmelding);
    let caption = format!("Antal borgere i {}", projekt.landsdel());
    let mut table = by_year(&caption, &[("Gruppe", 7)], udmelding, &stand);
    let mut push = |name: &str, counts: &Yearly, emphasis| {
        let mut cells = vec![Shown::from(name.to_owned())];
        cells.extend(stand.shown(counts, sign));
        push_row(&mut table, &cells, emphasis);
    };
    for gruppe in udmelding.maalgruppe() {
        push(&gruppe.betegnelse.value, &gruppe.region, RowEmphasis::Plain);
    }
    if udmelding.maalgruppe().count() > 1 {
        push("I alt i målgruppen", &udmelding.i_alt, RowEmphasis::Total);
    }
    for gruppe in udmelding.grupper.iter().filter(|gruppe| !gruppe.i_maalgruppen) {
        push(&gruppe.betegnelse.value, &gruppe.region, RowEmphasis::Aside);
    }
    stand.note(&mut table);
    if udmelding.grupper.iter().any(|gruppe| !gruppe.i_maalgruppen) {
        table.notes.push(running(
            "Rækken i kursiv hører ikke til målgruppen og er ikke talt med i summen.",
        ));
    }
    table.notes.extend(udmelding.grupper.iter().filter_map(missing_note));
    udmelding.grupper.iter().for_each(|gruppe| changed_notes(&mut table, gruppe));
    table.notes.extend(hidden_note(groups().chain([&udmelding.i_alt]), sign));
    table
}

/// A table whose last columns are the years, named by what it counts and labelled when it is made
/// up.
fn by_year(
    caption: &str,
    columns: &[(&str, u16)],
    udmelding: &CentralUdmelding,
    stand: &Stand<'_>,
) -> Table {
    let label = match (stand.is_constructed(), stand.is_mixed()) {
        (true, true) => " (til dels konstruerede tal)",
        (true, false) => " (konstruerede tal)",
        (false, _) => "",
    };
    let mut table = build(&format!("{caption}{label}: {}", udmelding.kort_titel.value), columns);
    udmelding.aar.iter().for_each(|aar| number_column(&mut table, &aar.to_string()));
    table
}

fn missing_note(gruppe: &Gruppe) -> Option<Vec<Inline>> {
    let from = (gruppe.mangler > 0).then(|| kommuner(gruppe.mangler))?;
    Some(running(&format!("{}: Der mangler svar fra {from}.", gruppe.betegnelse.value)))
}

/// So many kommuner in words: "én kommune", "to kommuner".
pub(in crate::assemble) fn kommuner(count: usize) -> String {
    match count {
        0 => "ingen kommuner".to_owned(),
        1 => "én kommune".to_owned(),
        more => format!("{} kommuner", danish::in_words(more.into())),
    }
}

/// Tells of each total that is not as it was told before.
fn changed_notes(table: &mut Table, gruppe: &Gruppe) {
    let Some(told) = &gruppe.kontroltal else { return };
    let source = told.kilde.as_ref().map(|kilde| format!(" ({})", kilde.value));
    let source = source.unwrap_or_default();
    for (aar, before) in told.antal.iter() {
        let Some(now) = gruppe.region.get(aar) else { continue };
        let (Some(was), Some(is)) = (before.antal.tal(), now.antal.tal()) else { continue };
        if was != is {
            let (was, is) = (danish::number(was), danish::number(is));
            let name = &gruppe.betegnelse.value;
            let words =
                format!("{name}, {aar}: Tallet er nu {is}; tidligere var det {was}{source}.");
            note(table, &words, [Shown::new(is, &now.celler), Shown::new(was, &before.celler)]);
        }
    }
}

/// The counts by kommune, which only the authorities may see.
pub(super) fn per_kommune(projekt: &Projekt, udmelding: &CentralUdmelding) -> Table {
    if projekt.modtager == Modtager::Offentlig {
        let caption = format!("Antal borgere fordelt på kommuner: {}", udmelding.kort_titel.value);
        let words = "Tallene fordelt på kommuner er kun til myndighederne, fordi så små tal kan gøre \
                     borgere genkendelige.";
        return for_authorities_alone(&caption, "Fordeling", words);
    }
    let sign = &projekt.aftale.diskretion.tegn;
    let rows = || udmelding.grupper.iter().flat_map(|gruppe| &gruppe.kommuner);
    let totals = || udmelding.grupper.iter().map(|gruppe| &gruppe.region);
    let mut stand = Stand::of(rows().map(|row| &row.antal), udmelding);
    if stand.is_mixed() {
        stand = Stand::of(rows().map(|row| &row.antal).chain(totals()), udmelding);
    }
    let columns = [("Gruppe og kommune", 6)];
    let mut table = by_year("Antal borgere fordelt på kommuner", &columns, udmelding, &stand);
    let mut push = |name: &str, counts: Vec<Shown>, emphasis| {
        let mut cells = vec![Shown::from(name.to_owned())];
        cells.extend(counts);
        push_row(&mut table, &cells, emphasis);
    };
    for gruppe in &udmelding.grupper {
        let blank = vec![Shown::default(); udmelding.aar.len()];
        push(&gruppe.betegnelse.value, blank, RowEmphasis::Group);
        for row in &gruppe.kommuner {
            push(&row.kommune, stand.shown(&row.antal, sign), RowEmphasis::Plain);
        }
        push("I alt", stand.shown(&gruppe.region, sign), RowEmphasis::Total);
    }
    stand.explain(&mut table);
    if stand.is_constructed() && !stand.is_mixed() {
        table.notes.push(constructed_note(projekt, udmelding));
    }
    if udmelding.grupper.iter().any(|gruppe| gruppe.mangler > 0) {
        table.notes.push(running(&format!("{NO_ANSWER} betyder, at kommunen ikke har svaret.")));
    }
    table.notes.extend(hidden_note(rows().map(|row| &row.antal).chain(totals()), sign));
    table
}

/// What says how much of a table by kommune is made up: all of it, or only who has which part.
fn constructed_note(projekt: &Projekt, udmelding: &CentralUdmelding) -> Vec<Inline> {
    let totals = udmelding.grupper.iter().map(|gruppe| &gruppe.region);
    if Stand::of(totals, udmelding).is_constructed() {
        return running("Tallene er konstruerede og viser kun, hvordan opgørelsen vil se ud.");
    }
    running(&format!(
        "Fordelingen på kommuner er konstrueret; kun tallene for {} under ét er indberettet.",
        projekt.landsdel()
    ))
}

pub(super) fn landsdele(projekt: &Projekt, udmelding: &CentralUdmelding) -> Table {
    let sign = &projekt.aftale.diskretion.tegn;
    let stand = Stand::of(udmelding.landsdele.iter().map(|row| &row.antal), udmelding);
    let columns = [("Kommunerne i", 5), ("Befolkning, mio.", 3)];
    let mut table = by_year("Antal borgere i hele landet", &columns, udmelding, &stand);
    flush_right(&mut table, 1..);
    for landsdel in &udmelding.landsdele {
        let people = landsdel.befolkning.as_ref();
        let people = Shown::of(people, |people| danish::number(*people), String::new);
        let mut cells = vec![Shown::from(landsdel.betegnelse.value.clone()), people];
        cells.extend(stand.shown(&landsdel.antal, sign));
        let total = landsdel.noegle == "i_alt";
        push_row(&mut table, &cells, if total { RowEmphasis::Total } else { RowEmphasis::Plain });
    }
    stand.note(&mut table);
    table.notes.extend(hidden_note(udmelding.landsdele.iter().map(|row| &row.antal), sign));
    table
}

/// The tilbud used, with their users by year where any are told.
pub(super) fn tilbud(projekt: &Projekt, udmelding: &CentralUdmelding) -> Table {
    let sign = &projekt.aftale.diskretion.tegn;
    let users = || udmelding.tilbud.iter().map(|row| &row.brugere);
    let any_told = users().any(|users| users.iter().next().is_some());
    let stand = Stand::of(users(), udmelding);
    let columns = [("Tilbud", 4), ("Driftsherre", 4), ("Beliggenhed", 4), ("Anvendes til", 5)];
    let mut table = if any_told {
        by_year("Anvendte tilbud og deres brugere", &columns, udmelding, &stand)
    } else {
        build(&format!("Anvendte tilbud: {}", udmelding.kort_titel.value), &columns)
    };
    for row in &udmelding.tilbud {
        let mut cells = vec![
            Shown::from(&row.tilbud),
            text_or_pending(row.driftsherre.as_ref(), "driftsherre"),
            text_or_pending(row.beliggenhed.as_ref(), "beliggenhed"),
            text_or_pending(row.anvendes_til.as_ref(), "anvendelse"),
        ];
        if any_told {
            cells.extend(stand.shown(&row.brugere, sign));
        }
        push_row(&mut table, &cells, RowEmphasis::Plain);
    }
    let notes = udmelding.tilbud.iter().filter_map(|row| Some((&row.tilbud, row.note.as_ref()?)));
    for (name, words) in notes {
        note(&mut table, &format!("{}: {}", name.value, words.value), [Shown::from(words)]);
    }
    if any_told {
        stand.explain(&mut table);
        table.notes.push(running(&format!(
            "Under årene står antallet af brugere; {NO_ANSWER} betyder, at det ikke er oplyst."
        )));
    }
    table.notes.extend(hidden_note(users(), sign));
    table
}
