use rust_decimal::Decimal;

use super::takstraekker as rows;
use crate::finding::{Finding, Findings};
use crate::model::{Omregning, Projekt, Sourced, Takstaendring};
use crate::text::danish::{date, number};

/// Changes add up, restatements are right, and both say what the table of takster says.
pub(super) fn check(projekt: &Projekt, findings: &mut Findings) {
    rows::check(projekt, findings);
    for change in &projekt.aendringer {
        adds_up(change, findings);
        agrees(projekt, change, findings);
    }
    for row in &projekt.omregninger {
        restated(row, findings);
    }
    for takst in &projekt.takster {
        if let Some(percent) = &takst.belaegning {
            plausible(percent, findings);
        }
    }
}

/// Before + change = after.
fn adds_up(change: &Takstaendring, findings: &mut Findings) {
    let (Some(before), Some(after)) = (&change.foer, &change.efter) else { return };
    let sum = before.value + change.aendring.value;
    if sum != after.value {
        findings.push(
            Finding::fejl(
                "aendring-passer-ikke",
                after.place.clone(),
                format!(
                    "{} + {} er {}, men her står {}.",
                    number(before.value),
                    number(change.aendring.value),
                    number(sum),
                    number(after.value)
                ),
            )
            .hint("Ret det tal, der er forkert."),
        );
    }
}

/// The takst from the change's date on stands in the table with the same amount.
fn agrees(projekt: &Projekt, change: &Takstaendring, findings: &mut Findings) {
    let Some(after) = &change.efter else { return };
    let from = change.gaelder_fra.value;
    let row = projekt.takster.iter().find(|takst| {
        takst.noegle == change.noegle
            && takst.gaelder_fra.as_ref().is_some_and(|begins| begins.value == from)
    });
    match row.and_then(|takst| takst.takst.as_ref()) {
        Some(listed) if listed.value == after.value => {}
        Some(listed) => findings.push(differs(listed, after, change)),
        None => findings.push(
            Finding::advarsel(
                "aendring-uden-takst",
                after.place.clone(),
                format!(
                    "{} skal have taksten {} fra den {}, men den står ikke i arket »Takster«.",
                    change.tilbud.value,
                    number(after.value),
                    date(from)
                ),
            )
            .hint("Tilføj en række med den nye takst."),
        ),
    }
    let earlier = projekt
        .takster
        .iter()
        .filter(|takst| takst.noegle == change.noegle)
        .filter(|takst| takst.gaelder_fra.as_ref().is_none_or(|begins| begins.value < from))
        .max_by_key(|takst| takst.gaelder_fra.as_ref().map(|begins| begins.value));
    let listed = earlier.and_then(|takst| takst.takst.as_ref());
    if let (Some(before), Some(listed)) = (&change.foer, listed)
        && listed.value != before.value
    {
        findings.push(differs(listed, before, change));
    }
}

fn differs(
    listed: &Sourced<Decimal>,
    stated: &Sourced<Decimal>,
    change: &Takstaendring,
) -> Finding {
    Finding::fejl(
        "takst-to-steder",
        listed.place.clone(),
        format!(
            "{} har taksten {} her, men {} i {}.",
            change.tilbud.value,
            number(listed.value),
            number(stated.value),
            stated.place
        ),
    )
    .hint("Ret det tal, der er forkert, så de to ark siger det samme.")
}

/// takst × percent ÷ other percent, within 1 krone since both are rounded.
fn restated(row: &Omregning, findings: &mut Findings) {
    let percents = [&row.belaegning, &row.omregnet_til];
    percents.iter().for_each(|percent| plausible(percent, findings));
    if !percents.iter().all(|percent| is_plausible(percent)) {
        return;
    }
    let exact = row.takst.value * row.belaegning.value / row.omregnet_til.value;
    if (exact - row.omregnet_takst.value).abs() > Decimal::ONE {
        findings.push(
            Finding::fejl(
                "omregning-passer-ikke",
                row.omregnet_takst.place.clone(),
                format!(
                    "{} kr. ved {} % svarer til {} kr. ved {} %, men her står {}.",
                    number(row.takst.value),
                    number(row.belaegning.value),
                    number(exact.round()),
                    number(row.omregnet_til.value),
                    number(row.omregnet_takst.value)
                ),
            )
            .hint("Ret det tal, der er forkert."),
        );
    }
}

fn is_plausible(percent: &Sourced<Decimal>) -> bool {
    (Decimal::from(20)..=Decimal::from(110)).contains(&percent.value)
}

fn plausible(percent: &Sourced<Decimal>, findings: &mut Findings) {
    if !is_plausible(percent) {
        findings.push(
            Finding::fejl(
                "procent-uden-for-rimelighed",
                percent.place.clone(),
                format!("En belægningsprocent på {} kan ikke være rigtig.", number(percent.value)),
            )
            .hint("Skriv 95 for 95 %, uden at formatere cellen som procent."),
        );
    }
}
