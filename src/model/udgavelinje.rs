use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::aftale::Udgave;

/// A line of the edition history: which edition, when, for whom, and what it changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Udgavelinje {
    /// The number that the edition was frozen with; none for one that is still written on.
    pub nummer: Option<String>,
    pub navn: String,
    pub dato: NaiveDate,
    pub behandlet_i: String,
    /// Empty when nothing was said of it.
    pub aendringer: String,
}

impl Udgavelinje {
    /// The line of the edition that the inputs are of.
    pub fn of(udgave: &Udgave) -> Self {
        Self {
            nummer: None,
            navn: udgave.betegnelse.clone(),
            dato: udgave.dato,
            behandlet_i: udgave.organ.clone(),
            aendringer: udgave.aendringer.clone(),
        }
    }

    /// What the edition is called: "0.2 – DAS 25. maj 2020".
    pub fn betegnelse(&self) -> String {
        match &self.nummer {
            Some(nummer) => format!("{nummer} – {}", self.navn),
            None => self.navn.clone(),
        }
    }
}
