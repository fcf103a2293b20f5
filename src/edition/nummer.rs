use std::fmt;

use serde::{Deserialize, Serialize};

/// The number of an edition, in order: 0.10 comes after 0.9.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Nummer(Vec<u16>);

impl Nummer {
    /// Reads whole numbers with points between them; none when it is anything else.
    pub fn parse(written: &str) -> Option<Self> {
        let steps = written.trim().split('.');
        let is_number = |step: &str| step.bytes().all(|byte| byte.is_ascii_digit());
        let read = |step: &str| is_number(step).then(|| step.parse().ok()).flatten();
        steps.map(read).collect::<Option<Vec<u16>>>().map(Self)
    }

    /// The number that an edition has by itself: one up from the newest, or 0.1.
    pub fn after(newest: Option<&Self>) -> Self {
        let mut steps = newest.map_or_else(|| vec![0, 0], |newest| newest.0.clone());
        if let Some(last) = steps.last_mut() {
            *last = last.saturating_add(1);
        }
        Self(steps)
    }
}

impl fmt::Display for Nummer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let steps: Vec<String> = self.0.iter().map(ToString::to_string).collect();
        f.write_str(&steps.join("."))
    }
}

impl TryFrom<String> for Nummer {
    type Error = String;

    fn try_from(written: String) -> Result<Self, String> {
        Self::parse(&written).ok_or(written)
    }
}

impl From<Nummer> for String {
    fn from(nummer: Nummer) -> Self {
        nummer.to_string()
    }
}
