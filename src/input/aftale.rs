use chrono::NaiveDate;
use serde::Deserialize;

use super::diskretion;
use super::toml_file::TomlFile;
use crate::finding::Findings;
use crate::model::{Aftale, Bilag, Frister, Kontakt, Lovgrundlag, Tidspunkt, Udgave, Word};

pub(super) const FILE: &str = "inputs/aftale.toml";

const TOP: [&str; 19] = [
    "titel",
    "korttitel",
    "undertitel",
    "fra",
    "til",
    "periode_begrundelse",
    "vision",
    "udgiver",
    "kilde",
    "udgave",
    "kontakt",
    "frister",
    "lovgrundlag",
    "tidsplan",
    "bilag",
    "offentliggoerelse",
    "indsendelse",
    "word",
    "diskretion",
];

/// A date of its own, outside any table.
#[derive(Deserialize)]
struct Day(#[serde(deserialize_with = "crate::model::date")] NaiveDate);

pub(super) fn read(file: &TomlFile<'_>, findings: &mut Findings) -> Option<Aftale> {
    file.only(&TOP, findings);
    let mut words = |key| file.read::<String>(key, &[], findings);
    let (titel, korttitel, undertitel) = (words("titel"), words("korttitel"), words("undertitel"));
    let (vision, udgiver) = (words("vision"), words("udgiver"));
    words("kilde");
    let fra = file.read::<Day>("fra", &[], findings);
    let til = file.read::<Day>("til", &[], findings);
    let periode_begrundelse = file.optional("periode_begrundelse", &[], findings);
    let udgave: Option<Udgave> =
        file.read("udgave", &["betegnelse", "dato", "organ", "kladde", "aendringer"], findings);
    let kontakt: Option<Kontakt> =
        file.read("kontakt", &["navn", "mail", "web", "hjemsted"], findings);
    let frister: Option<Frister> =
        file.read("frister", &["politisk_behandling", "indsendelse"], findings);
    let lovgrundlag: Vec<Lovgrundlag> =
        file.list("lovgrundlag", &["lov", "paragraf", "tekst"], findings);
    let tidsplan: Vec<Tidspunkt> = file.list("tidsplan", &["tid", "aktivitet"], findings);
    file.keys("bilag", "Bilaget", findings);
    let bilag: Vec<Bilag> =
        file.list("bilag", &["noegle", "nummer", "titel", "dokument", "aar"], findings);
    let offentliggoerelser =
        file.list("offentliggoerelse", &["myndighed", "url", "dato"], findings);
    let indsendelser = file.list("indsendelse", &["dokument", "dato"], findings);
    let word: Option<Word> = file.optional("word", &["opdater_felter"], findings);
    let diskretion = diskretion::read(file, findings);
    // What is missing has been told and lets nothing be written; the rest is read on.
    Some(Aftale {
        titel: titel.unwrap_or_default(),
        korttitel: korttitel.unwrap_or_default(),
        undertitel: undertitel.unwrap_or_default(),
        fra: fra.map(|day| day.0).unwrap_or_default(),
        til: til.map(|day| day.0).unwrap_or_default(),
        periode_begrundelse,
        vision: vision.unwrap_or_default(),
        udgiver: udgiver.unwrap_or_default(),
        udgave: udgave.unwrap_or_default(),
        kontakt: kontakt.unwrap_or_default(),
        frister: frister.unwrap_or_default(),
        lovgrundlag,
        tidsplan,
        bilag,
        offentliggoerelser,
        indsendelser,
        word: word.unwrap_or_default(),
        diskretion,
    })
}
