use serde::Deserialize;

use crate::text::tree::Text;

/// A text with what its front matter says of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Tekst {
    pub text: Text,
    /// The papers that the text rests on.
    pub kilde: String,
    pub fokus: Option<Fokus>,
    /// Whether only the authorities may see it.
    pub kun_myndighed: bool,
}

/// What makes a text a fokusområde; its number belongs to the edition.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct Fokus {
    pub noegle: String,
    pub nummer: u32,
    pub maalgruppe: String,
    #[serde(default)]
    pub initiativer: Vec<String>,
    #[serde(default)]
    pub laboratorier: Vec<String>,
    #[serde(default)]
    pub tidligere: Vec<TidligereFokus>,
}

/// The number and title that a fokusområde had in an earlier paper.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct TidligereFokus {
    pub udgave: String,
    pub nummer: u32,
    pub titel: String,
}
