use super::basis::Basis;
use crate::finding::{Finding, Findings};
use crate::model::{Format, Gruppenavn};

/// What is published can be read aloud: the agreement and each bilag are made as PDF, which is
/// tagged.
pub(super) fn check(basis: &Basis<'_>, findings: &mut Findings) {
    for (index, dokument) in basis.projekt.dokumenter.iter().enumerate() {
        let is_published = matches!(dokument.gruppe, Gruppenavn::Aftale | Gruppenavn::Bilag);
        if is_published && !dokument.kun_myndighed && !dokument.formater.contains(&Format::Pdf) {
            let place = basis.in_dokumenter(&format!("dokument.{index}.formater"));
            let message = format!(
                "»{}« bliver ikke lavet som PDF, og kun PDF-filen er gjort oplæsningsvenlig.",
                dokument.noegle
            );
            let hint = "Skriv under dokumentet:\nformater = [\"pdf\", \"docx\"]";
            findings.push(Finding::fejl("endelig-uden-pdf", place, message).hint(hint));
        }
    }
}
