use rust_decimal::Decimal;

use crate::finding::{Finding, Findings};
use crate::model::{Projekt, Sourced};
use crate::text::danish::number;

/// A belægningsprocent is one that can be, so that 0,95 typed for 95 % is seen.
pub(super) fn check(projekt: &Projekt, findings: &mut Findings) {
    let percents = projekt.takster.iter().flat_map(|row| [&row.belaegning, &row.omregnes_til]);
    findings.extend(percents.flatten().filter_map(plausible));
}

pub(super) fn is_plausible(percent: &Sourced<Decimal>) -> bool {
    (Decimal::from(20)..=Decimal::from(110)).contains(&percent.value)
}

fn plausible(percent: &Sourced<Decimal>) -> Option<Finding> {
    (!is_plausible(percent)).then(|| {
        Finding::fejl(
            "procent-uden-for-rimelighed",
            percent.place.clone(),
            format!("En belægningsprocent på {} kan ikke være rigtig.", number(percent.value)),
        )
        .hint("Skriv 95 for 95 %, uden at formatere cellen som procent.")
    })
}
