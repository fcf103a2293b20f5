use chrono::NaiveDate;

use super::indberetninger::Indberetninger;
use super::status;
use super::svar::forms;
use crate::model::{CentralUdmelding, Projekt, Respondent, Svarstand};

/// How far the collecting has come: who has answered what.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tavle {
    /// The udmeldinger with their deadlines.
    pub udmeldinger: Vec<(String, Option<NaiveDate>)>,
    /// Who is asked, and how far the answer to each udmelding has come.
    pub parter: Vec<(String, Vec<Svarstand>)>,
}

impl Tavle {
    pub fn new(projekt: &Projekt, table: &Indberetninger) -> Self {
        let asked = |of: &CentralUdmelding| {
            (of.noegle.clone(), of.svarfrist.as_ref().map(|frist| frist.value))
        };
        let row = |respondent: Respondent<'_>| {
            let own = forms(projekt).filter(|form| form.respondent == respondent);
            (respondent.navn(), own.map(|form| status::of(&form, table)).collect())
        };
        Self {
            udmeldinger: projekt.udmeldinger.iter().map(asked).collect(),
            parter: projekt.respondents().map(row).collect(),
        }
    }
}
