use super::myndighed::{Myndighed, MyndighedType, Svarer};

/// Who gives one answer: a party, or a part of one that answers apart.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Respondent<'p> {
    pub part: &'p Myndighed,
    pub svarer: Option<&'p Svarer>,
}

impl<'p> Respondent<'p> {
    /// Those who answer for a party: its parts, or the party as one.
    pub(super) fn of(part: &'p Myndighed) -> impl Iterator<Item = Self> {
        let whole = Self { part, svarer: None };
        let parts = part.svarer.iter().map(move |svarer| Self { part, svarer: Some(svarer) });
        part.svarer.is_empty().then_some(whole).into_iter().chain(parts)
    }

    /// The part's name; empty when the party answers as one.
    pub fn svarer_navn(&self) -> &str {
        self.svarer.map_or("", |svarer| &svarer.navn)
    }

    /// "Rebild Kommune", or the party and its part.
    pub fn navn(&self) -> String {
        match self.svarer {
            Some(svarer) => format!("{}, {}", self.part.navn, svarer.navn),
            None => self.part.navn.clone(),
        }
    }

    /// As file names carry it: "rebild", or the party's key and its part's.
    pub fn noegle(&self) -> String {
        match self.svarer {
            Some(svarer) => format!("{}-{}", self.part.noegle, svarer.noegle),
            None => self.part.noegle.clone(),
        }
    }

    /// Whether citizens are counted; a region is asked of its tilbud alone.
    pub fn counts_citizens(&self) -> bool {
        self.part.art == MyndighedType::Kommune
    }
}
