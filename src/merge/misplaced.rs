use super::slot::Role;
use crate::finding::{Finding, Place};

/// Tells of a helper in the running text of a Markdown file, where only values can stand.
pub(super) fn misplaced_in_text(name: &str, role: Role, at: &Place) -> Finding {
    match role {
        Role::Link => Finding::fejl(
            "link-i-tekst",
            at.clone(),
            "»link« kan kun stå i en skabelon; i en tekst skrives et link på en anden måde.",
        )
        .hint("Skriv [ordene](adressen); adressen må gerne være et felt."),
        Role::Celle => Finding::fejl(
            "celle-uden-for-tabel",
            at.clone(),
            "»celle« kan kun stå i en tabelcelle i en Word-skabelon.",
        )
        .hint("Fjern den fra teksten."),
        Role::Dokument => Finding::fejl(
            "dokument-kun-i-word",
            at.clone(),
            "»dokument« kan kun stå i en Word-skabelon, ikke i en tekst.",
        )
        .hint("Sæt det ind i skabelonen, i et afsnit for sig selv."),
        _ => Finding::fejl(
            "alene-i-afsnittet",
            at.clone(),
            format!("»{name}« sætter et helt afsnit ind og kan ikke stå midt i en sætning."),
        )
        .hint("Sæt den i et afsnit for sig selv."),
    }
}
