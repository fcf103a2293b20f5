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

impl Belaegning {
    /// Whether the series is of percentages, not of people.
    pub fn is_percent(&self) -> bool {
        let unit = self.enhed.as_ref().map(|unit| unit.value.as_str()).unwrap_or_default();
        unit.contains('%') || unit == "procent"
    }
}
