use rust_decimal::Decimal;

use crate::assemble::context::{date_or_pending, decision};
use crate::assemble::shown::Shown;
use crate::assemble::tables::drawing::note;
use crate::model::{Projekt, Sourced, Takst, Takstaendring, whole};
use crate::text::danish;
use crate::text::tree::Table;

/// Adds the notes that make taksts of other belægningsprocenter comparable.
pub(super) fn note_restatements(table: &mut Table, shown: &[&Takst]) {
    shown.iter().filter_map(|takst| restatement(takst)).for_each(|(words, figures)| {
        note(table, &words, figures);
    });
}

/// A note's words, and the figures in it with their cells.
type Words = (String, Vec<Shown>);

fn restatement(takst: &Takst) -> Option<Words> {
    let (from, to) = (takst.belaegning.as_ref()?, takst.omregnes_til.as_ref()?);
    let restated = danish::number(whole(&takst.sammenlignet()?)?);
    let number =
        |value: &Sourced<Decimal>| Shown::of(Some(value), |n| danish::number(*n), String::new);
    let (charge, from, to) = (takst.takst.as_ref().map(number)?, number(from), number(to));
    let restated = Shown::computed(restated, &[&charge, &from, &to]);
    let words = format!(
        "{}: taksten er beregnet med en belægningsprocent på {} %. Ved {} % svarer den til {} kr.",
        takst.tilbud.value, from.text, to.text, restated.text,
    );
    Some((words, vec![from, to, restated]))
}

/// Adds the notes on what a takst was before, or will be.
pub(super) fn note_changes(table: &mut Table, projekt: &Projekt, shown: &[&Takst]) {
    let day = projekt.takstdag();
    let told = |change: &Takstaendring<'_>| {
        if change.gaelder_fra.value <= day { was(change) } else { will_be(change) }
    };
    let changes = projekt.besluttede_aendringer();
    let of_shown = changes.iter().filter(|c| shown.iter().any(|row| row.noegle == c.noegle));
    of_shown.filter_map(told).for_each(|(words, figures)| note(table, &words, figures));
}

fn kroner(amount: &Sourced<Decimal>) -> Shown {
    Shown::of(Some(amount), |kr| danish::kroner(*kr), String::new)
}

fn was(change: &Takstaendring<'_>) -> Option<Words> {
    let (before, from) =
        (kroner(change.foer()?), date_or_pending(Some(change.gaelder_fra), "dato"));
    let tilbud = &change.tilbud.value;
    let words = format!("{tilbud}: taksten var {} før den {}.", before.text, from.text);
    Some((words, vec![before, from]))
}

fn will_be(change: &Takstaendring<'_>) -> Option<Words> {
    let (becomes, amount) = match (change.efter(), change.aendring()) {
        (Some(after), _) => ("er taksten", kroner(&after)),
        (None, Some(difference)) => {
            let falls = difference.value.is_sign_negative();
            let size = Sourced::new(difference.value.abs(), difference.place);
            (if falls { "falder taksten med" } else { "stiger taksten med" }, kroner(&size))
        }
        (None, None) => return None,
    };
    let by = change.besluttet_af().map(|by| by.value.as_str());
    let decided = match (by, change.besluttet()) {
        (Some(by), Some(on)) => format!(" ({by} den {})", danish::date(on.value)),
        (Some(by), None) => format!(" ({by})"),
        (None, _) => String::new(),
    };
    let from = date_or_pending(Some(change.gaelder_fra), "dato");
    let tilbud = &change.tilbud.value;
    let words = format!("{tilbud}: Fra den {} {becomes} {}{decided}.", from.text, amount.text);
    Some((words, vec![from, amount, decision(change.besluttet_af(), change.besluttet())]))
}
