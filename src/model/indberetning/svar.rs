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
    pub const NAMES: [&str; 3] = ["besvaret", "delvist", "mangler"];

    pub fn from_name(name: &str) -> Option<Self> {
        match name {
            "besvaret" => Some(Self::Besvaret),
            "delvist" => Some(Self::Delvist),
            "mangler" => Some(Self::Mangler),
            _ => None,
        }
    }
}
