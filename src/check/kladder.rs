use super::basis::Basis;
use crate::finding::{Finding, Findings};

/// Neither the agreement nor a document with an edition of its own is marked as a draft.
pub(super) fn check(basis: &Basis<'_>, findings: &mut Findings) {
    if basis.draft() {
        let message = "Aftalen er mærket som kladde, så hver side siger UDKAST.";
        let finding = Finding::fejl("endelig-kladde", basis.in_aftale("udgave.kladde"), message);
        findings.push(finding.hint(
            "Giv udgaven dens endelige betegnelse, dato og organ, og skriv under [udgave]:\n\
             kladde = false",
        ));
    }
    for (index, dokument) in basis.projekt.dokumenter.iter().enumerate() {
        if dokument.udgave.as_ref().is_some_and(|udgave| udgave.kladde) {
            let place = basis.in_dokumenter(&format!("dokument.{index}.udgave.kladde"));
            let message = format!("Dokumentet »{}« er mærket som kladde.", dokument.noegle);
            findings.push(
                Finding::fejl("endelig-kladde", place, message)
                    .hint("Skriv kladde = false i dokumentets »udgave«."),
            );
        }
    }
}
