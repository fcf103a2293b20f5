//! Page headers and footers.

use socialaftale::package::Package;

use super::compared::{compare, inside, read};
use crate::word::small::{header, p, part, relate, template};

/// A file whose only section has these page headers: what they are for, and what they say.
fn headed(headers: &[(&str, &str)]) -> Package {
    let references: String = headers
        .iter()
        .map(|(kind, _)| format!("<w:headerReference w:type=\"{kind}\" r:id=\"rIdH{kind}\"/>"))
        .collect();
    let mut package =
        template(&format!("{}<w:sectPr>{references}<w:titlePg/></w:sectPr>", p("Forord")));
    for (number, (kind, words)) in headers.iter().enumerate() {
        let file = format!("header{}.xml", number + 1);
        package.set_part(format!("word/{file}"), header(&p(words)).into_bytes());
        relate(&mut package, "word/document.xml", &format!("rIdH{kind}"), "header", &file);
    }
    package
}

#[test]
fn a_changed_page_header_is_tracked_in_its_own_part() {
    let done = compare(&headed(&[("default", "Udkast 1")]), &headed(&[("default", "Udkast 2")]));
    assert_eq!(
        inside(&done, "word/header1.xml"),
        r#"<w:p><w:r><w:t>Udkast </w:t></w:r><w:del w:id="1"><w:r><w:delText>1</w:delText></w:r></w:del><w:ins w:id="2"><w:r><w:t>2</w:t></w:r></w:ins></w:p>"#
    );
    assert!(done.untracked.is_empty());
}

#[test]
fn page_headers_are_known_by_what_they_are_for() {
    let old = headed(&[("default", "Aftale"), ("first", "Udkast 1")]);
    let new = headed(&[("first", "Udkast 2"), ("default", "Aftale")]);
    let done = compare(&old, &new);
    assert_eq!(
        inside(&done, "word/header1.xml"),
        r#"<w:p><w:r><w:t>Udkast </w:t></w:r><w:del w:id="1"><w:r><w:delText>1</w:delText></w:r></w:del><w:ins w:id="2"><w:r><w:t>2</w:t></w:r></w:ins></w:p>"#
    );
    assert_eq!(part(&read(&done.bytes), "word/header2.xml"), header(&p("Aftale")));
}

#[test]
fn a_page_header_in_one_file_alone_is_said_not_to_be_tracked() {
    let done = compare(&headed(&[]), &headed(&[("default", "Udkast 2")]));
    assert_eq!(done.untracked, ["nogle sidehoveder og sidefødder"]);
}

#[test]
fn a_deleted_section_keeps_its_page_header() {
    let section = "<w:p><w:pPr><w:sectPr><w:headerReference w:type=\"default\" r:id=\"rIdF\"/></w:sectPr></w:pPr></w:p>";
    let mut old = template(&format!("{}{section}{}<w:sectPr/>", p("Forside"), p("Slut")));
    old.set_part("word/header1.xml", header(&p("Fortroligt")).into_bytes());
    relate(&mut old, "word/document.xml", "rIdF", "header", "header1.xml");
    let new = template(&format!("{}{}<w:sectPr/>", p("Forside"), p("Slut")));
    let done = compare(&old, &new);
    assert_eq!(part(&read(&done.bytes), "word/header1.xml"), part(&old, "word/header1.xml"));
    assert_eq!(
        inside(&done, "word/document.xml"),
        r#"<w:p><w:r><w:t>Forside</w:t></w:r></w:p><w:p><w:pPr><w:rPr><w:del w:id="1"/></w:rPr><w:sectPr><w:headerReference w:type="default" r:id="rId2"/></w:sectPr></w:pPr></w:p><w:p><w:r><w:t>Slut</w:t></w:r></w:p><w:sectPr/>"#
    );
}
