/// How far a figure has come; of a sum the least sure of its parts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Talstatus {
    Endelig,
    Foreloebig,
    /// Made up to show how a table will look.
    Konstrueret,
}

impl Talstatus {
    pub const NAMES: [&str; 3] = ["foreløbig", "endelig", "konstrueret"];

    pub fn from_name(name: &str) -> Option<Self> {
        match name {
            "endelig" => Some(Self::Endelig),
            "foreløbig" => Some(Self::Foreloebig),
            "konstrueret" => Some(Self::Konstrueret),
            _ => None,
        }
    }

    pub fn name(self) -> &'static str {
        match self {
            Self::Endelig => "endelig",
            Self::Foreloebig => "foreløbig",
            Self::Konstrueret => "konstrueret",
        }
    }
}
