use std::collections::BTreeMap;

use chrono::NaiveDate;
use rust_decimal::Decimal;
use toml::Value;

use crate::finding::{Finding, Findings, Place};
use crate::model::{Parameterslags, Regelparameter, Regelvaerdi};

/// Reads a rule's parameters; none when one is missing or wrong, which is told.
pub(super) fn read(
    noegle: &str,
    given: BTreeMap<String, Value>,
    parametre: &[Regelparameter],
    place: &Place,
    findings: &mut Findings,
) -> Option<BTreeMap<String, Regelvaerdi>> {
    let before = findings.len();
    let mut vaerdier = BTreeMap::new();
    for (name, value) in given {
        let Some(parameter) = parametre.iter().find(|parameter| parameter.navn == name) else {
            let message = format!("Reglen {noegle} har ingen værdi, der hedder »{name}«.");
            let finding = Finding::fejl("ukendt-noegle", place.clone(), message);
            findings.push(finding.nearest(&name, parametre.iter().map(|known| known.navn)));
            continue;
        };
        match read_as(&value, parameter.slags) {
            Some(value) => {
                vaerdier.insert(name, value);
            }
            None => findings.push(wrong_kind(noegle, parameter, place)),
        }
    }
    let given = |parameter: &&Regelparameter| vaerdier.contains_key(parameter.navn);
    if findings.len() == before {
        findings.extend(parametre.iter().filter(|one| one.skal_med && !given(one)).map(|one| {
            let message = format!("Reglen {noegle} mangler værdien »{}«.", one.navn);
            let finding = Finding::fejl("mangler-oplysning", place.clone(), message);
            finding.hint("Skriv den under [regel.vaerdier].")
        }));
    }
    (findings.len() == before).then_some(vaerdier)
}

fn wrong_kind(noegle: &str, parameter: &Regelparameter, place: &Place) -> Finding {
    let (what, hint) = match parameter.slags {
        Parameterslags::Tal => ("et tal", "Skriv et helt tal, eller et tal som \"0.05\"."),
        Parameterslags::Dato => ("en dato", "Skriv datoen som 2020-12-01, uden anførselstegn."),
        Parameterslags::Tekst => ("en tekst", "Skriv en tekst i anførselstegn."),
        Parameterslags::Liste => ("en liste", "Skriv tekster i kantede klammer."),
        Parameterslags::Tabel => ("en tabel", "Skriv linjer som: navn = [\"…\", \"…\"]."),
    };
    let message = format!("Værdien »{}« i reglen {noegle} skal være {what}.", parameter.navn);
    Finding::fejl("forkert-slags", place.clone(), message).hint(hint)
}

fn read_as(value: &Value, slags: Parameterslags) -> Option<Regelvaerdi> {
    Some(match slags {
        Parameterslags::Tal => Regelvaerdi::Tal(decimal(value)?),
        Parameterslags::Dato => Regelvaerdi::Dato(date(value)?),
        Parameterslags::Tekst => Regelvaerdi::Tekst(value.as_str()?.to_owned()),
        Parameterslags::Liste => Regelvaerdi::Liste(list(value)?),
        Parameterslags::Tabel => {
            let lines = value.as_table()?.iter();
            let lines = lines.map(|(what, value)| Some((what.clone(), list(value)?)));
            Regelvaerdi::Tabel(lines.collect::<Option<_>>()?)
        }
    })
}

/// A whole number, or one in quotation marks: TOML's own decimals are not exact.
fn decimal(value: &Value) -> Option<Decimal> {
    match value {
        Value::Integer(whole) => Some(Decimal::from(*whole)),
        Value::String(written) => written.replace(',', ".").parse().ok(),
        _ => None,
    }
}

fn date(value: &Value) -> Option<NaiveDate> {
    let read = value.as_datetime()?;
    let day = read.date.filter(|_| read.time.is_none())?;
    NaiveDate::from_ymd_opt(day.year.into(), day.month.into(), day.day.into())
}

fn list(value: &Value) -> Option<Vec<String>> {
    value.as_array()?.iter().map(|one| one.as_str().map(str::to_owned)).collect()
}
