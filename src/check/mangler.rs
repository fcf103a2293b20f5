use crate::finding::{Finding, Findings, Place};
use crate::model::{Behandling, Myndighed, Projekt, Takst};

/// Lists what the documents mark as awaited because a cell or a line is empty, as advarsler: one
/// for each kind of what is lacking.
///
/// What a rule asks for is told by that rule.
pub fn missing(projekt: &Projekt) -> Findings {
    let mut findings = Findings::new();
    let sheet =
        Place::Sheet { file: "inputs/takster.xlsx".to_owned(), sheet: "Takster".to_owned() };
    for (field, lacks) in TAKST {
        let lacking = projekt.takster.iter().filter(|takst| lacks(takst));
        let names = lacking.map(|takst| takst.tilbud.value.as_str());
        findings.extend(awaits(field, &sheet, names));
    }
    for (field, lacks) in MYNDIGHED {
        let lacking = projekt.myndigheder.iter().filter(|party| lacks(party));
        let names = lacking.map(|party| party.navn.as_str());
        findings.extend(awaits(field, &Place::file("inputs/myndigheder.toml"), names));
    }
    findings
}

type Lacks<T> = (&'static str, fn(&T) -> bool);

const TAKST: [Lacks<Takst>; 3] = [
    ("lov", |takst| takst.lov.is_none()),
    ("gælder fra", |takst| takst.gaelder_fra.is_none()),
    ("besluttet af", |takst| takst.besluttet_af.is_none()),
];

const MYNDIGHED: [Lacks<Myndighed>; 3] = [
    ("journalnummer", |party| party.journalnummer.is_none()),
    ("mødedato", |party| any_step(party, |step| step.dato.is_none())),
    ("beslutning", |party| any_step(party, |step| step.beslutning.is_none())),
];

fn any_step(party: &Myndighed, lacks: fn(&Behandling) -> bool) -> bool {
    party.behandling.iter().any(lacks)
}

fn awaits<'a>(field: &str, place: &Place, names: impl Iterator<Item = &'a str>) -> Option<Finding> {
    let mut listed: Vec<&str> = Vec::new();
    for name in names {
        if !listed.contains(&name) {
            listed.push(name);
        }
    }
    let message = format!("Afventer {field} for {}.", listed.join(", "));
    (!listed.is_empty()).then(|| Finding::advarsel("afventer", place.clone(), message))
}
