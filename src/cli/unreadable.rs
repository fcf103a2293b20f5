use crate::edition::Edition;
use crate::finding::{Finding, Findings, Place, Severity};
use crate::text::danish::without_personnumre;

/// What was fine when the edition was frozen is only told if it cannot be read any more.
pub(super) fn unreadable(edition: &Edition, faults: &Findings) -> Option<Finding> {
    let fault = faults.iter().find(|finding| finding.severity == Severity::Fejl)?;
    let message = format!(
        "Udgave {} kan ikke læses af programmet, som det er nu. I dens {}: {}",
        edition.about().nummer,
        fault.place,
        fault.message
    );
    let message = without_personnumre(&message);
    let finding = Finding::fejl("udgave-ulaeselig", Place::file(edition.file()), message);
    Some(finding.hint("Dens egne dokumenter kan hentes frem med »socialaftale byg --udgave«."))
}
