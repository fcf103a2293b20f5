use rust_decimal::Decimal;

use super::basis::Basis;
use crate::finding::{Finding, Findings};
use crate::model::{Antal, CentralUdmelding, Gruppe, Optaelling, Regel};
use crate::text::danish::number;

/// What is declared as a sum must be the sum of its parts (R01).
pub(super) fn check(basis: &Basis<'_>, findings: &mut Findings) {
    let Some(regel) = basis.rule("R01") else { return };
    for udmelding in &basis.projekt.udmeldinger {
        for gruppe in &udmelding.grupper {
            kommuner(regel, gruppe, findings);
        }
        landsdele(regel, udmelding, findings);
    }
}

fn kommuner(regel: &Regel, gruppe: &Gruppe, findings: &mut Findings) {
    if gruppe.kommuner.is_empty() {
        return;
    }
    for (year, declared) in gruppe.region.iter() {
        let parts = gruppe.kommuner.iter().filter_map(|row| row.antal.get(year));
        let sum = Optaelling::sum(parts);
        let what = format!("kommunernes tal for »{}« i {year}", gruppe.betegnelse.value);
        findings.extend(compare(regel, declared, sum.as_ref(), &what));
    }
}

fn landsdele(regel: &Regel, udmelding: &CentralUdmelding, findings: &mut Findings) {
    let is_total = |key: &str| key == "i_alt";
    let Some(total) = udmelding.landsdele.iter().find(|row| is_total(&row.noegle)) else {
        return;
    };
    for (year, declared) in total.antal.iter() {
        let parts = udmelding.landsdele.iter().filter(|row| !is_total(&row.noegle));
        let sum = Optaelling::sum(parts.filter_map(|row| row.antal.get(year)));
        let what = format!("landsdelenes tal for »{}« i {year}", udmelding.kort_titel.value);
        findings.extend(compare(regel, declared, sum.as_ref(), &what));
    }
}

/// A sum of no parts is 0; hidden counts are compared with nothing.
fn compare(
    regel: &Regel,
    declared: &Optaelling,
    sum: Option<&Optaelling>,
    what: &str,
) -> Option<Finding> {
    let sum = sum.map_or(Antal::Tal(Decimal::ZERO), |sum| sum.antal).tal()?;
    let said = declared.antal.tal().filter(|said| *said != sum)?;
    let place = declared.celler.first()?.clone();
    let message = format!("Her står {}, men {what} giver {} tilsammen.", number(said), number(sum));
    let finding = regel.broken("sum-passer-ikke", place, message);
    Some(finding.hint("Ret det tal, der er forkert."))
}
