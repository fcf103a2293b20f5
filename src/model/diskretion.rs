use serde::Deserialize;

/// Which counts of people the public may see, and how the others are shown.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct Diskretion {
    /// The lowest count that may be shown, apart from 0.
    pub taerskel: u32,
    /// What stands for every hidden count in tables and drawings.
    pub tegn: String,
    /// What stands for it in running text.
    pub i_tekst: String,
}

impl Default for Diskretion {
    /// At least three people in a group before more is told of it (the rule of Danmarks Statistik
    /// as SDU applies it); and a word for the sign, since screen readers pass over dots and say
    /// asterisks in different ways.
    fn default() -> Self {
        Self { taerskel: 3, tegn: "skjult".to_owned(), i_tekst: "et skjult antal".to_owned() }
    }
}
