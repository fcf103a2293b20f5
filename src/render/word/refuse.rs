//! What is no Word document, or none that can be read safely, and what to do about it.

use super::parts::DOCUMENT;
use super::xml;
use crate::finding::{Finding, Findings, Place};
use crate::package::Package;

/// The namespace of Word's other way of saving, "Strict Open XML".
const STRICT: &str = "http://purl.oclc.org/ooxml/";

/// Why a package cannot be used as a Word document; nothing when it can.
pub fn refuse(package: &Package, file: &str) -> Findings {
    let Some(body) = package.part(DOCUMENT) else { return no_document(package, file).into() };
    let mut findings = Findings::new();
    let names = package.names().filter(|name| name.ends_with(".xml") || name.ends_with(".rels"));
    for name in names {
        if package.part(name).is_some_and(xml::has_document_type) {
            findings.push(document_type(name, file));
        }
    }
    if findings.is_empty() && is_strict(body) {
        findings.push(refusal(
            file,
            "Filen er gemt som »Strict Open XML«.",
            "Åbn den i Word, vælg Gem som, og gem som almindelig Word-dokument (.docx).",
        ));
    }
    findings
}

fn is_strict(body: &[u8]) -> bool {
    let root = xml::read(body);
    root.is_ok_and(|root| root.attributes.iter().any(|(_, value)| value.starts_with(STRICT)))
}

/// What a container without a Word document in it is.
const OTHERS: [(&str, &str, &str); 6] = [
    ("xl/workbook.xml", "Filen er en Excel-projektmappe.", SAVE),
    ("xl/workbook.bin", "Filen er en Excel-projektmappe.", SAVE),
    ("ppt/presentation.xml", "Filen er en PowerPoint-præsentation.", SAVE),
    ("Index/Document.iwa", "Filen er et Pages-dokument.", EXPORT),
    ("Index.zip", "Filen er et Pages-dokument.", EXPORT),
    ("index.xml", "Filen er et Pages-dokument.", EXPORT),
];

const SAVE: &str = "Vælg en Word-fil, der er gemt som .docx.";
const EXPORT: &str = "Åbn den i Pages, vælg Arkiv > Eksportér til > Word, og brug den nye fil.";

fn no_document(package: &Package, file: &str) -> Finding {
    let known = OTHERS.iter().find(|(part, _, _)| package.part(part).is_some());
    let (message, hint) = known.map_or(
        ("Filen er ikke et Word-dokument.", "Åbn den i Word, og gem den som .docx."),
        |(_, message, hint)| (message, hint),
    );
    refusal(file, message, hint)
}

fn refusal(file: &str, message: &str, hint: &str) -> Finding {
    Finding::fejl("fil-kan-ikke-laeses", Place::file(file), message).hint(hint)
}

fn document_type(part: &str, file: &str) -> Finding {
    Finding::fejl(
        "fil-usikker",
        Place::file(file),
        format!(
            "Delen »{part}« henter indhold ind med en dokumenttype (DTD), og det er ikke tilladt."
        ),
    )
    .hint("Filen er ikke gemt af Word. Åbn den i Word, og gem den på ny.")
}
