use rust_decimal::Decimal;

use super::basis::Basis;
use super::raekker::every_series;
use crate::finding::{Finding, Findings};
use crate::model::{KommuneAntal, Optaelling, Projekt, Regel, Yearly};
use crate::text::danish::number;

/// A count that leaps from one year to the next is pointed out (R05).
pub(super) fn check(basis: &Basis<'_>, findings: &mut Findings) {
    let Some(regel) = basis.rule("R05") else { return };
    for (what, series) in every_series(basis.projekt).chain(by_kommune(basis.projekt)) {
        let counts: Vec<(u16, &Optaelling)> = series.iter().collect();
        for pair in counts.windows(2) {
            if let [(earlier, before), (later, after)] = pair
                && later - earlier == 1
            {
                findings.extend(leap(regel, &what, (*earlier, before), (*later, after)));
            }
        }
    }
}

/// What each kommune has answered, with what it counts.
fn by_kommune(projekt: &Projekt) -> impl Iterator<Item = (String, &Yearly)> {
    projekt.udmeldinger.iter().flat_map(|udmelding| &udmelding.grupper).flat_map(|gruppe| {
        let of = |row: &KommuneAntal| format!("{}, {}", gruppe.betegnelse.value, row.kommune);
        gruppe.kommuner.iter().map(move |row| (of(row), &row.antal))
    })
}

fn leap(
    regel: &Regel,
    what: &str,
    (earlier, before): (u16, &Optaelling),
    (later, after): (u16, &Optaelling),
) -> Option<Finding> {
    let (was, is) = (before.antal.tal()?, after.antal.tal()?);
    if !is_leap(was, is, regel.decimal("procent")?, regel.decimal("mindst")?) {
        return None;
    }
    let message = format!(
        "»{what}« går fra {} i {earlier} ({}) til {} i {later}.",
        number(was),
        before.celler.first()?,
        number(is)
    );
    let finding = regel.broken("spring-i-raekke", after.celler.first()?.clone(), message);
    Some(finding.hint("Se efter, om begge tal er rigtige."))
}

/// Whether a change is over `percent` of the earlier value, and at least `least` in all.
pub fn is_leap(before: Decimal, after: Decimal, percent: Decimal, least: Decimal) -> bool {
    let change = (after - before).abs();
    change >= least && change * Decimal::ONE_HUNDRED > before.abs() * percent
}
