use std::collections::BTreeMap;

use super::passager::Passage;
use crate::finding::Place;
use crate::model::{Aftale, Projekt, Regel};

/// What the rules are held against: what the inputs say, and where.
pub(super) struct Basis<'a> {
    pub projekt: &'a Projekt,
    pub places: &'a BTreeMap<String, Place>,
    /// The running words of the texts and TOML files.
    pub passages: &'a [Passage],
}

impl Basis<'_> {
    pub fn aftale(&self) -> &Aftale {
        &self.projekt.aftale
    }

    /// A rule as it holds for the years that the agreement begins in.
    pub fn rule(&self, noegle: &str) -> Option<&Regel> {
        self.projekt.aftaleregel(noegle)
    }

    pub fn draft(&self) -> bool {
        self.aftale().udgave.kladde
    }

    /// The line of a value of the agreement by its path: "frister.indsendelse".
    pub fn in_aftale(&self, path: &str) -> Place {
        self.place("aftale", "inputs/aftale.toml", path)
    }

    /// The line of a value of the parties by its path: "myndighed.3.navn".
    pub fn in_myndigheder(&self, path: &str) -> Place {
        self.place("myndighed", "inputs/myndigheder.toml", path)
    }

    /// The line of a value of the catalogue by its path: "dokument.2.titel".
    pub fn in_dokumenter(&self, path: &str) -> Place {
        self.place("dokument", "inputs/dokumenter.toml", path)
    }

    fn place(&self, prefix: &str, file: &str, path: &str) -> Place {
        let found = self.places.get(&format!("{prefix}.{path}"));
        found.cloned().unwrap_or_else(|| Place::file(file))
    }
}
