//! Rules over the model, one code each; every finding at once, with both values and their cells.

mod afrapporteringer;
mod afventer;
mod basis;
mod begrundelser;
mod beslutninger;
mod bilag;
mod bilagsaar;
mod endelig;
mod frister;
mod haandskrevne;
mod indhold;
mod indsendelser;
mod kladder;
mod konstruerede;
mod lovgrundlag;
mod mangler;
mod offentliggoerelser;
mod oplaesning;
mod paragraffer;
mod parter;
mod passager;
mod periode;
mod personnavne;
mod personnumre;
mod raekker;
mod samlet_og_delt;
mod spring;
mod summer;
mod takster;
mod takstgraenser;
mod tilbudsoplysninger;
mod titler;
mod uafklarede;
mod udviklingsplaner;
mod ugedage;
mod undtagelser;

use self::basis::Basis;
use self::passager::passages;
use crate::finding::Findings;
use crate::input::{Files, Records};

pub use self::afventer::{awaited, misspelt_marks};
pub use self::endelig::not_final;
pub use self::haandskrevne::typed_counts;
pub use self::mangler::missing;
pub use self::parter::absent;
pub use self::personnumre::{civil_numbers, civil_numbers_in};
pub use self::raekker::gaps;
pub use self::spring::is_leap;
pub use self::summer::adds_up;
pub use self::uafklarede::unsettled;
pub use self::ugedage::weekday;
pub use self::undtagelser::Silenced;

/// What the rules found.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Checked {
    pub findings: Findings,
    /// What only time can bring to a draft; empty in a final edition, which refuses it.
    pub open: Findings,
    /// What is excepted from the rules.
    pub silenced: Vec<Silenced>,
}

/// Runs every rule over a project.
pub fn check(records: &Records, inputs: &Files) -> Checked {
    let projekt = &records.projekt;
    let passages = passages(inputs);
    let basis = Basis { projekt, places: &records.places, passages: &passages };
    let undtagelser = &projekt.regler.undtagelser;
    let mut silenced = undtagelser::unused(undtagelser);
    let mut findings = undtagelser::silence(broken(&basis), undtagelser, &mut silenced);
    let open = undtagelser::silence(open(&basis), undtagelser, &mut silenced);
    findings.extend(undtagelser::idle(undtagelser, &silenced));
    silenced.retain(|one| !one.findings.is_empty());
    if basis.draft() {
        return Checked { findings, open, silenced };
    }
    findings.extend(open);
    Checked { findings, open: Findings::new(), silenced }
}

fn broken(basis: &Basis<'_>) -> Findings {
    let rules = [
        parter::check,
        periode::check,
        lovgrundlag::check,
        indhold::check,
        udviklingsplaner::check,
        afrapporteringer::check,
        tilbudsoplysninger::check,
        paragraffer::check,
        frister::check,
        offentliggoerelser::check,
        indsendelser::check,
        titler::check,
        bilag::check,
        bilagsaar::check,
        summer::check,
        raekker::check,
        samlet_og_delt::check,
        begrundelser::check,
        spring::check,
        takster::check,
        takstgraenser::check,
        ugedage::check,
        personnavne::check,
    ];
    let mut findings = Findings::new();
    rules.iter().for_each(|rule| rule(basis, &mut findings));
    findings
}

/// What a draft waits for and a final edition must have.
fn open(basis: &Basis<'_>) -> Findings {
    let rules = [
        tilbudsoplysninger::awaited,
        paragraffer::awaited,
        beslutninger::awaited,
        offentliggoerelser::awaited,
        indsendelser::awaited,
    ];
    let mut findings = takster::advised(basis.projekt);
    rules.iter().for_each(|rule| rule(basis, &mut findings));
    findings
}
