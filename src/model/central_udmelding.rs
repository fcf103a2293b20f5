use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::kontroltal::Kontroltal;
use super::sourced::Sourced;
use super::yearly::Yearly;

/// A central udmelding: Socialstyrelsen's question about one small målgruppe (SEL § 13 b).
#[derive(Debug, Clone, PartialEq)]
pub struct CentralUdmelding {
    pub noegle: String,
    pub titel: Sourced<String>,
    pub kort_titel: Sourced<String>,
    /// When it was issued, in words: the sources disagree, so both dates are kept.
    pub udsendt: Sourced<String>,
    pub meldt_das: Sourced<String>,
    pub status: Sourced<String>,
    pub opgjort: Sourced<String>,
    /// The years that are counted, in order.
    pub aar: Vec<u16>,
    /// When the answers are due.
    pub svarfrist: Option<Sourced<NaiveDate>>,
    pub population: Option<Sourced<String>>,
    pub kilde: Option<Sourced<String>>,
    pub grupper: Vec<Gruppe>,
    /// The sums over the groups of the målgruppe, kept from before any count is hidden.
    pub i_alt: Yearly,
    pub landsdele: Vec<LandsdelAntal>,
    pub tilbud: Vec<AnvendtTilbud>,
}

/// A group that is counted; those outside the målgruppe are never summed in.
#[derive(Debug, Clone, PartialEq)]
pub struct Gruppe {
    pub noegle: String,
    pub betegnelse: Sourced<String>,
    pub i_maalgruppen: bool,
    pub note: Option<Sourced<String>>,
    /// The kommuner's counts together, kept from before any count is hidden.
    pub region: Yearly,
    /// How many kommuner have not answered for every year.
    pub mangler: usize,
    /// Their names, which are for the authorities alone.
    pub mangler_navne: Vec<String>,
    /// Every kommune, in the order of the parties.
    pub kommuner: Vec<KommuneAntal>,
    pub kontroltal: Option<Kontroltal>,
}

/// One kommune's counts in a group.
#[derive(Debug, Clone, PartialEq)]
pub struct KommuneAntal {
    pub kommune: String,
    pub antal: Yearly,
}

/// One landsdel's counts in the national table; the key `i_alt` holds the declared total.
#[derive(Debug, Clone, PartialEq)]
pub struct LandsdelAntal {
    pub noegle: String,
    pub betegnelse: Sourced<String>,
    pub befolkning: Option<Sourced<Decimal>>,
    pub antal: Yearly,
}

/// A tilbud that has been used for the målgruppe.
#[derive(Debug, Clone, PartialEq)]
pub struct AnvendtTilbud {
    pub tilbud: Sourced<String>,
    pub driftsherre: Option<Sourced<String>>,
    pub beliggenhed: Option<Sourced<String>>,
    pub anvendes_til: Option<Sourced<String>>,
    pub i_regionen: Option<Sourced<String>>,
    pub note: Option<Sourced<String>>,
    /// How many have used it, over the parties that have told.
    pub brugere: Yearly,
}

impl AnvendtTilbud {
    /// A tilbud of which only the name is known.
    pub(super) fn named(tilbud: Sourced<String>) -> Self {
        Self {
            tilbud,
            driftsherre: None,
            beliggenhed: None,
            anvendes_til: None,
            i_regionen: None,
            note: None,
            brugere: Yearly::default(),
        }
    }
}

impl CentralUdmelding {
    pub fn maalgruppe(&self) -> impl Iterator<Item = &Gruppe> {
        self.grupper.iter().filter(|gruppe| gruppe.i_maalgruppen)
    }

    /// Whether it has a count, other than 0, that is lower than this.
    pub fn has_below(&self, taerskel: u32) -> bool {
        let groups = self.grupper.iter().flat_map(|gruppe| {
            gruppe.kommuner.iter().map(|row| &row.antal).chain([&gruppe.region])
        });
        let landsdele = self.landsdele.iter().map(|landsdel| &landsdel.antal);
        let tilbud = self.tilbud.iter().map(|tilbud| &tilbud.brugere);
        let mut counts = groups.chain(landsdele).chain(tilbud).flat_map(Yearly::iter);
        let is_small = |number: Decimal| !number.is_zero() && number < taerskel.into();
        counts.any(|(_, count)| count.antal.tal().is_some_and(is_small))
    }

    /// Sums the groups of the målgruppe; a year in which one has no count has no sum.
    pub fn sum_up(&mut self) {
        let series: Vec<&Yearly> = self.maalgruppe().map(|gruppe| &gruppe.region).collect();
        self.i_alt = Yearly::sum_of_all(&series);
    }

    /// The years that are counted: "2017-2019", or the one.
    pub fn periode(&self) -> String {
        match self.aar.as_slice() {
            [first, .., last] => format!("{first}-{last}"),
            years => years.iter().map(ToString::to_string).collect(),
        }
    }
}
