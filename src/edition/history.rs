use std::path::Path;

use super::about::About;
use super::claim::Claim;
use super::found::Found;
use super::lines::lines;
use crate::finding::{Finding, Findings};
use crate::model::{Udgave, Udgavelinje};

/// The editions that come before the one the inputs are of, and what is known of that one.
#[derive(Debug, Clone)]
pub struct History {
    earlier: Vec<Udgavelinje>,
    own: Own,
}

#[derive(Debug, Clone)]
enum Own {
    /// Inputs that are written on, with the label and line of the newest edition.
    Working(Option<(String, Udgavelinje)>),
    /// Inputs that are being frozen.
    Claimed(Claim),
    /// Inputs that were frozen.
    Frozen(Udgavelinje),
}

impl History {
    /// A project's history by what its editions say of themselves and of those before them; one that
    /// cannot be read is told of without keeping anything from being made.
    pub fn of(project: &Path, findings: &mut Findings) -> Self {
        let mut found = Findings::new();
        let files = Found::in_project(project, &mut found);
        let kept: Vec<About> = files.kept(&mut found).into_iter().map(|k| k.about).collect();
        findings.extend(found.into_iter().map(Finding::as_advarsel));
        let mut earlier = lines(&kept);
        let newest = kept.last().map(|about| (about.betegnelse.clone(), about.line()));
        kept.last().map(|about| earlier.remove(&about.nummer));
        Self { earlier: earlier.into_values().collect(), own: Own::Working(newest) }
    }

    /// The history of inputs that are being frozen.
    pub fn claimed(claim: &Claim) -> Self {
        Self { earlier: claim.tidligere.clone(), own: Own::Claimed(claim.clone()) }
    }

    /// The history as it was when an edition was frozen.
    pub fn frozen(about: &About) -> Self {
        Self { earlier: about.tidligere.clone(), own: Own::Frozen(about.line()) }
    }

    /// The lines of the history, the inputs' own edition last.
    ///
    /// Inputs that have the label and date of the newest edition are that edition still.
    pub fn lines(&self, udgave: &Udgave) -> Vec<Udgavelinje> {
        let mut lines = self.earlier.clone();
        match &self.own {
            Own::Working(Some((label, newest))) => {
                lines.push(newest.clone());
                if *label != udgave.betegnelse || newest.dato != udgave.dato {
                    lines.push(Udgavelinje::of(udgave));
                }
            }
            Own::Working(None) => lines.push(Udgavelinje::of(udgave)),
            Own::Claimed(claim) => lines.push(claim.line(udgave)),
            Own::Frozen(line) => lines.push(line.clone()),
        }
        lines
    }
}
