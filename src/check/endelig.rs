use super::basis::Basis;
use super::{kladder, konstruerede, oplaesning};
use crate::finding::Findings;
use crate::input::Records;

/// What a final edition may not be or hold besides what the rules refuse in it.
pub fn not_final(records: &Records) -> Findings {
    let basis = Basis { projekt: &records.projekt, places: &records.places, passages: &[] };
    let mut findings = Findings::new();
    kladder::check(&basis, &mut findings);
    konstruerede::check(&basis, &mut findings);
    oplaesning::check(&basis, &mut findings);
    findings
}
