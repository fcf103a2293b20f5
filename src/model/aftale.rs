use chrono::NaiveDate;
use serde::Deserialize;

use super::diskretion::Diskretion;
use super::dokument::date;

/// The agreement itself: title, period, edition, deadlines, register of bilag.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Aftale {
    pub titel: String,
    pub korttitel: String,
    pub undertitel: String,
    pub fra: NaiveDate,
    pub til: NaiveDate,
    /// Why the period is of another length than the law has it.
    pub periode_begrundelse: Option<String>,
    pub vision: String,
    pub udgiver: String,
    pub udgave: Udgave,
    pub kontakt: Kontakt,
    pub frister: Frister,
    pub lovgrundlag: Vec<Lovgrundlag>,
    pub tidsplan: Vec<Tidspunkt>,
    pub bilag: Vec<Bilag>,
    pub offentliggoerelser: Vec<Offentliggoerelse>,
    pub indsendelser: Vec<Indsendelse>,
    pub word: Word,
    pub diskretion: Diskretion,
}

/// Which edition the documents are: a draft or the final one, when and for whom.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct Udgave {
    pub betegnelse: String,
    #[serde(deserialize_with = "date")]
    pub dato: NaiveDate,
    pub organ: String,
    pub kladde: bool,
    /// What has changed since the edition before; empty when nothing is said of it.
    #[serde(default)]
    pub aendringer: String,
}

#[derive(Debug, Clone, PartialEq, Default, Deserialize)]
pub struct Kontakt {
    pub navn: String,
    pub mail: String,
    pub web: String,
    pub hjemsted: String,
}

#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct Frister {
    #[serde(deserialize_with = "date")]
    pub politisk_behandling: NaiveDate,
    #[serde(deserialize_with = "date")]
    pub indsendelse: NaiveDate,
}

#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct Lovgrundlag {
    pub lov: String,
    pub paragraf: String,
    pub tekst: String,
}

/// A row of the process table; the time is words, since it may be a month or a season.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct Tidspunkt {
    pub tid: String,
    pub aktivitet: String,
}

/// An annex of this edition: known by key, numbered per edition.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct Bilag {
    pub noegle: String,
    pub nummer: u32,
    pub titel: String,
    /// The key of the document that is the bilag.
    pub dokument: String,
    /// The year of a bilag that is made anew each year.
    #[serde(default)]
    pub aar: Option<u16>,
}

/// Where and when the agreement has been published.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct Offentliggoerelse {
    /// A party's key, or the name that rule K14 has for the secretariat.
    pub myndighed: String,
    pub url: String,
    #[serde(deserialize_with = "date")]
    pub dato: NaiveDate,
}

/// When a document is sent to the national authority.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct Indsendelse {
    /// The document's key.
    pub dokument: String,
    #[serde(deserialize_with = "date")]
    pub dato: NaiveDate,
}

/// What Word is to do with the documents.
#[derive(Debug, Clone, PartialEq, Default, Deserialize)]
pub struct Word {
    /// Whether it updates all fields when it opens one, which it asks the reader about first.
    pub opdater_felter: bool,
}

impl Default for Udgave {
    /// What stands in for an edition that could not be read: so late that every takst has begun,
    /// so that the texts that speak of them can be examined.
    fn default() -> Self {
        Self {
            betegnelse: String::new(),
            dato: NaiveDate::MAX,
            organ: String::new(),
            kladde: true,
            aendringer: String::new(),
        }
    }
}

impl Default for Frister {
    /// What stands in for deadlines that could not be read: so late that nothing comes after them.
    fn default() -> Self {
        Self { politisk_behandling: NaiveDate::MAX, indsendelse: NaiveDate::MAX }
    }
}

impl Aftale {
    /// The period in years: "2021-2022".
    pub fn periode(&self) -> String {
        use chrono::Datelike;
        format!("{}-{}", self.fra.year(), self.til.year())
    }
}
