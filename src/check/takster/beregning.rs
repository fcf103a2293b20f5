use rust_decimal::Decimal;

use super::near::near;
use crate::check::basis::Basis;
use crate::finding::{Finding, Findings};
use crate::model::{Exact, Regel, Sourced, Takst, whole};
use crate::text::danish::number;

/// What is stated as worked out is what comes of working it out.
pub(super) fn check(basis: &Basis<'_>, findings: &mut Findings) {
    let projekt = basis.projekt;
    let Some(rounding) = projekt.takstregel("T05") else { return };
    let restating = basis.rule("R04");
    for takst in &projekt.takster {
        findings.extend(restating.and_then(|regel| restated(regel, takst, rounding)));
        let days = projekt.dageregel(takst);
        findings.extend(days.and_then(|regel| from_grundlag(regel, takst, rounding)));
    }
}

/// takst × percent ÷ other percent (R04).
fn restated(regel: &Regel, takst: &Takst, rounding: &Regel) -> Option<Finding> {
    let (own, percent) = (takst.takst.as_ref()?, takst.belaegning.as_ref()?);
    let (stated, other) = (takst.omregnet.as_ref()?, takst.omregnes_til.as_ref()?);
    let computed = takst.sammenlignet()?;
    let how = |amount: &str| {
        format!(
            "{}: {} kr. ved {} % svarer til {amount} kr. ved {} %",
            takst.tilbud.value,
            number(own.value),
            number(percent.value),
            number(other.value)
        )
    };
    let how = differs(stated, &computed, rounding, how)?;
    Some(told(regel, "omregning-passer-ikke", stated, how))
}

/// grundlag ÷ (places × days × belægning): by the rule that lends the days (T04), or else by the
/// one about rounding (T05).
fn from_grundlag(lending: &Regel, takst: &Takst, rounding: &Regel) -> Option<Finding> {
    let (stated, grundlag) = (takst.takst.as_ref()?, takst.grundlag.as_ref()?);
    let lent = lending.decimal("dage")?;
    let computed = takst.udregnet(lent)?;
    let dage = takst.dage.as_ref().map_or(lent, |own| own.value);
    let cells = [&takst.pladser, &takst.belaegning]
        .map(|cell| cell.as_ref().map_or_else(String::new, |cell| number(cell.value)));
    let how = |amount: &str| {
        format!(
            "{}: {} kr. ÷ ({} pladser × {} dage × {} %) er {amount} kr.",
            takst.tilbud.value,
            number(grundlag.value),
            cells[0],
            number(dage),
            cells[1]
        )
    };
    let how = differs(stated, &computed, rounding, how)?;
    let regel = if takst.dage.is_none() { lending } else { rounding };
    Some(told(regel, "takst-passer-ikke", stated, how))
}

/// How a stated amount is further from the computed one than rounding can bring it; `how` says
/// where the latter comes from.
fn differs(
    stated: &Sourced<Decimal>,
    computed: &Exact,
    rounding: &Regel,
    how: impl Fn(&str) -> String,
) -> Option<String> {
    if near(stated.value, computed, rounding.decimal("kroner")?) {
        return None;
    }
    let how = how(&number(whole(computed)?));
    Some(format!("{how}, men her står {}.", number(stated.value)))
}

fn told(regel: &Regel, code: &'static str, stated: &Sourced<Decimal>, message: String) -> Finding {
    regel.broken(code, stated.place.clone(), message).hint("Ret det tal, der er forkert.")
}
