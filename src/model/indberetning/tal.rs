use rust_decimal::Decimal;

use super::afsender::Afsender;
use super::oprindelse::Oprindelse;
use crate::model::{Optaelling, Sourced};

/// What a party counted in a group and a year.
#[derive(Debug, Clone, PartialEq)]
pub struct IndberettetTal {
    pub afsender: Afsender,
    pub gruppe: Sourced<String>,
    pub aar: u16,
    pub vaerdi: Option<Sourced<Decimal>>,
    /// The secretariat's own number, which wins.
    pub rettelse: Option<Sourced<Decimal>>,
    pub oprindelse: Oprindelse,
}

impl IndberettetTal {
    /// The count in force; none when the party has not answered.
    pub fn in_force(&self) -> Option<Optaelling> {
        let number = self.rettelse.as_ref().or(self.vaerdi.as_ref())?;
        Some(self.oprindelse.counted(number.clone()))
    }
}
