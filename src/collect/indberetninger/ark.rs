/// A sheet of the table of answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Ark {
    Tal,
    Tekster,
    Tilbud,
    Svar,
}

/// What every answer carries: the cell it came from, and the secretariat's own columns.
const ORIGIN: [&str; 6] = ["Fil", "Ark", "Celle", "Rettelse", "Begrundelse", "Før"];

impl Ark {
    pub const ALL: [Self; 4] = [Self::Tal, Self::Tekster, Self::Tilbud, Self::Svar];
    /// The sheets that hold answers; the last tells how far each has come.
    pub const ANSWERS: [Self; 3] = [Self::Tal, Self::Tekster, Self::Tilbud];

    pub fn name(self) -> &'static str {
        match self {
            Self::Tal => "Tal",
            Self::Tekster => "Tekster",
            Self::Tilbud => "Tilbud",
            Self::Svar => "Svar",
        }
    }

    /// The columns that tell a row from all others.
    pub(super) fn key(self) -> &'static [&'static str] {
        match self {
            Self::Tal => &["Udmelding", "Gruppe", "Part", "Svarer for", "År"],
            Self::Tekster => &["Udmelding", "Part", "Svarer for", "Tema"],
            Self::Tilbud => &["Udmelding", "Part", "Svarer for", "Tilbud", "Anvendes til", "År"],
            Self::Svar => &["Udmelding", "Part", "Svarer for"],
        }
    }

    /// The column of the answer itself.
    pub(in crate::collect) fn answer(self) -> &'static str {
        match self {
            Self::Tal => "Værdi",
            Self::Tekster => "Tekst",
            Self::Tilbud => "Brugere",
            Self::Svar => "Status",
        }
    }

    pub fn columns(self) -> Vec<&'static str> {
        let own: &[&str] = match self {
            Self::Tal => &[
                "Udmelding",
                "Gruppe",
                "Part",
                "Svarer for",
                "År",
                "Værdi",
                "Status",
                "Bemærkning",
            ],
            Self::Tekster => &["Udmelding", "Part", "Svarer for", "Tema", "Tekst", "Status"],
            Self::Tilbud => &[
                "Udmelding",
                "Part",
                "Svarer for",
                "Tilbud",
                "Driftsherre",
                "Beliggenhed",
                "Paragraf",
                "Anvendes til",
                "År",
                "Brugere",
                "Status",
                "Bemærkning",
            ],
            Self::Svar => {
                return vec![
                    "Udmelding",
                    "Part",
                    "Svarer for",
                    "Status",
                    "Fil",
                    "Kontrolsum",
                    "Frist",
                    "Gemt som",
                ];
            }
        };
        own.iter().chain(&ORIGIN).copied().collect()
    }
}
