//! The rules of a project, each with the years it holds.

mod vaerdier;

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::Deserialize;

use super::toml_file::TomlFile;
use crate::finding::{Finding, Findings, Place, Severity};
use crate::model::{
    FASTE_REGLER, KENDTE_REGLER, Regel, Regler, Sourced, Undtagelse, optional_date,
};

pub(super) const FILE: &str = "inputs/regler.toml";

/// The rules that a project without the file is checked by.
pub(super) const BUILT_IN: &str = include_str!("../../../inputs/regler.toml");

const FIELDS: [&str; 8] =
    ["noegle", "titel", "kilde", "gaelder_fra", "gaelder_til", "usikker", "alvor", "vaerdier"];

#[derive(Deserialize)]
struct Post {
    noegle: String,
    titel: String,
    kilde: String,
    #[serde(default, deserialize_with = "optional_date")]
    gaelder_fra: Option<NaiveDate>,
    #[serde(default, deserialize_with = "optional_date")]
    gaelder_til: Option<NaiveDate>,
    #[serde(default)]
    usikker: Option<String>,
    alvor: Alvor,
    #[serde(default)]
    vaerdier: BTreeMap<String, toml::Value>,
}

#[derive(Deserialize)]
#[serde(rename_all = "lowercase")]
enum Alvor {
    Fejl,
    Advarsel,
}

#[derive(Deserialize)]
struct Undtaget {
    regel: String,
    #[serde(default)]
    sted: Option<String>,
    #[serde(default)]
    begrundelse: String,
}

pub(super) fn read(file: &TomlFile<'_>, findings: &mut Findings) -> Regler {
    file.only(&["regel", "undtagelse"], findings);
    let posts = file.placed_list::<Post>("regel", &FIELDS, findings);
    let regler: Vec<Regel> = posts.into_iter().filter_map(|post| regel(post, findings)).collect();
    one_at_a_time(&regler, findings);
    let fields = ["regel", "sted", "begrundelse"];
    let undtaget = file.placed_list::<Undtaget>("undtagelse", &fields, findings);
    let undtagelser = undtaget.into_iter().filter_map(|one| undtagelse(one, findings)).collect();
    Regler { regler, undtagelser }
}

fn regel(Sourced { value: post, place }: Sourced<Post>, findings: &mut Findings) -> Option<Regel> {
    let Some((_, parametre)) = KENDTE_REGLER.iter().find(|(key, _)| *key == post.noegle) else {
        findings.push(unknown(&post.noegle, place));
        return None;
    };
    if FASTE_REGLER.contains(&post.noegle.as_str()) && !matches!(post.alvor, Alvor::Fejl) {
        let message = format!("Reglen {} kan ikke mildnes.", post.noegle);
        let finding = Finding::fejl("regel-ligger-fast", place, message);
        findings.push(finding.hint("Skriv alvor = \"fejl\"."));
        return None;
    }
    let vaerdier = vaerdier::read(&post.noegle, post.vaerdier, parametre, &place, findings)?;
    Some(Regel {
        noegle: post.noegle,
        titel: post.titel,
        kilde: post.kilde,
        gaelder_fra: post.gaelder_fra,
        gaelder_til: post.gaelder_til,
        usikker: post.usikker,
        alvor: match post.alvor {
            Alvor::Fejl => Severity::Fejl,
            Alvor::Advarsel => Severity::Advarsel,
        },
        vaerdier,
        place,
    })
}

fn unknown(noegle: &str, place: Place) -> Finding {
    let known: Vec<&str> = KENDTE_REGLER.iter().map(|(key, _)| *key).collect();
    Finding::fejl("ukendt-regel", place, format!("Der er ingen regel »{noegle}«."))
        .hint(format!("Reglerne hedder {}.", known.join(", ")))
}

/// Of one rule only one entry holds on a day.
fn one_at_a_time(regler: &[Regel], findings: &mut Findings) {
    for (index, regel) in regler.iter().enumerate() {
        let same = |other: &&Regel| other.noegle == regel.noegle && overlap(other, regel);
        let Some(other) = regler[..index].iter().find(same) else { continue };
        let message = format!(
            "Reglen {} gælder her og i {} for nogle af de samme dage.",
            regel.noegle, other.place
        );
        let finding = Finding::fejl("regel-to-gange", regel.place.clone(), message);
        findings.push(finding.hint("Ret »gaelder_fra« eller »gaelder_til«."));
    }
}

fn overlap(one: &Regel, other: &Regel) -> bool {
    let from = one.gaelder_fra.max(other.gaelder_fra);
    let ends = [one.gaelder_til, other.gaelder_til];
    let to = ends.into_iter().flatten().min();
    match (from, to) {
        (Some(from), Some(to)) => from <= to,
        _ => true,
    }
}

fn undtagelse(
    Sourced { value: one, place }: Sourced<Undtaget>,
    findings: &mut Findings,
) -> Option<Undtagelse> {
    if !KENDTE_REGLER.iter().any(|(key, _)| *key == one.regel) {
        findings.push(unknown(&one.regel, place));
        return None;
    }
    if FASTE_REGLER.contains(&one.regel.as_str()) {
        let message = format!("Reglen {} kan ikke undtages.", one.regel);
        let finding = Finding::fejl("regel-ligger-fast", place, message);
        findings.push(finding.hint("Slet undtagelsen, og ret det, som reglen peger på."));
        return None;
    }
    if one.begrundelse.trim().is_empty() {
        let message = format!("Undtagelsen fra reglen {} har ingen begrundelse.", one.regel);
        let finding = Finding::fejl("undtagelse-uden-begrundelse", place, message);
        findings.push(finding.hint("Skriv begrundelse = \"…\"; den følger med i manifestet."));
        return None;
    }
    let Undtaget { regel, sted, begrundelse } = one;
    Some(Undtagelse { regel, sted, begrundelse, place })
}
