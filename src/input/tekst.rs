use std::sync::Arc;

use super::keys::{Keys, well_formed};
use super::plain_text::plain_text;
use super::toml_file::TomlFile;
use crate::finding::{Finding, Findings, Place};
use crate::model::{Fokus, Tekst};
use crate::text::markdown;
use crate::text::tree::Text;

/// The texts of the agreement's documents, and those of the guide.
pub(super) const FOLDERS: [&str; 2] = ["inputs/tekst", "inputs/vejledning"];

const FENCE: &str = "+++\n";

/// Reads a text: TOML between `+++` lines, then Markdown.
///
/// `areas` are the keys of the fokusområder read before it.
pub(super) fn read(
    name: &str,
    bytes: &[u8],
    areas: &mut Keys,
    findings: &mut Findings,
) -> Option<Tekst> {
    let source = match plain_text(bytes, name) {
        Ok(source) => source,
        Err(finding) => {
            findings.push(finding);
            return None;
        }
    };
    let Some((front, body)) = split(&source) else {
        findings.push(
            Finding::fejl("uden-hoved", Place::line(name, 1, 0), "Teksten mangler sit hoved.")
                .hint(
                    "Begynd filen med +++, nøgle, titel og kilde på hver sin linje, og +++ igen.",
                ),
        );
        return None;
    };
    let file: Arc<str> = name.into();
    let head = TomlFile::parse(name, front, 1, findings)?;
    head.only(&["noegle", "titel", "kilde", "nummereret", "fokus", "kun_myndighed"], findings);
    let key: Option<String> = head.read("noegle", &[], findings);
    let title: Option<String> = head.read("titel", &[], findings);
    let kilde: Option<String> = head.read("kilde", &[], findings);
    let places = head.places();
    let has = |key: &str| places.contains_key(key);
    let numbered = !has("nummereret") || head.read("nummereret", &[], findings).unwrap_or(true);
    let kun_myndighed = head.optional("kun_myndighed", &[], findings).unwrap_or_default();
    let fokus: Option<Fokus> =
        has("fokus").then(|| head.read("fokus", &FOKUS_FIELDS, findings)).flatten();
    if let (Some(fokus), Some(at)) = (&fokus, places.get("fokus.noegle")) {
        well_formed(&fokus.noegle, at, findings);
        areas.unique(&fokus.noegle, at, findings);
    }
    let first_line = 3 + count_lines(front);
    let blocks = markdown::parse(body, &file, first_line, findings);
    let key = key?;
    if !FOLDERS.iter().any(|folder| name == format!("{folder}/{key}.md")) {
        findings.push(
            Finding::fejl(
                "noegle-og-filnavn",
                Place::line(name, 2, 0),
                format!("Nøglen »{key}« passer ikke til filens navn."),
            )
            .hint("Lad de to være ens, så teksten er nem at finde."),
        );
    }
    let title_line = match places.get("titel") {
        Some(Place::Line { line, .. }) => *line,
        _ => 2,
    };
    let title = markdown::parse_line(&title?, &file, title_line, findings);
    let place = Place::file(name);
    let text = Text { key, title, numbered, blocks, place };
    Some(Tekst { text, kilde: kilde?, fokus, kun_myndighed })
}

const FOKUS_FIELDS: [&str; 8] = [
    "noegle",
    "nummer",
    "maalgruppe",
    "initiativer",
    "laboratorier",
    "tidligere",
    "udgave",
    "titel",
];

fn split(source: &str) -> Option<(&str, &str)> {
    let rest = source.strip_prefix(FENCE)?;
    if let Some(body) = rest.strip_prefix(FENCE) {
        return Some(("", body));
    }
    let end = rest.find("\n+++")?;
    let body = &rest[end + 4..];
    Some((&rest[..=end], body.strip_prefix('\n').unwrap_or(body)))
}

fn count_lines(text: &str) -> u32 {
    u32::try_from(text.matches('\n').count()).unwrap_or(u32::MAX)
}
