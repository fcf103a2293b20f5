use super::afsender::Afsender;
use super::oprindelse::Oprindelse;
use super::tema::Tema;
use crate::model::Sourced;

/// What a party wrote under a theme.
#[derive(Debug, Clone, PartialEq)]
pub struct IndberettetTekst {
    pub afsender: Afsender,
    pub tema: Tema,
    pub tekst: Option<Sourced<String>>,
    /// The secretariat's own wording, which wins.
    pub rettelse: Option<Sourced<String>>,
    pub oprindelse: Oprindelse,
}

impl IndberettetTekst {
    pub fn in_force(&self) -> Option<&Sourced<String>> {
        self.rettelse.as_ref().or(self.tekst.as_ref())
    }
}
