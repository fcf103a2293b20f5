use rust_decimal::Decimal;

use super::afsender::Afsender;
use super::oprindelse::Oprindelse;
use crate::model::{Optaelling, Sourced};

/// A tilbud that a party has used for the målgruppe in a year.
#[derive(Debug, Clone, PartialEq)]
pub struct IndberettetTilbud {
    pub afsender: Afsender,
    pub tilbud: Sourced<String>,
    pub driftsherre: Option<Sourced<String>>,
    pub beliggenhed: Option<Sourced<String>>,
    pub paragraf: Option<Sourced<String>>,
    pub anvendes_til: Option<Sourced<String>>,
    pub aar: u16,
    pub brugere: Option<Sourced<Decimal>>,
    /// The secretariat's own number of users, which wins.
    pub rettelse: Option<Sourced<Decimal>>,
    pub oprindelse: Oprindelse,
}

impl IndberettetTilbud {
    /// The number of users in force; none when the party has not told it.
    pub fn in_force(&self) -> Option<Optaelling> {
        let number = self.rettelse.as_ref().or(self.brugere.as_ref())?;
        Some(self.oprindelse.counted(number.clone()))
    }
}
