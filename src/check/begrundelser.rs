use super::basis::Basis;
use crate::finding::{Finding, Findings, Place};
use crate::model::{Oprindelse, Sourced};

/// A correction of an answer says why it was made.
pub(super) fn check(basis: &Basis<'_>, findings: &mut Findings) {
    let collected = &basis.projekt.indberetninger;
    let tal = collected.tal.iter().map(|row| (place(&row.rettelse), &row.oprindelse));
    let tekster = collected.tekster.iter().map(|row| (place(&row.rettelse), &row.oprindelse));
    let tilbud = collected.tilbud.iter().map(|row| (place(&row.rettelse), &row.oprindelse));
    let unexplained = |(place, origin): (Option<Place>, &Oprindelse)| {
        place.filter(|_| origin.begrundelse.is_none())
    };
    findings.extend(tal.chain(tekster).chain(tilbud).filter_map(unexplained).map(told));
}

fn place<T>(rettelse: &Option<Sourced<T>>) -> Option<Place> {
    rettelse.as_ref().map(|rettelse| rettelse.place.clone())
}

fn told(place: Place) -> Finding {
    Finding::advarsel("rettelse-uden-begrundelse", place, "Rettelsen har ingen begrundelse.")
        .hint("Skriv under »Begrundelse«, hvorfor der er rettet, fx hvem der har oplyst tallet.")
}
