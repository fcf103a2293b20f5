use rust_decimal::Decimal;

use super::near::near;
use crate::finding::{Finding, Findings};
use crate::model::{Exact, Projekt, Sourced, Takst, whole};
use crate::text::danish::number;

/// What is stated as worked out is what comes of working it out.
pub(super) fn check(projekt: &Projekt, findings: &mut Findings) {
    let Some(tolerance) = projekt.takstregel("T05").and_then(|regel| regel.decimal("kroner"))
    else {
        return;
    };
    for takst in &projekt.takster {
        findings.extend(restated(takst, tolerance));
        let dage = projekt.betalingsdage(takst);
        findings.extend(dage.and_then(|dage| from_grundlag(takst, dage, tolerance)));
    }
}

/// takst × percent ÷ other percent.
fn restated(takst: &Takst, tolerance: Decimal) -> Option<Finding> {
    let (own, percent) = (takst.takst.as_ref()?, takst.belaegning.as_ref()?);
    let (stated, other) = (takst.omregnet.as_ref()?, takst.omregnes_til.as_ref()?);
    let computed = takst.sammenlignet()?;
    let how = format!(
        "{} kr. ved {} % svarer til {{}} kr. ved {} %",
        number(own.value),
        number(percent.value),
        number(other.value)
    );
    differs("omregning-passer-ikke", stated, &computed, tolerance, &how)
}

/// grundlag ÷ (places × days × belægning).
fn from_grundlag(takst: &Takst, dage: Decimal, tolerance: Decimal) -> Option<Finding> {
    let (stated, grundlag) = (takst.takst.as_ref()?, takst.grundlag.as_ref()?);
    let computed = takst.udregnet(dage)?;
    let dage = takst.dage.as_ref().map_or(dage, |own| own.value);
    let cells = [&takst.pladser, &takst.belaegning]
        .map(|cell| cell.as_ref().map_or_else(String::new, |cell| number(cell.value)));
    let how = format!(
        "{} kr. ÷ ({} pladser × {} dage × {} %) er {{}} kr.",
        number(grundlag.value),
        cells[0],
        number(dage),
        cells[1]
    );
    differs("takst-passer-ikke", stated, &computed, tolerance, &how)
}

/// A stated amount that is further from the computed one than rounding can bring it; `how` has
/// `{}` for the latter.
fn differs(
    code: &'static str,
    stated: &Sourced<Decimal>,
    computed: &Exact,
    tolerance: Decimal,
    how: &str,
) -> Option<Finding> {
    if near(stated.value, computed, tolerance) {
        return None;
    }
    let how = how.replace("{}", &number(whole(computed)?));
    let message = format!("{how}, men her står {}.", number(stated.value));
    Some(Finding::fejl(code, stated.place.clone(), message).hint("Ret det tal, der er forkert."))
}
