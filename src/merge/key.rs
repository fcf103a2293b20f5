//! Keys typed in quotation marks: `{{tekst "vision"}}`.

use super::library::Library;
use crate::finding::{Finding, Place};

/// What is wrong with a key: that it names nothing, or, when nothing is known, that it never could.
pub(super) fn key_fault(
    helper: &str,
    key: &str,
    library: Option<&dyn Library>,
    at: &Place,
) -> Option<Finding> {
    let (code, what) = match helper {
        "tekst" | "kapitel" => ("ukendt-tekst", "ingen tekst med nøglen"),
        "tabel" => ("ukendt-tabel", "ingen tabel med nøglen"),
        "figur" => ("ukendt-figur", "ingen figur med nøglen"),
        "dokument" => ("ukendt-dokument", "intet Word-dokument i inputs/ med stien"),
        _ => return None,
    };
    let Some(library) = library else {
        return if helper == "dokument" { None } else { malformed(key, at) };
    };
    let known = match helper {
        "tabel" => library.table_keys(),
        "figur" => library.figure_keys(),
        "dokument" => library.document_paths(),
        _ => library.text_keys(),
    };
    let message = format!("Der findes {what} »{key}«.");
    (!known.contains(&key)).then(|| Finding::fejl(code, at.clone(), message).nearest(key, known))
}

fn malformed(key: &str, at: &Place) -> Option<Finding> {
    let fits = |letter: char| {
        letter.is_ascii_lowercase() || letter.is_ascii_digit() || matches!(letter, '-' | '_' | '.')
    };
    (key.is_empty() || !key.chars().all(fits)).then(|| {
        Finding::fejl("ugyldig-noegle", at.clone(), format!("»{key}« kan ikke være en nøgle."))
            .hint("En nøgle skrives med små bogstaver a-z, tal, bindestreg og understreg.")
    })
}
