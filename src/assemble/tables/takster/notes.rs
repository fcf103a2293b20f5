use crate::model::{Projekt, Takst, Takstaendring, whole};
use crate::text::danish;
use crate::text::running;
use crate::text::tree::Inline;

/// The notes that make taksts of other belægningsprocenter comparable.
pub(super) fn restatements(shown: &[&Takst]) -> Vec<Vec<Inline>> {
    shown.iter().filter_map(|takst| restatement(takst)).map(|note| running(&note)).collect()
}

fn restatement(takst: &Takst) -> Option<String> {
    let (from, to) = (takst.belaegning.as_ref()?, takst.omregnes_til.as_ref()?);
    let restated = whole(&takst.sammenlignet()?)?;
    Some(format!(
        "{}: taksten er beregnet med en belægningsprocent på {} %. Ved {} % svarer den til {} kr.",
        takst.tilbud.value,
        danish::number(from.value),
        danish::number(to.value),
        danish::number(restated),
    ))
}

/// The notes on what a takst was before, or will be.
pub(super) fn changes_of(projekt: &Projekt, shown: &[&Takst]) -> Vec<Vec<Inline>> {
    let day = projekt.takstdag();
    let told = |change: &Takstaendring<'_>| {
        if change.gaelder_fra.value <= day { was(change) } else { will_be(change) }
    };
    let changes = projekt.besluttede_aendringer();
    let of_shown = changes.iter().filter(|c| shown.iter().any(|row| row.noegle == c.noegle));
    of_shown.filter_map(told).map(|note| running(&note)).collect()
}

fn was(change: &Takstaendring<'_>) -> Option<String> {
    Some(format!(
        "{}: taksten var {} før den {}.",
        change.tilbud.value,
        danish::kroner(change.foer()?.value),
        danish::date(change.gaelder_fra.value),
    ))
}

fn will_be(change: &Takstaendring<'_>) -> Option<String> {
    let becomes = match (change.efter(), change.aendring()) {
        (Some(after), _) => format!("er taksten {}", danish::kroner(after.value)),
        (None, Some(difference)) => {
            let verb = if difference.value.is_sign_negative() { "falder" } else { "stiger" };
            format!("{verb} taksten med {}", danish::kroner(difference.value.abs()))
        }
        (None, None) => return None,
    };
    let decided = match (change.besluttet_af(), change.besluttet()) {
        (Some(by), Some(on)) => format!(" ({} den {})", by.value, danish::date(on.value)),
        (Some(by), None) => format!(" ({})", by.value),
        (None, _) => String::new(),
    };
    let from = danish::date(change.gaelder_fra.value);
    Some(format!("{}: Fra den {from} {becomes}{decided}.", change.tilbud.value))
}
