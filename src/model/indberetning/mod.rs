//! What the parties have answered, as it was collected, with the secretariat's own corrections.

mod afsender;
mod oprindelse;
mod svar;
mod svarstatus;
mod tal;
mod tekst;
mod tema;
mod tilbud;

pub use afsender::Afsender;
pub use oprindelse::Oprindelse;
pub use svar::{Svar, Svarstand};
pub use svarstatus::Svarstatus;
pub use tal::IndberettetTal;
pub use tekst::IndberettetTekst;
pub use tema::Tema;
pub use tilbud::IndberettetTilbud;

use super::{CentralUdmelding, Respondent};

/// All that has been collected for the centrale udmeldinger.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Indberetninger {
    pub tal: Vec<IndberettetTal>,
    pub tekster: Vec<IndberettetTekst>,
    pub tilbud: Vec<IndberettetTilbud>,
    /// One for each answer that is expected.
    pub svar: Vec<Svar>,
}

impl Indberetninger {
    /// How far an answer had come when the answers were last collected.
    pub fn stand(&self, udmelding: &CentralUdmelding, respondent: &Respondent<'_>) -> Svarstand {
        let is = |svar: &&Svar| {
            svar.afsender.udmelding == udmelding.noegle && svar.afsender.is(respondent)
        };
        self.svar.iter().find(is).map_or(Svarstand::Mangler, |svar| svar.stand)
    }
}
