//! Rules over takster: rows, changes, what is worked out, and percentages.

mod aendringer;
mod beregning;
mod procenter;
mod raekker;

use crate::finding::Findings;
use crate::model::Projekt;

pub(super) fn check(projekt: &Projekt, findings: &mut Findings) {
    raekker::check(projekt, findings);
    aendringer::check(projekt, findings);
    beregning::check(projekt, findings);
    procenter::check(projekt, findings);
}
