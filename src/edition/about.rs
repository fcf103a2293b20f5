use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::claim::Claim;
use super::file_name;
use super::nummer::Nummer;
use crate::model::{Aftale, Udgavelinje};
use crate::output::{PROGRAM, Source};

/// How the parts of an edition are laid out; a later layout has a higher number.
pub(super) const FORMAT: u32 = 1;

/// What an edition says of itself: `udgave.json`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct About {
    pub(super) format: u32,
    pub nummer: Nummer,
    pub navn: String,
    /// The label that the inputs have for the edition.
    pub betegnelse: String,
    pub dato: NaiveDate,
    pub behandlet_i: String,
    /// What it changes; empty when nothing was said of it.
    pub aendringer: String,
    /// The title of the agreement.
    pub aftale: String,
    /// The program that made it, and its version.
    pub program: String,
    /// Why it has no documents for the public, if it has none.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub uden_offentlig: Option<String>,
    /// The editions before it.
    pub tidligere: Vec<Udgavelinje>,
    /// Every other part, with its digest.
    pub(super) filer: Vec<Source>,
}

impl About {
    /// What is said of an edition that is being frozen.
    pub fn new(claim: &Claim, aftale: &Aftale) -> Self {
        let line = claim.line(&aftale.udgave);
        Self {
            format: FORMAT,
            nummer: claim.nummer.clone(),
            navn: line.navn,
            betegnelse: aftale.udgave.betegnelse.clone(),
            dato: line.dato,
            behandlet_i: line.behandlet_i,
            aendringer: line.aendringer,
            aftale: aftale.titel.clone(),
            program: PROGRAM.to_owned(),
            uden_offentlig: None,
            tidligere: claim.tidligere.clone(),
            filer: Vec::new(),
        }
    }

    /// The edition's line in the history.
    pub fn line(&self) -> Udgavelinje {
        Udgavelinje {
            nummer: Some(self.nummer.to_string()),
            navn: self.navn.clone(),
            dato: self.dato,
            behandlet_i: self.behandlet_i.clone(),
            aendringer: self.aendringer.clone(),
        }
    }

    /// Whether this is the edition that somebody calls by number or name.
    pub(super) fn is_called(&self, wanted: &str) -> bool {
        Nummer::parse(wanted).is_some_and(|nummer| nummer == self.nummer)
            || self.navn.to_lowercase() == wanted.trim().to_lowercase()
            || file_name::is_slug_of(wanted, &self.navn)
    }
}
