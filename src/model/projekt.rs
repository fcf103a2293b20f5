use std::sync::Arc;

use chrono::{Datelike, NaiveDate};
use rust_decimal::Decimal;

use super::{
    Aendringsnote, Aftale, Befolkningstal, Belaegning, CentralUdmelding, Dokument, Indberetninger,
    Modtager, Myndighed, MyndighedType, Noegletal, ObjektivFinansiering, Offentliggjort,
    OplystAndel, Regel, Regler, Regnskabspost, Respondent, Sagslayout, Sourced, Takst,
    Takstaendring, Tekst, Udgavelinje, takstaendringer, whole,
};
use crate::text::tree::Picture;

/// Everything that a project folder's inputs say.
#[derive(Debug, Clone, PartialEq)]
pub struct Projekt {
    pub aftale: Aftale,
    /// The edition history, this edition last.
    pub historik: Vec<Udgavelinje>,
    /// The day whose takster are shown, if it is not the edition's.
    pub pr: Option<NaiveDate>,
    pub myndigheder: Vec<Myndighed>,
    pub layouts: Vec<Sagslayout>,
    pub dokumenter: Vec<Dokument>,
    /// In key order.
    pub tekster: Vec<Tekst>,
    pub udmeldinger: Vec<CentralUdmelding>,
    pub indberetninger: Indberetninger,
    pub noegletal: Vec<Noegletal>,
    pub takster: Vec<Takst>,
    pub aendringer: Vec<Aendringsnote>,
    pub regnskabsposter: Vec<Regnskabspost>,
    pub objektive: Vec<ObjektivFinansiering>,
    pub befolkning: Vec<Befolkningstal>,
    pub oplyste_andele: Vec<OplystAndel>,
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

    /// The day whose takster are shown: the one asked for, else the edition's.
    pub fn takstdag(&self) -> NaiveDate {
        self.pr.unwrap_or(self.aftale.udgave.dato)
    }

    /// A rule as it holds for the years that the agreement begins in.
    pub fn aftaleregel(&self, noegle: &str) -> Option<&Regel> {
        self.regler.in_force(noegle, self.aftale.fra)
    }

    /// A rule about takster as it holds on that day.
    pub fn takstregel(&self, noegle: &str) -> Option<&Regel> {
        self.regler.in_force(noegle, self.takstdag())
    }

    /// The paid days of a year by the rule that holds when a row begins.
    pub fn betalingsdage(&self, takst: &Takst) -> Option<Decimal> {
        self.dageregel(takst)?.decimal("dage")
    }

    /// The rule about paid days (T04) that holds when a row begins.
    pub fn dageregel(&self, takst: &Takst) -> Option<&Regel> {
        self.regler.in_force("T04", takst.begins().unwrap_or(self.takstdag()))
    }

    /// Works out the takster that are not typed from their grundlag; each has the cell of that.
    pub fn udregn_takster(&mut self) {
        for index in 0..self.takster.len() {
            let row = &self.takster[index];
            let (None, Some(grundlag)) = (&row.takst, &row.grundlag) else { continue };
            let exact = self.betalingsdage(row).and_then(|dage| row.udregnet(dage));
            let place = grundlag.place.clone();
            self.takster[index].takst =
                exact.and_then(|exact| whole(&exact)).map(|takst| Sourced::new(takst, place));
        }
    }

    pub fn takstaendringer(&self) -> Vec<Takstaendring<'_>> {
        takstaendringer(&self.takster, &self.aendringer)
    }

    /// The changes that were decided by themselves, from the year of the takster shown on.
    pub fn besluttede_aendringer(&self) -> Vec<Takstaendring<'_>> {
        let year = self.takstdag().year();
        let told = |change: &Takstaendring<'_>| {
            change.gaelder_fra.value.year() >= year && !change.is_ordinaer()
        };
        self.takstaendringer().into_iter().filter(told).collect()
    }

    /// The fokusområder in the edition's order.
    pub fn fokusomraader(&self) -> Vec<&Tekst> {
        let mut found: Vec<&Tekst> =
            self.tekster.iter().filter(|tekst| tekst.fokus.is_some()).collect();
        found.sort_by_key(|tekst| tekst.fokus.as_ref().map(|fokus| fokus.nummer));
        found
    }

    /// Everyone who is asked about the centrale udmeldinger, in the order of the parties.
    pub fn respondents(&self) -> impl Iterator<Item = Respondent<'_>> {
        self.myndigheder.iter().flat_map(Respondent::of)
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
