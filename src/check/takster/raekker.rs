use std::collections::BTreeMap;

use chrono::NaiveDate;
use rust_decimal::Decimal;

use crate::finding::{Finding, Findings, Place};
use crate::model::{Projekt, Sourced, TAKSTENHED, Takst, in_force};
use crate::text::danish::{date, number};

/// Each row of takster and changes is one that can be, and stands once.
pub(super) fn check(projekt: &Projekt, findings: &mut Findings) {
    for amount in amounts(projekt).filter(|amount| amount.value < Decimal::ZERO) {
        findings.push(
            Finding::fejl(
                "negativt-beloeb",
                amount.place.clone(),
                format!("En takst kan ikke være {}.", number(amount.value)),
            )
            .hint("Skriv taksten uden minus; kun en ændring kan være mindre end 0."),
        );
    }
    once(projekt, findings);
    begun(projekt, findings);
    for takst in &projekt.takster {
        unit(takst, findings);
        paragraf(takst, findings);
        driftsherre(projekt, takst, findings);
    }
}

fn amounts(projekt: &Projekt) -> impl Iterator<Item = &Sourced<Decimal>> {
    projekt.takster.iter().flat_map(|row| [&row.takst, &row.omregnet, &row.grundlag]).flatten()
}

/// A tilbud has one takst and one change from a date on.
fn once(projekt: &Projekt, findings: &mut Findings) {
    let mut listed = BTreeMap::new();
    for row in &projekt.takster {
        let from = row.gaelder_fra.as_ref();
        let at = from.map_or(&row.tilbud.place, |from| &from.place);
        if let Some(first) = listed.insert((&row.noegle, from.map(|from| from.value)), at) {
            findings.push(twice("takst-to-gange", "en takst", &row.tilbud, at, first));
        }
    }
    let mut changed: BTreeMap<(&String, NaiveDate), &Place> = BTreeMap::new();
    for row in &projekt.aendringer {
        let at = &row.gaelder_fra.place;
        if let Some(first) = changed.insert((&row.noegle, row.gaelder_fra.value), at) {
            findings.push(twice("aendring-to-gange", "en ændring", &row.tilbud, at, first));
        }
    }
}

fn twice(
    code: &'static str,
    what: &str,
    tilbud: &Sourced<String>,
    at: &Place,
    first: &Place,
) -> Finding {
    Finding::fejl(
        code,
        at.clone(),
        format!("{} har {what} fra samme dag her og i {first}.", tilbud.value),
    )
    .hint("Slet den ene række, eller ret datoen.")
}

/// Every tilbud has a row in force on the day whose takster are shown.
fn begun(projekt: &Projekt, findings: &mut Findings) {
    let day = projekt.takstdag();
    let current = in_force(&projekt.takster, day);
    let mut told: Vec<&str> = Vec::new();
    for row in &projekt.takster {
        let key = row.noegle.as_str();
        let Some(from) = &row.gaelder_fra else { continue };
        if told.contains(&key) || current.iter().any(|takst| takst.noegle == key) {
            continue;
        }
        told.push(key);
        findings.push(
            Finding::advarsel(
                "ingen-takst-i-kraft",
                from.place.clone(),
                format!("{} har ingen takst, der gælder den {}.", row.tilbud.value, date(day)),
            )
            .hint("Tilføj en række med den takst, der gælder, eller ret datoen."),
        );
    }
}

fn unit(takst: &Takst, findings: &mut Findings) {
    let given = takst.enhed.as_ref();
    let at = match (given, &takst.takst) {
        (Some(unit), _) if unit.value.to_lowercase() != TAKSTENHED => &unit.place,
        (None, Some(amount)) => &amount.place,
        _ => return,
    };
    let shown = given.map_or("ingen enhed".to_owned(), |unit| format!("»{}«", unit.value));
    findings.push(
        Finding::fejl(
            "forkert-enhed",
            at.clone(),
            format!("Taksten har {shown}, men dokumenterne viser alle takster i »{TAKSTENHED}«."),
        )
        .hint(format!("Regn taksten om, og skriv »{TAKSTENHED}« under »Enhed«.")),
    );
}

fn paragraf(takst: &Takst, findings: &mut Findings) {
    let Some(paragraf) = &takst.paragraf else { return };
    if !paragraf.value.contains('§') && !paragraf.value.contains("[afventer:") {
        findings.push(
            Finding::advarsel(
                "paragraf-uden-tegn",
                paragraf.place.clone(),
                format!("»{}« står uden paragraftegn.", paragraf.value),
            )
            .hint("Skriv fx § 109."),
        );
    }
}

/// A kommune that runs a tilbud is a party, by its official name.
fn driftsherre(projekt: &Projekt, takst: &Takst, findings: &mut Findings) {
    let Some(owner) = &takst.driftsherre else { return };
    let is_party = projekt.myndigheder.iter().any(|party| party.navn == owner.value);
    // Parties that could not be read are no fault of the workbook's.
    let has_parties = !projekt.myndigheder.is_empty();
    if has_parties && owner.value.ends_with("Kommune") && !is_party {
        findings.push(
            Finding::advarsel(
                "ukendt-driftsherre",
                owner.place.clone(),
                format!("»{}« er ikke en af aftalens parter.", owner.value),
            )
            .nearest(&owner.value, projekt.kommuner().map(|party| party.navn.as_str())),
        );
    }
}
