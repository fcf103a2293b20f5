use chrono::NaiveDate;

use super::afsender::Afsender;
use crate::model::Sourced;

/// How far an answer that is expected has come.
#[derive(Debug, Clone, PartialEq)]
pub struct Svar {
    pub afsender: Afsender,
    pub stand: Svarstand,
    pub fil: Option<String>,
    /// The digest of the file that came back.
    pub kontrolsum: Option<String>,
    pub frist: Option<Sourced<NaiveDate>>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Svarstand {
    Besvaret,
    Delvist,
    Mangler,
}

impl Svarstand {
    pub const ALL: [Self; 3] = [Self::Besvaret, Self::Delvist, Self::Mangler];

    /// As the workbook has it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Besvaret => "besvaret",
            Self::Delvist => "delvist",
            Self::Mangler => "mangler",
        }
    }

    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|stand| stand.name() == name)
    }
}
