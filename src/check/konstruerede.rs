use std::collections::BTreeMap;

use super::basis::Basis;
use crate::finding::{Finding, Findings, Place};
use crate::model::{Oprindelse, Optaelling, Projekt, Svarstatus, Talstatus, Yearly};

/// How the accounts call amounts that are made up.
const REGNSKAB: &str = "konstrueret";

/// No figure is made up to show how a table will look: one finding for each sheet that has any.
pub(super) fn check(basis: &Basis<'_>, findings: &mut Findings) {
    let projekt = basis.projekt;
    let found = answers(projekt).chain(counts(projekt)).chain(accounts(projekt));
    let mut sheets: BTreeMap<Place, (&Place, usize)> = BTreeMap::new();
    for place in found {
        let (first, count) = sheets.entry(sheet(place)).or_insert((place, 0));
        *first = (*first).min(place);
        *count += 1;
    }
    findings.extend(sheets.into_values().map(|(first, count)| {
        let message = match count {
            1 => "Her står et konstrueret tal.".to_owned(),
            many => format!("Her begynder arkets {many} konstruerede tal."),
        };
        Finding::fejl("endelig-konstrueret", first.clone(), message).hint(
            "Saml de rigtige svar ind med »socialaftale indsaml«, eller skriv de rigtige tal og \
             »endelig« under »Status«.",
        )
    }));
}

/// The sheet that a cell is in.
fn sheet(place: &Place) -> Place {
    match place {
        Place::Cell { file, sheet, .. } => {
            Place::Sheet { file: file.to_string(), sheet: sheet.to_string() }
        }
        other => other.clone(),
    }
}

/// What has been answered.
fn answers(projekt: &Projekt) -> impl Iterator<Item = &Place> {
    let collected = &projekt.indberetninger;
    let counts = collected.tal.iter().map(|row| (&row.gruppe.place, &row.oprindelse));
    let users = collected.tilbud.iter().map(|row| (&row.tilbud.place, &row.oprindelse));
    let constructed =
        |origin: &Oprindelse| origin.status == Svarstatus::Tal(Talstatus::Konstrueret);
    let found = counts.chain(users).filter(move |(_, origin)| constructed(origin));
    found.map(|(place, _)| place)
}

/// What the secretariat has of counts itself.
fn counts(projekt: &Projekt) -> impl Iterator<Item = &Place> {
    let groups = projekt.udmeldinger.iter().flat_map(|one| &one.grupper);
    let told = groups.filter_map(|gruppe| gruppe.kontroltal.as_ref()).map(|told| &told.antal);
    let landsdele = projekt.udmeldinger.iter().flat_map(|one| &one.landsdele);
    let series = told.chain(landsdele.map(|landsdel| &landsdel.antal)).flat_map(Yearly::iter);
    let constructed = |count: &&Optaelling| count.status == Some(Talstatus::Konstrueret);
    let found = series.map(|(_, count)| count).filter(constructed);
    let key_figures = projekt.noegletal.iter();
    let key_figures = key_figures.filter(|one| one.status == Some(Talstatus::Konstrueret));
    found.flat_map(|count| &count.celler).chain(key_figures.map(|one| &one.tal.place))
}

/// What the accounts have.
fn accounts(projekt: &Projekt) -> impl Iterator<Item = &Place> {
    let posts = projekt.regnskabsposter.iter();
    posts
        .filter_map(|post| post.status.as_ref())
        .filter(|status| status.value == REGNSKAB)
        .map(|status| &status.place)
}
