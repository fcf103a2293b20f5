use rust_decimal::Decimal;

use super::basis::Basis;
use crate::finding::Findings;
use crate::model::TAKSTENHED;
use crate::text::danish::number;

/// A takst is of a size that its unit can have: 1,933 is no 1.933 (R06).
pub(super) fn check(basis: &Basis<'_>, findings: &mut Findings) {
    let Some(regel) = basis.rule("R06") else { return };
    let (Some(least), Some(most)) = (regel.decimal("mindst"), regel.decimal("hoejst")) else {
        return;
    };
    for takst in basis.projekt.takster.iter().filter_map(|row| row.takst.as_ref()) {
        // What is below zero has been told as such.
        if takst.value < Decimal::ZERO || (least..=most).contains(&takst.value) {
            continue;
        }
        let message = format!(
            "Taksten {} ligger uden for {} til {} {TAKSTENHED}.",
            number(takst.value),
            number(least),
            number(most)
        );
        let finding = regel.broken("takst-uden-for-graenser", takst.place.clone(), message);
        findings.push(finding.hint("Se efter, om et punktum for tusinder er blevet et komma."));
    }
}
