use super::basis::Basis;
use crate::finding::Findings;
use crate::model::{Regel, Takst, in_force};
use crate::text::danish::number;

/// A botilbud with more places than the law names has an udviklingsplan (K07).
pub(super) fn check(basis: &Basis<'_>, findings: &mut Findings) {
    let Some(regel) = basis.rule("K07") else { return };
    let most = regel.decimal("pladser").unwrap_or_default();
    let plans = plans(basis, regel);
    let day = basis.aftale().udgave.dato;
    for takst in in_force(&basis.projekt.takster, day) {
        let Some(places) = takst.pladser.as_ref().filter(|places| places.value > most) else {
            continue;
        };
        if is_botilbud(takst, regel) && !plans.contains(&takst.tilbud.value.to_lowercase()) {
            let message = format!(
                "{} har {} pladser, men teksten »{}« nævner ingen udviklingsplan for det.",
                takst.tilbud.value,
                number(places.value),
                regel.text("tekst").unwrap_or_default()
            );
            let finding = regel.broken("k07-udviklingsplan", places.place.clone(), message);
            findings
                .push(finding.hint("Nævn tilbuddet ved navn i teksten med dets udviklingsplan."));
        }
    }
    if plans.trim().is_empty() {
        let message = format!(
            "Teksten »{}« om udviklingsplaner findes ikke.",
            regel.text("tekst").unwrap_or_default()
        );
        let finding = regel.broken("k07-udviklingsplan", regel.place.clone(), message);
        findings.push(finding.hint("Skriv den, også hvis intet tilbud er så stort."));
    }
}

fn is_botilbud(takst: &Takst, regel: &Regel) -> bool {
    let paragraf = takst.paragraf.as_ref().map(|one| super::paragraffer::plain(&one.value));
    paragraf.is_none_or(|paragraf| regel.list("paragraffer").contains(&paragraf))
}

/// The words of the text about udviklingsplaner, in lower case.
fn plans(basis: &Basis<'_>, regel: &Regel) -> String {
    let key = regel.text("tekst").unwrap_or_default();
    basis
        .passages
        .iter()
        .filter(|passage| passage.key() == key)
        .map(|passage| passage.words.to_lowercase())
        .collect::<Vec<_>>()
        .join(" ")
}
