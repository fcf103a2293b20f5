use rust_decimal::Decimal;

use super::svarstatus::Svarstatus;
use crate::model::{Optaelling, Sourced, Talstatus};

/// Where an answer stood in what was returned, and what became of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Oprindelse {
    pub status: Svarstatus,
    /// What stood there when it could not be used, to the letter.
    pub bemaerkning: Option<Sourced<String>>,
    pub fil: Option<String>,
    pub ark: Option<String>,
    pub celle: Option<String>,
    /// Why the secretariat has corrected the answer.
    pub begrundelse: Option<String>,
    /// The earlier answer, when a later return changed it.
    pub foer: Option<String>,
}

impl Oprindelse {
    /// A count of this origin. A correction of what was no number is preliminary, until the party
    /// has said so itself.
    pub(super) fn counted(&self, number: Sourced<Decimal>) -> Optaelling {
        let status = match self.status {
            Svarstatus::Tal(status) => status,
            Svarstatus::Uklar | Svarstatus::Ubesvaret => Talstatus::Foreloebig,
        };
        Optaelling::new(number, Some(status))
    }
}
