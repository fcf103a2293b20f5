use super::record::{Record, compared};
use super::side::Side;
use super::thing::Thing;
use crate::assemble::Job;
use crate::text::danish;

/// The documents: added, removed, renamed, and those with an edition of their own.
pub(super) fn changed(old: &Side<'_>, new: &Side<'_>) -> Vec<Thing> {
    let records = |side: &Side<'_>| side.jobs.iter().map(|job| record(side, job)).collect();
    let (old, new): (Vec<Record>, Vec<Record>) = (records(old), records(new));
    compared(&old, &new)
}

fn record(side: &Side<'_>, job: &Job<'_>) -> Record {
    let subtitle = job.context.get("dokument.undertitel").and_then(|value| value.as_str());
    let udgave = &job.udgave;
    let own = (*udgave != side.projekt.aftale.udgave)
        .then(|| format!("{}, {}, {}", udgave.betegnelse, danish::date(udgave.dato), udgave.organ));
    Record::new(job.key.as_str(), name(job))
        .with("Titel", job.title.as_str())
        .with("Undertitel", subtitle.unwrap_or_default())
        .with("Udgave", own.unwrap_or_default())
}

/// A document by its title; a case by its party as well.
pub(super) fn name(job: &Job<'_>) -> String {
    match job.myndighed {
        Some(party) => format!("{} ({})", job.title, party.navn),
        None => job.title.clone(),
    }
}
