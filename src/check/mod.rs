//! Rules over the model, one code each; every finding at once, with both values and their cells.

mod datoer;
mod parter;
mod summer;
mod takster;

use crate::finding::Findings;
use crate::model::Projekt;

pub use self::afventer::{awaited, misspelt_marks};
pub use self::mangler::missing;
pub use self::takster::advised;

mod afventer;
mod mangler;

/// Runs every rule over a project.
pub fn check(projekt: &Projekt) -> Findings {
    let mut findings = Findings::new();
    datoer::check(projekt, &mut findings);
    parter::check(projekt, &mut findings);
    summer::check(projekt, &mut findings);
    takster::check(projekt, &mut findings);
    findings
}
