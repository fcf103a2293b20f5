use chrono::NaiveDate;

use super::regel::Regel;
use super::undtagelse::Undtagelse;

/// All rules with their years, and what is excepted from them.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Regler {
    pub regler: Vec<Regel>,
    pub undtagelser: Vec<Undtagelse>,
}

impl Regler {
    /// The rule as it holds on a day.
    pub fn in_force(&self, noegle: &str, day: NaiveDate) -> Option<&Regel> {
        self.regler.iter().find(|regel| regel.noegle == noegle && regel.holds(day))
    }
}
