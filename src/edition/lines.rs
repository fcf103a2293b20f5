use std::collections::BTreeMap;

use super::about::About;
use super::nummer::Nummer;
use crate::model::Udgavelinje;

/// The lines of all editions that are known, by number; one whose file is lost is known from those
/// that came after it.
pub(super) fn lines(kept: &[About]) -> BTreeMap<Nummer, Udgavelinje> {
    let told = kept.iter().flat_map(|about| about.tidligere.iter().cloned());
    let own = kept.iter().map(About::line);
    let numbered = |line: Udgavelinje| Some((Nummer::parse(line.nummer.as_deref()?)?, line));
    told.chain(own).filter_map(numbered).collect()
}
