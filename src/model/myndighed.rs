use chrono::NaiveDate;
use serde::Deserialize;

use super::dokument::optional_date;

/// What a party's council can be called.
pub const RAAD: [&str; 3] = ["Byrådet", "Kommunalbestyrelsen", "Regionsrådet"];

/// One of the twelve parties: a kommune or the region, and how it treats the case.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct Myndighed {
    pub noegle: String,
    pub navn: String,
    #[serde(rename = "type")]
    pub art: MyndighedType,
    /// One of [`RAAD`].
    pub raad: String,
    pub layout: String,
    /// A template of its own instead of the document's.
    #[serde(default)]
    pub skabelon: Option<String>,
    pub indstiller: String,
    #[serde(default)]
    pub journalnummer: Option<String>,
    #[serde(default)]
    pub kontakt: Option<String>,
    pub kilde: String,
    #[serde(default)]
    pub behandling: Vec<Behandling>,
    #[serde(default)]
    pub lokal: Vec<LokalTekst>,
    /// The parts of the party that each give an answer of their own; none when it answers as one.
    #[serde(default)]
    pub svarer: Vec<Svarer>,
}

/// A forvaltning or a tilbud that answers for its part of a party.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Svarer {
    pub noegle: String,
    pub navn: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum MyndighedType {
    Kommune,
    Region,
}

/// One body on the case's way, with what is known of its meeting.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct Behandling {
    pub organ: String,
    #[serde(default, deserialize_with = "optional_date")]
    pub dato: Option<NaiveDate>,
    #[serde(default)]
    pub tid: Option<String>,
    #[serde(default)]
    pub punkt: Option<u32>,
    #[serde(default)]
    pub beslutning: Option<String>,
}

/// A text of the authority's own, put into a slot of the common case.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct LokalTekst {
    pub plads: String,
    pub maade: Maade,
    pub tekst: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
pub enum Maade {
    #[serde(rename = "foer", alias = "før")]
    Foer,
    #[serde(rename = "efter")]
    Efter,
    #[serde(rename = "i_stedet", alias = "i stedet")]
    IStedet,
}

/// The headings of an authority's agenda items, in its own order and words.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct Sagslayout {
    pub noegle: String,
    pub kilde: String,
    pub felt: Vec<Sagsfelt>,
}

#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct Sagsfelt {
    pub overskrift: String,
    /// A text key, or `behandling`, `beslutning`, `bilag`.
    pub indhold: String,
    /// What stands when there is no such text.
    #[serde(default)]
    pub tom: Option<String>,
}

impl Myndighed {
    /// The council in running text: "byrådet".
    pub fn raad_i_tekst(&self) -> String {
        self.raad.to_lowercase()
    }
}
