use std::collections::BTreeSet;

use super::audit::audit;
use super::gather::gather;
use super::hidden::{hidden_counts, hide};
use super::publish::publish;
use super::suppress::suppress;
use crate::finding::{Finding, Findings, Place};
use crate::model::{
    Dokument, Indberetninger, Modtager, Offentliggjort, Projekt, SkjultTal, Yearly,
};

/// A project as the public may see it.
pub struct Masked {
    pub projekt: Projekt,
    /// Its counts as they are to be published, to be held against later editions.
    pub tabeller: Offentliggjort,
    /// The counts that are hidden in it.
    pub skjulte: Vec<SkjultTal>,
    /// Why it may not be published, if so, and what is left out.
    pub findings: Findings,
}

/// Hides the small counts of a project, and as many others as it takes, and leaves out what is of
/// one kommune or for the authorities alone. All that is made of the project is masked with it.
pub fn masked(projekt: &Projekt) -> Masked {
    let tables = gather(projekt);
    let mut hidden: BTreeSet<String> = suppress(&tables, projekt.aftale.diskretion.taerskel)
        .into_iter()
        .map(|cell| tables.cells[cell].key.clone())
        .collect();
    hidden.extend(hidden_before(projekt));
    let mut masked = Projekt { modtager: Modtager::Offentlig, ..projekt.clone() };
    hide(&mut masked, &hidden);
    let skjulte = hidden_counts(projekt, &masked);
    let mut findings = audit(&tables, &masked);
    let tabeller = publish(&tables, &masked);
    if !skjulte.is_empty() && masked.offentliggjort.is_empty() {
        findings.push(no_earlier());
    }
    leave_out(&mut masked, &mut findings);
    Masked { projekt: masked, tabeller, skjulte, findings }
}

/// The counts above 0 that an earlier public edition hid. A reader who takes one of them to be what
/// it was would otherwise learn, from the old sums, what stood beside it.
fn hidden_before(projekt: &Projekt) -> BTreeSet<String> {
    let earlier = projekt.offentliggjort.iter().flat_map(|(_, edition)| &edition.tal);
    let hidden = earlier.filter(|(_, shown)| shown.is_none()).map(|(key, _)| key.clone());
    let mut masked = projekt.clone();
    hide(&mut masked, &hidden.collect());
    let above_0 = hidden_counts(projekt, &masked).into_iter().filter(|count| count.antal > 0);
    above_0.map(|count| count.noegle).collect()
}

/// Takes away what only the authorities may see.
fn leave_out(masked: &mut Projekt, findings: &mut Findings) {
    for gruppe in masked.udmeldinger.iter_mut().flat_map(|udmelding| &mut udmelding.grupper) {
        gruppe.kommuner.clear();
        gruppe.mangler_navne.clear();
        gruppe.kontroltal = None;
    }
    for tilbud in masked.udmeldinger.iter_mut().flat_map(|udmelding| &mut udmelding.tilbud) {
        tilbud.brugere = Yearly::default();
    }
    masked.indberetninger = Indberetninger::default();
    findings.extend(masked.dokumenter.iter().filter(|one| one.kun_myndighed).map(left_out));
    masked.dokumenter.retain(|dokument| !dokument.kun_myndighed);
    let texts = masked.tekster.iter().filter(|tekst| tekst.kun_myndighed);
    masked.udeladt = texts.map(|tekst| tekst.text.key.clone()).collect();
    masked.tekster.retain(|tekst| !tekst.kun_myndighed);
    masked.wordfiler.retain(|(path, _)| !path.starts_with("besvarelser/"));
}

/// What is hidden now may be worked out from an edition that is not known of.
fn no_earlier() -> Finding {
    Finding::oplysning(
        "ingen-tidligere-udgave",
        Place::file("inputs/offentliggjort/"),
        "Her ligger ingen tidligere offentlig udgave, så de skjulte tal er ikke holdt op mod det, \
         læserne kan have set før.",
    )
    .hint(
        "Er der offentliggjort en udgave før, så læg dens tabeller.json her, fx som 2020-09.json. \
         Fra en frosset udgave får du den med »socialaftale byg --udgave NUMMER --til offentlig«. \
         Ellers er der intet at gøre.",
    )
}

fn left_out(dokument: &Dokument) -> Finding {
    Finding::oplysning(
        "kun-myndighed",
        Place::file("inputs/dokumenter.toml"),
        format!(
            "Dokumentet »{}« er kun til myndighederne og laves ikke til offentligheden.",
            every(&dokument.noegle)
        ),
    )
}

/// A key of the catalogue with a star for what it has a document for each of: "svar-*".
fn every(noegle: &str) -> String {
    let mut parts = noegle.split("{{");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |name, part| name + "*" + part.split_once("}}").map_or("", |(_, rest)| rest))
}
