//! Rules over takster: rows, changes, what is worked out, and percentages.

mod aendringer;
mod belaegning;
mod beregning;
mod near;
mod objektiv;
mod procenter;
mod raekker;

pub use self::belaegning::advised;
use crate::finding::Findings;
use crate::model::Projekt;

pub(super) fn check(projekt: &Projekt, findings: &mut Findings) {
    raekker::check(projekt, findings);
    aendringer::check(projekt, findings);
    beregning::check(projekt, findings);
    procenter::check(projekt, findings);
    belaegning::check(projekt, findings);
    objektiv::check(projekt, findings);
}
