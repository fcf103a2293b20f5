use rust_decimal::Decimal;

use crate::finding::{Finding, Findings};
use crate::model::{Antal, CentralUdmelding, Gruppe, Optaelling, Projekt};
use crate::text::danish::number;

/// What is declared as a sum must be the sum of its parts.
pub(super) fn check(projekt: &Projekt, findings: &mut Findings) {
    for udmelding in &projekt.udmeldinger {
        for gruppe in &udmelding.grupper {
            kommuner(gruppe, findings);
        }
        landsdele(udmelding, findings);
    }
}

fn kommuner(gruppe: &Gruppe, findings: &mut Findings) {
    if gruppe.kommuner.is_empty() {
        return;
    }
    for (year, declared) in gruppe.region.iter() {
        let parts = gruppe.kommuner.iter().filter_map(|row| row.antal.get(year));
        let sum = Optaelling::sum(parts);
        let what = format!("kommunernes tal for »{}« i {year}", gruppe.betegnelse.value);
        compare(declared, sum.as_ref(), &what, findings);
    }
}

fn landsdele(udmelding: &CentralUdmelding, findings: &mut Findings) {
    let is_total = |key: &str| key == "i_alt";
    let Some(total) = udmelding.landsdele.iter().find(|row| is_total(&row.noegle)) else {
        return;
    };
    for (year, declared) in total.antal.iter() {
        let parts = udmelding.landsdele.iter().filter(|row| !is_total(&row.noegle));
        let sum = Optaelling::sum(parts.filter_map(|row| row.antal.get(year)));
        let what = format!("landsdelenes tal for »{}« i {year}", udmelding.kort_titel.value);
        compare(declared, sum.as_ref(), &what, findings);
    }
}

/// A sum of no parts is 0; hidden counts are compared with nothing.
fn compare(declared: &Optaelling, sum: Option<&Optaelling>, what: &str, findings: &mut Findings) {
    let sum = sum.map_or(Antal::Tal(Decimal::ZERO), |sum| sum.antal);
    let (Antal::Tal(said), Antal::Tal(sum)) = (declared.antal, sum) else { return };
    let Some(place) = declared.celler.first().filter(|_| said != sum) else { return };
    findings.push(
        Finding::fejl(
            "sum-passer-ikke",
            place.clone(),
            format!("Her står {}, men {what} giver {} tilsammen.", number(said), number(sum)),
        )
        .hint("Ret det tal, der er forkert."),
    );
}
