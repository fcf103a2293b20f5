use super::basis::Basis;
use crate::finding::Findings;
use crate::model::{Projekt, Yearly};

/// A series has no year left out between its first and its last (R02).
pub(super) fn check(basis: &Basis<'_>, findings: &mut Findings) {
    let Some(regel) = basis.rule("R02") else { return };
    for (what, series) in every_series(basis.projekt) {
        let years: Vec<u16> = series.iter().map(|(year, _)| year).collect();
        let absent = gaps(&years);
        let last = series.iter().last().and_then(|(_, count)| count.celler.first());
        if let Some(place) = last.filter(|_| !absent.is_empty()) {
            let absent: Vec<String> = absent.iter().map(u16::to_string).collect();
            let message = format!("»{what}« har intet tal for {}.", absent.join(" og "));
            let finding = regel.broken("hul-i-raekke", place.clone(), message);
            findings.push(finding.hint("Skriv tallet i, eller 0, hvis der ingen var."));
        }
    }
}

/// Every series of counts with what it counts: the region's groups, the landsdele, and belægning.
pub(super) fn every_series(projekt: &Projekt) -> impl Iterator<Item = (String, &Yearly)> {
    let counted = projekt.udmeldinger.iter().flat_map(|udmelding| {
        let of = |what: &str| format!("{what}, {}", udmelding.kort_titel.value);
        let groups = udmelding.grupper.iter();
        let groups = groups.map(move |group| (of(&group.betegnelse.value), &group.region));
        let rows = udmelding.landsdele.iter();
        groups.chain(rows.map(move |row| (of(&row.betegnelse.value), &row.antal)))
    });
    let measured = projekt
        .belaegninger
        .iter()
        .map(|row| (format!("{}, {}", row.betegnelse.value, row.tilbud.value), &row.tal));
    counted.chain(measured)
}

/// The years that a series in order leaves out.
pub fn gaps(years: &[u16]) -> Vec<u16> {
    let (Some(first), Some(last)) = (years.first(), years.last()) else { return Vec::new() };
    (*first..=*last).filter(|year| !years.contains(year)).collect()
}
