//! Rules over takster: rows, changes, what is worked out, and percentages.

mod aendringer;
mod belaegning;
mod beregning;
mod near;
mod objektiv;
mod procenter;
mod raekker;

pub(super) use self::belaegning::advised;
use super::basis::Basis;
use crate::finding::Findings;

pub(super) fn check(basis: &Basis<'_>, findings: &mut Findings) {
    let projekt = basis.projekt;
    raekker::check(projekt, findings);
    aendringer::check(basis, findings);
    beregning::check(basis, findings);
    procenter::check(projekt, findings);
    belaegning::check(projekt, findings);
    objektiv::check(projekt, findings);
}
