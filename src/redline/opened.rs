use super::decision::Decision;
use super::resolve::resolve;
use super::version::Version;
use crate::finding::{Finding, Findings, Place};
use crate::package::Package;
use crate::render::word::open::open_document;
use crate::render::word::parts::{ContentTypes, DOCUMENT, Relations, drop_macros, has_macros};
use crate::render::word::undefined::drop_undefined;

/// Reads one of the documents, without macros and with its own tracked changes accepted.
pub fn opened(version: &Version<'_>, findings: &mut Findings) -> Result<Package, Findings> {
    let mut package = open_document(version.bytes, version.name)?;
    if has_macros(&package) {
        findings.push(Finding::oplysning(
            "makroer-udeladt",
            Place::file(version.name),
            "Filens makroer kommer ikke med i rettelserne; de bliver aldrig kørt.",
        ));
    }
    let (mut types, mut body) = (ContentTypes::load(&package), Relations::load(&package, DOCUMENT));
    drop_macros(&mut package, &mut types, &mut body);
    types.plain_document(DOCUMENT);
    body.save(&mut package);
    types.save(&mut package);
    if resolve(&mut package, Decision::Accept) {
        findings.push(accepted(version.name));
    }
    drop_undefined(&mut package, version.name);
    Ok(package)
}

fn accepted(file: &str) -> Finding {
    Finding::advarsel(
        "rettelser-godtaget",
        Place::file(file),
        "Filen har sporede ændringer i forvejen; de er godtaget, før filerne er sammenlignet.",
    )
    .hint("Skal nogle af dem ikke med, så acceptér eller afvis dem i Word først, og kør igen.")
}
