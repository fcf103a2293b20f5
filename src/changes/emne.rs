/// What changes are about, in reading order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Emne {
    Aftale,
    Fokusomraader,
    Datoer,
    Parter,
    Behandling,
    Bilag,
    Dokumenter,
    Kapitler,
    Takster,
    Tal,
}

impl Emne {
    /// As keys name it.
    pub fn key(self) -> &'static str {
        match self {
            Self::Aftale => "aftale",
            Self::Fokusomraader => "fokusomraader",
            Self::Datoer => "datoer",
            Self::Parter => "parter",
            Self::Behandling => "behandling",
            Self::Bilag => "bilag",
            Self::Dokumenter => "dokumenter",
            Self::Kapitler => "kapitler",
            Self::Takster => "takster",
            Self::Tal => "tal",
        }
    }

    pub fn title(self) -> &'static str {
        match self {
            Self::Aftale => "Aftalen",
            Self::Fokusomraader => "Fokusområder",
            Self::Datoer => "Datoer og frister",
            Self::Parter => "Parter",
            Self::Behandling => "Politisk behandling",
            Self::Bilag => "Bilag",
            Self::Dokumenter => "Dokumenter",
            Self::Kapitler => "Kapitler",
            Self::Takster => "Takster",
            Self::Tal => "Tal",
        }
    }
}
