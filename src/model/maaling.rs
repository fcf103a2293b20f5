use super::sourced::Sourced;
use super::yearly::Yearly;

/// A yearly series about a tilbud: its belægningsprocent, or how many were indskrevet.
#[derive(Debug, Clone, PartialEq)]
pub struct Belaegning {
    pub noegle: String,
    pub tilbud: Sourced<String>,
    pub raekke: String,
    pub betegnelse: Sourced<String>,
    pub enhed: Option<Sourced<String>>,
    pub tal: Yearly,
}
