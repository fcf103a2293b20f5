use std::fmt;

use chrono::NaiveDate;
use serde::de::value::MapAccessDeserializer;
use serde::de::{Error, MapAccess, Visitor};
use serde::{Deserialize, Deserializer};

use super::aftale::Udgave;

/// A line of the catalogue: one document, or one for each of several.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct Dokument {
    pub noegle: String,
    pub gruppe: Gruppenavn,
    pub titel: String,
    #[serde(default)]
    pub undertitel: String,
    pub skabelon: String,
    /// A handlebars string without extension.
    pub filnavn: String,
    #[serde(default = "both")]
    pub formater: Vec<Format>,
    #[serde(default)]
    pub kapitler: Vec<Kapitel>,
    #[serde(default, rename = "for")]
    pub for_hver: Option<ForHver>,
    /// Whether only the authorities may see it.
    #[serde(default)]
    pub kun_myndighed: bool,
    /// The document's own edition, when it is not the agreement's.
    #[serde(default)]
    pub udgave: Option<Udgave>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Gruppenavn {
    Aftale,
    Bilag,
    Sager,
    Oplaeg,
    Vejledning,
    Arbejdspapirer,
}

impl Gruppenavn {
    pub fn name(self) -> &'static str {
        match self {
            Self::Aftale => "aftale",
            Self::Bilag => "bilag",
            Self::Sager => "sager",
            Self::Oplaeg => "oplaeg",
            Self::Vejledning => "vejledning",
            Self::Arbejdspapirer => "arbejdspapirer",
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Format {
    Pdf,
    Docx,
}

impl Format {
    pub fn extension(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Docx => "docx",
        }
    }
}

/// A chapter: a text by key, and the texts set one level below it.
#[derive(Debug, Clone, PartialEq)]
pub struct Kapitel {
    pub tekst: String,
    pub under: Vec<String>,
}

impl<'de> Deserialize<'de> for Kapitel {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(KapitelVisitor)
    }
}

/// Reads a key alone, or a table with the texts below; an untagged enum would hide unknown keys.
struct KapitelVisitor;

#[derive(Deserialize)]
struct MedUnder {
    tekst: String,
    under: Vec<String>,
}

impl<'de> Visitor<'de> for KapitelVisitor {
    type Value = Kapitel;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a string or a table")
    }

    fn visit_str<E: Error>(self, tekst: &str) -> Result<Kapitel, E> {
        Ok(Kapitel { tekst: tekst.to_owned(), under: Vec::new() })
    }

    fn visit_map<M: MapAccess<'de>>(self, map: M) -> Result<Kapitel, M::Error> {
        let MedUnder { tekst, under } = MedUnder::deserialize(MapAccessDeserializer::new(map))?;
        Ok(Kapitel { tekst, under })
    }
}

/// What one document of the catalogue is made for each of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
pub enum ForHver {
    #[serde(rename = "central_udmelding")]
    CentralUdmelding,
    #[serde(rename = "myndighed")]
    Myndighed,
    #[serde(rename = "myndighed:kommune")]
    Kommune,
    #[serde(rename = "myndighed:region")]
    Region,
}

fn both() -> Vec<Format> {
    vec![Format::Pdf, Format::Docx]
}

/// Reads a TOML date; a time of day with it is refused.
pub(crate) fn date<'de, D: Deserializer<'de>>(deserializer: D) -> Result<NaiveDate, D::Error> {
    let read = toml::value::Datetime::deserialize(deserializer)?;
    let day = match (read.date, read.time) {
        (Some(day), None) => day,
        _ => return Err(D::Error::custom("expected a date")),
    };
    NaiveDate::from_ymd_opt(day.year.into(), day.month.into(), day.day.into())
        .ok_or_else(|| D::Error::custom("expected a date"))
}

pub(crate) fn optional_date<'de, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<Option<NaiveDate>, D::Error> {
    date(deserializer).map(Some)
}
