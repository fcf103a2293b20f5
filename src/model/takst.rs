use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::krisecenter::KRISECENTER;
use super::sourced::Sourced;

/// The kinds of tilbud that the workbook's column "Type" may name (bekendtgørelsen om rammeaftaler,
/// § 1).
pub const TILBUDSTYPER: [&str; 13] = [
    KRISECENTER,
    "forsorgshjem",
    "botilbud",
    "døgninstitution",
    "sikret afdeling",
    "dagtilbud",
    "klubtilbud",
    "stofmisbrugsbehandling",
    "beskyttet beskæftigelse",
    "aktivitets- og samværstilbud",
    "almen ældrebolig",
    "plejebolig",
    "specialrådgivning",
];

/// The unit of every takst: the tables say it once for all of them.
pub const TAKSTENHED: &str = "kr. pr. døgn";

/// A tilbud's takst from one date on; a tilbud has a row for each.
#[derive(Debug, Clone, PartialEq)]
pub struct Takst {
    pub noegle: String,
    pub tilbud: Sourced<String>,
    pub art: Sourced<String>,
    pub driftsherre: Option<Sourced<String>>,
    pub driftsform: Option<Sourced<String>>,
    pub beliggenhed: Option<Sourced<String>>,
    pub lov: Option<Sourced<String>>,
    pub paragraf: Option<Sourced<String>>,
    pub pladser: Option<Sourced<Decimal>>,
    /// Whole kroner per `enhed`.
    pub takst: Option<Sourced<Decimal>>,
    pub enhed: Option<Sourced<String>>,
    /// In percent: 90 is 90 %.
    pub belaegning: Option<Sourced<Decimal>>,
    pub gaelder_fra: Option<Sourced<NaiveDate>>,
    pub besluttet_af: Option<Sourced<String>>,
    pub besluttet: Option<Sourced<NaiveDate>>,
    pub note: Option<Sourced<String>>,
}

/// A decided change of a takst.
#[derive(Debug, Clone, PartialEq)]
pub struct Takstaendring {
    pub noegle: String,
    pub tilbud: Sourced<String>,
    pub foer: Option<Sourced<Decimal>>,
    pub efter: Option<Sourced<Decimal>>,
    pub aendring: Sourced<Decimal>,
    pub gaelder_fra: Sourced<NaiveDate>,
    pub besluttet_af: Option<Sourced<String>>,
    pub besluttet: Option<Sourced<NaiveDate>>,
    pub begrundelse: Option<Sourced<String>>,
}

/// A takst restated at another belægningsprocent.
#[derive(Debug, Clone, PartialEq)]
pub struct Omregning {
    pub noegle: String,
    pub takst: Sourced<Decimal>,
    pub belaegning: Sourced<Decimal>,
    pub omregnet_til: Sourced<Decimal>,
    pub omregnet_takst: Sourced<Decimal>,
}
