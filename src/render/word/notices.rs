//! What is worth knowing of a template before anything is made of it.

use super::marks::marked;
use super::parts::{Relations, has_macros};
use super::prepared::is_read;
use super::unmark::unmark;
use super::xml;
use crate::finding::{Finding, Findings, Place};
use crate::package::Package;

/// Tells of macros, of changes that are still tracked, of letters that no document may have, and of
/// what lies outside the template.
pub fn notices(package: &Package, file: &str) -> Findings {
    let mut findings = Findings::new();
    if has_macros(package) {
        findings.push(Finding::oplysning(
            "makroer-udeladt",
            Place::file(file),
            "Skabelonens makroer kommer ikke med i dokumentet; de bliver aldrig kørt.",
        ));
    }
    if package.names().filter(|name| is_read(name)).any(|name| is_revised(package, name)) {
        findings.push(revised(file));
    }
    if package.names().filter(|name| is_read(name)).any(|name| is_marked(package, name)) {
        findings.push(Finding::advarsel(
            "ulovligt-tegn",
            Place::file(file),
            "Skabelonen har usynlige tegn, som er udeladt.",
        ));
    }
    for owner in package.names().filter(|name| is_used(name)) {
        let relations = Relations::load(package, owner);
        findings.extend(relations.external().map(|(kind, target)| external(file, kind, target)));
    }
    findings
}

/// What marks tracked changes in the XML of a part.
const REVISIONS: [&str; 16] = [
    "<w:ins ",
    "<w:del ",
    "<w:moveFrom ",
    "<w:moveTo ",
    "<w:rPrChange ",
    "<w:pPrChange ",
    "<w:tblPrChange ",
    "<w:tblPrExChange ",
    "<w:tblGridChange ",
    "<w:trPrChange ",
    "<w:tcPrChange ",
    "<w:sectPrChange ",
    "<w:cellIns ",
    "<w:cellDel ",
    "<w:cellMerge ",
    "<w:numberingChange ",
];

/// Whether a part has tracked changes.
pub fn is_revised(package: &Package, part: &str) -> bool {
    let xml = package.part(part).and_then(|bytes| std::str::from_utf8(bytes).ok());
    xml.is_some_and(|xml| REVISIONS.iter().any(|mark| xml.contains(mark)))
}

fn is_marked(package: &Package, part: &str) -> bool {
    let xml = package.part(part).and_then(|bytes| std::str::from_utf8(bytes).ok());
    // A letter may be written as a reference too.
    let suspect = xml.filter(|xml| marked(xml) || xml.contains("&#"));
    let root = suspect.and_then(|xml| xml::read(xml.as_bytes()).ok());
    root.is_some_and(|root| {
        let mut plain = root.clone();
        plain.visit_mut(&mut unmark);
        plain != root
    })
}

fn revised(file: &str) -> Finding {
    Finding::advarsel(
        "skabelon-har-rettelser",
        Place::file(file),
        "Skabelonen har sporede ændringer; indsat tekst tæller med, slettet tekst gør ikke.",
    )
    .hint("Acceptér eller afvis dem i Word under Gennemse, og gem skabelonen.")
}

/// Building blocks are never shown, so what they lead to does not matter.
fn is_used(part: &str) -> bool {
    part.starts_with("word/") && part.ends_with(".xml") && !part.starts_with("word/glossary/")
}

fn external(file: &str, kind: &str, target: &str) -> Finding {
    let (what, hint) = match kind {
        "attachedTemplate" => (
            "en anden skabelon",
            "Vælg Normal under Udvikler > Dokumentskabelon i Word, og gem skabelonen.",
        ),
        "image" => {
            ("et billede", "Indsæt billedet i selve skabelonen i stedet for at kæde til det.")
        }
        _ => ("en fil", "Indsæt indholdet i selve skabelonen i stedet for at kæde til filen."),
    };
    Finding::advarsel(
        "skabelon-henter-udefra",
        Place::file(file),
        format!(
            "Skabelonen kæder til {what} uden for sig selv, som ikke bliver hentet: »{target}«."
        ),
    )
    .hint(hint)
}
