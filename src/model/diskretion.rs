use serde::Deserialize;

/// How counts are shown that discretion hides.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Diskretion {
    /// What stands for every hidden count.
    pub tegn: String,
}

impl Default for Diskretion {
    /// A word, since screen readers pass over dots and say asterisks in different ways.
    fn default() -> Self {
        Self { tegn: "skjult".to_owned() }
    }
}
