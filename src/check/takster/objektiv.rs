use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::near::near;
use crate::finding::{Finding, Findings, Place};
use crate::model::{
    Befolkningstal, Finansieringsandel, ObjektivFinansiering, OplystAndel, Projekt, Regel, exact,
    rounded,
};
use crate::text::danish::{amount, number};

/// Objektiv finansiering is split by a population that is there, and as it was published.
pub(super) fn check(projekt: &Projekt, findings: &mut Findings) {
    findings.extend(twice(&projekt.befolkning));
    for finansiering in &projekt.objektive {
        match finansiering.fordelt(&projekt.befolkning) {
            Some(parts) => as_published(projekt, finansiering, &parts, findings),
            None => findings.push(without_population(finansiering)),
        }
    }
    let known = |one: &&OplystAndel| projekt.objektive.iter().any(|other| of(one, other));
    findings.extend(projekt.oplyste_andele.iter().filter(|one| !known(one)).map(|one| {
        let message = format!("»{}« har ingen objektiv finansiering i {}.", one.noegle, one.aar);
        Finding::fejl("ukendt-finansiering", one.beloeb.place.clone(), message)
            .hint("Skriv den i arket »Objektiv finansiering«, eller ret nøglen eller året.")
    }));
}

fn of(one: &OplystAndel, finansiering: &ObjektivFinansiering) -> bool {
    one.noegle == finansiering.noegle && one.aar == finansiering.aar.value
}

/// A kommune counts once in a population and a year.
fn twice(tal: &[Befolkningstal]) -> Vec<Finding> {
    let mut first: BTreeMap<(&str, u16, &str), &Place> = BTreeMap::new();
    let mut found = Vec::new();
    for row in tal {
        let key = (row.befolkning.value.as_str(), row.aar, row.kommune.value.as_str());
        if let Some(place) = first.insert(key, &row.antal.place) {
            let message = format!(
                "{} har {} i {} her og i {place}.",
                row.kommune.value, row.befolkning.value, row.aar
            );
            let finding = Finding::fejl("befolkning-to-gange", row.antal.place.clone(), message);
            found.push(finding.hint("Slet den ene række."));
        }
    }
    found
}

fn without_population(finansiering: &ObjektivFinansiering) -> Finding {
    let message = format!(
        "Beløbet til {} kan ikke fordeles, for der er ingen tal for {} i {}.",
        finansiering.tilbud.value, finansiering.befolkning.value, finansiering.aar.value
    );
    Finding::fejl("befolkning-mangler", finansiering.befolkning.place.clone(), message)
        .hint("Skriv dem i arket »Befolkning«, eller ret befolkningens navn eller året.")
}

/// Each published part is the one that the population gives, to the krone (T05).
fn as_published(
    projekt: &Projekt,
    finansiering: &ObjektivFinansiering,
    parts: &[Finansieringsandel<'_>],
    findings: &mut Findings,
) {
    let Some(rounding) = projekt.takstregel("T05") else { return };
    for one in projekt.oplyste_andele.iter().filter(|one| of(one, finansiering)) {
        let part = parts.iter().find(|part| part.kommune == one.kommune.value);
        findings.extend(match part {
            Some(part) => differs(one, part, finansiering, rounding),
            None => Some(outside(one, finansiering)),
        });
    }
}

fn outside(one: &OplystAndel, finansiering: &ObjektivFinansiering) -> Finding {
    let message = format!(
        "{} har ingen tal for {} i {}.",
        one.kommune.value, finansiering.befolkning.value, one.aar
    );
    Finding::fejl("befolkning-mangler", one.kommune.place.clone(), message)
        .hint("Skriv tallet i arket »Befolkning«, eller ret kommunens navn.")
}

fn differs(
    one: &OplystAndel,
    part: &Finansieringsandel<'_>,
    finansiering: &ObjektivFinansiering,
    rounding: &Regel,
) -> Option<Finding> {
    if near(one.beloeb.value, &exact(part.beloeb), rounding.decimal("kroner")?) {
        return None;
    }
    let each = |kroner: Decimal| {
        let antal = Some(exact(part.antal.value)).filter(|_| !part.antal.value.is_zero())?;
        Some(number(rounded(&(exact(kroner) / antal), 2)?))
    };
    let rates = each(one.beloeb.value).zip(each(part.beloeb)).map_or_else(String::new, |rates| {
        format!(
            " Det er {} kr. mod {} kr. for hver af {}.",
            rates.0, rates.1, finansiering.befolkning.value
        )
    });
    let message = format!(
        "{} skal betale {} kr. for {} efter befolkningen, men her står {} kr.{rates}",
        one.kommune.value,
        amount(part.beloeb),
        finansiering.tilbud.value,
        amount(one.beloeb.value)
    );
    let finding = rounding.broken("fordeling-passer-ikke", one.beloeb.place.clone(), message);
    Some(finding.hint("Ret det tal, der er forkert."))
}
