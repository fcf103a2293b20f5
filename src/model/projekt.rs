use std::sync::Arc;

use super::{
    Aftale, Belaegning, CentralUdmelding, Dokument, Modtager, Myndighed, MyndighedType,
    Offentliggjort, Omregning, Regler, Sagslayout, Takst, Takstaendring, Tekst,
};
use crate::text::tree::Picture;

/// Everything that a project folder's inputs say.
#[derive(Debug, Clone, PartialEq)]
pub struct Projekt {
    pub aftale: Aftale,
    pub myndigheder: Vec<Myndighed>,
    pub layouts: Vec<Sagslayout>,
    pub dokumenter: Vec<Dokument>,
    /// In key order.
    pub tekster: Vec<Tekst>,
    pub udmeldinger: Vec<CentralUdmelding>,
    pub takster: Vec<Takst>,
    pub aendringer: Vec<Takstaendring>,
    pub omregninger: Vec<Omregning>,
    pub belaegninger: Vec<Belaegning>,
    pub regler: Regler,
    /// Pictures by their path under `inputs/`.
    pub billeder: Vec<(String, Picture)>,
    /// Word files by their path under `inputs/`.
    pub wordfiler: Vec<(String, Arc<[u8]>)>,
    /// Earlier public editions by the file that keeps them.
    pub offentliggjort: Vec<(String, Offentliggjort)>,
    /// The keys of texts that this reader may not see; they stand in no document.
    pub udeladt: Vec<String>,
    /// For whom the documents are made; the counts are those that this reader may see.
    pub modtager: Modtager,
}

impl Projekt {
    pub fn tekst(&self, key: &str) -> Option<&Tekst> {
        self.tekster.iter().find(|tekst| tekst.text.key == key)
    }

    /// The fokusområder in the edition's order.
    pub fn fokusomraader(&self) -> Vec<&Tekst> {
        let mut found: Vec<&Tekst> =
            self.tekster.iter().filter(|tekst| tekst.fokus.is_some()).collect();
        found.sort_by_key(|tekst| tekst.fokus.as_ref().map(|fokus| fokus.nummer));
        found
    }

    pub fn kommuner(&self) -> impl Iterator<Item = &Myndighed> {
        self.myndigheder.iter().filter(|party| party.art == MyndighedType::Kommune)
    }

    /// The landsdel that the agreement covers: "Nordjylland" for Region Nordjylland.
    pub fn landsdel(&self) -> &str {
        let region = self.myndigheder.iter().find(|party| party.art == MyndighedType::Region);
        region.map_or("regionen", |region| region.navn.trim_start_matches("Region ").trim())
    }

    pub fn layout(&self, key: &str) -> Option<&Sagslayout> {
        self.layouts.iter().find(|layout| layout.noegle == key)
    }
}
