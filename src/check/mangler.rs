use crate::finding::{Finding, Findings, Place};
use crate::model::{Myndighed, Projekt, Takst};

/// Lists what the documents mark as awaited because a cell or a line is empty, as advarsler.
pub fn missing(projekt: &Projekt) -> Findings {
    let mut findings = Findings::new();
    findings.extend(projekt.takster.iter().filter_map(takst));
    findings.extend(projekt.myndigheder.iter().filter_map(myndighed));
    findings
}

fn takst(takst: &Takst) -> Option<Finding> {
    let fields = [
        ("driftsherre", takst.driftsherre.is_none()),
        ("lov", takst.lov.is_none()),
        ("paragraf", takst.paragraf.is_none()),
        ("pladser", takst.pladser.is_none()),
        ("takst", takst.takst.is_none()),
        ("belægningsprocent", takst.belaegning.is_none()),
        ("gælder fra", takst.gaelder_fra.is_none()),
        ("besluttet af", takst.besluttet_af.is_none()),
    ];
    lacks(&takst.tilbud.value, takst.tilbud.place.clone(), &fields)
}

fn myndighed(myndighed: &Myndighed) -> Option<Finding> {
    let step =
        |lacks: fn(&crate::model::Behandling) -> bool| myndighed.behandling.iter().any(lacks);
    let fields = [
        ("journalnummer", myndighed.journalnummer.is_none()),
        ("mødedato", step(|step| step.dato.is_none())),
        ("beslutning", step(|step| step.beslutning.is_none())),
    ];
    lacks(&myndighed.navn, Place::file("inputs/myndigheder.toml"), &fields)
}

fn lacks(name: &str, place: Place, fields: &[(&str, bool)]) -> Option<Finding> {
    let missing: Vec<&str> =
        fields.iter().filter(|(_, missing)| *missing).map(|(field, _)| *field).collect();
    let message = format!("Afventer for {name}: {}.", missing.join(", "));
    (!missing.is_empty()).then(|| Finding::advarsel("afventer", place, message))
}
