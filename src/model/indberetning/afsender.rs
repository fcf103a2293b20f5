use crate::model::Respondent;

/// Who answered on which udmelding.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Afsender {
    pub udmelding: String,
    /// The party's official name.
    pub part: String,
    /// The name of the forvaltning or tilbud, when the party answers in parts.
    pub svarer_for: Option<String>,
}

impl Afsender {
    /// "Rebild Kommune", or the party and its part.
    pub fn navn(&self) -> String {
        match &self.svarer_for {
            Some(part) => format!("{}, {part}", self.part),
            None => self.part.clone(),
        }
    }

    /// Whether it is this one who has answered.
    pub(super) fn is(&self, respondent: &Respondent<'_>) -> bool {
        let part = respondent.svarer.map(|svarer| svarer.navn.as_str());
        self.part == respondent.part.navn && self.svarer_for.as_deref() == part
    }
}
