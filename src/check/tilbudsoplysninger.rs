use super::basis::Basis;
use crate::finding::{Finding, Findings, Place};
use crate::model::{Takst, in_force};

type Has = fn(&Takst) -> bool;

const FIELDS: [(&str, Has); 5] = [
    ("driftsherre", |takst| takst.driftsherre.is_some()),
    ("paragraf", |takst| takst.paragraf.is_some()),
    ("pladser", |takst| takst.pladser.is_some()),
    ("takst", |takst| takst.takst.is_some()),
    ("belægningsprocent", |takst| takst.belaegning.is_some()),
];

/// What the rule asks for is something that a tilbud has (K10).
pub(super) fn check(basis: &Basis<'_>, findings: &mut Findings) {
    let Some(regel) = basis.rule("K10") else { return };
    let known = || FIELDS.iter().map(|(name, _)| *name);
    for field in regel.list("felter").iter().filter(|field| !known().any(|name| name == **field)) {
        let message = format!("»{field}« er ingen oplysning om et tilbud.");
        let finding = Finding::fejl("ukendt-valg", regel.place.clone(), message);
        let hint = format!("Vælg mellem: {}.", known().collect::<Vec<_>>().join(", "));
        findings.push(finding.hint(hint).nearest(field, known()));
    }
}

/// Every tilbud in the table has what a reader must know of it (K10).
pub(super) fn awaited(basis: &Basis<'_>, findings: &mut Findings) {
    let Some(regel) = basis.rule("K10") else { return };
    let rows = in_force(&basis.projekt.takster, basis.aftale().udgave.dato);
    let lacking = |field: &String| {
        let rows = rows.iter().filter(|takst| !has(takst, field));
        let names: Vec<&str> = rows.map(|takst| takst.tilbud.value.as_str()).collect();
        (!names.is_empty()).then(|| format!("{field} for {}", names.join(", ")))
    };
    let lacking: Vec<String> = regel.list("felter").iter().filter_map(lacking).collect();
    if !lacking.is_empty() {
        let place =
            Place::Sheet { file: "inputs/takster.xlsx".to_owned(), sheet: "Takster".to_owned() };
        let message = format!("Der mangler {}.", lacking.join("; "));
        let finding = regel.awaited(basis.draft(), "k10-oplysninger", place, message);
        findings.push(finding.hint("Skriv det i arket, når det er oplyst."));
    }
}

fn has(takst: &Takst, field: &str) -> bool {
    FIELDS.iter().find(|(name, _)| *name == field).is_none_or(|(_, has)| has(takst))
}
