//! Templates of other programs declare fewer names than Word, or other ones.

use super::sample::{drawing, shelf};
use super::small::{context, document, header, p, part, rendered, template, try_package};
use socialaftale::package::{Limits, Package};

const R: &str = " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";
const CORE: &str = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";

/// The core properties of a document whose template has these.
#[track_caller]
fn properties(core: &str) -> String {
    let mut package = template(&p("x"));
    package.set_part("docProps/core.xml", core.as_bytes());
    let done = part(&rendered(&package), "docProps/core.xml");
    done.split_once("?>").unwrap().1.trim().to_owned()
}

const SET: &str = "<dc:title>Prøve</dc:title><dc:subject></dc:subject><dc:creator>Sekretariatet</dc:creator><cp:lastModifiedBy>Sekretariatet</cp:lastModifiedBy><dc:language>da-DK</dc:language><cp:revision>1</cp:revision><dcterms:created xsi:type=\"dcterms:W3CDTF\">2020-09-14T00:00:00Z</dcterms:created><dcterms:modified xsi:type=\"dcterms:W3CDTF\">2020-09-14T00:00:00Z</dcterms:modified>";
const NAMES: &str = "xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"";

#[test]
fn properties_that_declare_only_what_they_use() {
    let core = format!(
        "<cp:coreProperties xmlns:cp=\"{CORE}\"><cp:category>a</cp:category></cp:coreProperties>"
    );
    assert_eq!(
        properties(&core),
        format!(
            "<cp:coreProperties xmlns:cp=\"{CORE}\" {NAMES}><cp:category>a</cp:category>{SET}</cp:coreProperties>"
        )
    );
}

#[test]
fn properties_without_a_prefix() {
    let core = format!(
        "<coreProperties xmlns=\"{CORE}\"><category>a</category><lastModifiedBy>b</lastModifiedBy></coreProperties>"
    );
    let done = properties(&core);
    assert!(done.contains("<cp:category>a</cp:category>"), "{done}");
    assert!(done.contains("<cp:lastModifiedBy>Sekretariatet</cp:lastModifiedBy>"), "{done}");
    assert!(!done.contains("<category>") && !done.contains(">b<"), "{done}");
}

#[test]
fn a_body_and_a_header_that_declare_no_relationships() {
    let body = format!("{}{}", p("{{kapitel \"vision\"}}"), p("{{kapitel \"takster\"}}"));
    let mut package = template("");
    package.set_part("word/document.xml", document(&body).replace(R, "").into_bytes());
    package.set_part("word/header1.xml", header(&p("{{figur \"f\"}}")).replace(R, "").into_bytes());
    let done = try_package(&package, &context(), &shelf().figure("f", drawing())).unwrap();
    let done = Package::read(&done.bytes, "ud.docx", &Limits::DOCUMENT).unwrap();
    for name in ["word/document.xml", "word/header1.xml"] {
        assert!(part(&done, name).contains(R), "{name}");
    }
}
