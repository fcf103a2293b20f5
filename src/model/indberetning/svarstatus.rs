use crate::model::Talstatus;

/// What an answer is worth.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Svarstatus {
    Tal(Talstatus),
    /// Something stood there that could not be used.
    Uklar,
    /// It was left blank, or nothing came back.
    Ubesvaret,
}

impl Svarstatus {
    pub const NAMES: [&str; 5] = ["foreløbig", "endelig", "konstrueret", "uklar", "ubesvaret"];

    pub fn name(self) -> &'static str {
        match self {
            Self::Tal(status) => status.name(),
            Self::Uklar => "uklar",
            Self::Ubesvaret => "ubesvaret",
        }
    }

    pub fn from_name(name: &str) -> Option<Self> {
        match name {
            "uklar" => Some(Self::Uklar),
            "ubesvaret" => Some(Self::Ubesvaret),
            other => Talstatus::from_name(other).map(Self::Tal),
        }
    }
}
