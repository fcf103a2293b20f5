use rust_decimal::Decimal;

use crate::finding::{Finding, Findings};
use crate::model::{CentralUdmelding, Gruppe, Projekt, Sourced, YEARS};
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
    for (index, year) in YEARS.iter().enumerate() {
        let Some(declared) = &gruppe.region[index] else { continue };
        let parts = gruppe.kommuner.iter().filter_map(|row| row.antal[index].as_ref());
        let sum: Decimal = parts.map(|part| part.value).sum();
        let what = format!("kommunernes tal for »{}« i {year}", gruppe.betegnelse.value);
        compare(declared, sum, &what, findings);
    }
}

fn landsdele(udmelding: &CentralUdmelding, findings: &mut Findings) {
    let is_total = |key: &str| key == "i_alt";
    let Some(total) = udmelding.landsdele.iter().find(|row| is_total(&row.noegle)) else {
        return;
    };
    for (index, year) in YEARS.iter().enumerate() {
        let Some(declared) = &total.antal[index] else { continue };
        let parts = udmelding.landsdele.iter().filter(|row| !is_total(&row.noegle));
        let sum: Decimal =
            parts.filter_map(|row| row.antal[index].as_ref()).map(|part| part.value).sum();
        let what = format!("landsdelenes tal for »{}« i {year}", udmelding.kort_titel.value);
        compare(declared, sum, &what, findings);
    }
}

fn compare(declared: &Sourced<Decimal>, sum: Decimal, what: &str, findings: &mut Findings) {
    if declared.value != sum {
        findings.push(
            Finding::fejl(
                "sum-passer-ikke",
                declared.place.clone(),
                format!(
                    "Her står {}, men {what} giver {} tilsammen.",
                    number(declared.value),
                    number(sum)
                ),
            )
            .hint("Ret det tal, der er forkert."),
        );
    }
}
