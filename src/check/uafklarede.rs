use std::collections::BTreeMap;

use crate::finding::{Finding, Findings, Place};
use crate::model::{Afsender, IndberettetTal, IndberettetTilbud, Oprindelse, Projekt, Svarstatus};
use crate::text::danish::{counted, list};

/// The numbers that one sender has not told, by cell.
#[derive(Default)]
struct Open {
    unclear: Vec<String>,
    blank: usize,
    first: Option<Place>,
}

/// Lists the numbers that have been asked for and are still unclear or blank, sender by sender.
///
/// Of those who have answered nothing, the board of answers tells.
pub fn unsettled(projekt: &Projekt) -> Findings {
    let collected = &projekt.indberetninger;
    let mut open: BTreeMap<&Afsender, Open> = BTreeMap::new();
    let counts = collected.tal.iter().filter(|row| row.in_force().is_none());
    let users = collected.tilbud.iter().filter(|row| row.in_force().is_none());
    let counts = counts.map(|row| (&row.afsender, of_count(row), &row.oprindelse));
    let users = users.map(|row| (&row.afsender, of_users(row), &row.oprindelse));
    for (sender, (what, place), origin) in counts.chain(users) {
        let told = open.entry(sender).or_default();
        told.first.get_or_insert_with(|| place.clone());
        match origin.status {
            Svarstatus::Uklar => told.unclear.push(format!("{what}{}", said(origin))),
            _ => told.blank += 1,
        }
    }
    let came = |sender: &Afsender| {
        let mut answers = collected.svar.iter();
        answers.any(|svar| svar.afsender == *sender && svar.kontrolsum.is_some())
    };
    let mut findings = Findings::new();
    let open = open.into_iter().filter(|(sender, _)| came(sender));
    findings.extend(open.filter_map(|(sender, open)| told(projekt, sender, &open)));
    findings
}

fn of_count(row: &IndberettetTal) -> (String, &Place) {
    (format!("»{}« i {}", row.gruppe.value, row.aar), &row.gruppe.place)
}

fn of_users(row: &IndberettetTilbud) -> (String, &Place) {
    (format!("»{}« i {}", row.tilbud.value, row.aar), &row.tilbud.place)
}

/// What stood there instead of a number.
fn said(origin: &Oprindelse) -> String {
    let words = origin.bemaerkning.as_ref();
    words.map(|words| format!(" ({})", words.value)).unwrap_or_default()
}

fn told(projekt: &Projekt, sender: &Afsender, open: &Open) -> Option<Finding> {
    let of = projekt.udmeldinger.iter().find(|of| of.noegle == sender.udmelding)?;
    let name = sender.navn();
    let mut parts = Vec::new();
    if !open.unclear.is_empty() {
        let count = counted(open.unclear.len(), "uklart tal", "uklare tal");
        parts.push(format!("{count}: {}", list(&open.unclear)));
    }
    if open.blank > 0 {
        parts.push(counted(open.blank, "tomt felt", "tomme felter"));
    }
    let message = format!(
        "Svaret fra {name} på udmeldingen om {} har {}.",
        of.kort_titel.value,
        parts.join("; ")
    );
    let hint = "Spørg afsenderen, og skriv tallet under »Rettelse« med en begrundelse, eller saml et \
                nyt svar ind.";
    Some(Finding::oplysning("uafklaret-svar", open.first.clone()?, message).hint(hint))
}
