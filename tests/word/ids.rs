//! Ids that a template brings along: no two alike in the document, whatever the parts say.

use socialaftale::package::Package;

use super::boxed::text_box;
use super::small::{header, p, part, rendered, template};

/// A paragraph with a text box whose drawing has that id.
fn boxed(id: &str) -> String {
    let run = text_box(&p("boks"), "Boks");
    format!("<w:p>{}</w:p>", run.replace("<wp:docPr id=\"1\"", &format!("<wp:docPr id=\"{id}\"")))
}

fn bookmark(id: &str, name: &str) -> String {
    format!(
        "<w:p><w:bookmarkStart w:id=\"{id}\" w:name=\"{name}\"/><w:r><w:t>her</w:t></w:r><w:bookmarkEnd w:id=\"{id}\"/></w:p>"
    )
}

fn headed(body: &str, headers: &[&str]) -> Package {
    let mut package = template(body);
    for (number, xml) in (1..).zip(headers) {
        package.set_part(format!("word/header{number}.xml"), header(xml).into_bytes());
    }
    package
}

/// The ids that stand after that, in each of the parts.
fn ids<const N: usize>(package: &Package, before: &str, parts: [&str; N]) -> [Vec<String>; N] {
    parts.map(|name| {
        let xml = part(package, name);
        let ids = xml.split(before).skip(1).map(|rest| rest.split('"').next().unwrap().to_owned());
        ids.collect()
    })
}

#[test]
fn a_drawing_in_the_body_keeps_clear_of_one_with_the_highest_id_there_is() {
    for highest in ["2147483647", "4294967295"] {
        let done = rendered(&headed(&boxed("1"), &[&boxed(highest)]));
        let [body, head] = ids(&done, "<wp:docPr id=\"", ["word/document.xml", "word/header1.xml"]);
        assert_eq!((body, head), (vec!["1".to_owned()], vec![highest.to_owned()]));
    }
}

#[test]
fn a_bookmark_keeps_clear_of_one_with_the_highest_id_there_is() {
    let done = rendered(&headed(&bookmark("7", "b"), &[&bookmark("2147483647", "h")]));
    let [body] = ids(&done, "<w:bookmarkStart w:id=\"", ["word/document.xml"]);
    assert_eq!(body, ["0"]);
}

#[test]
fn a_bookmark_is_not_named_as_one_in_a_part_that_stays_as_it_is() {
    let done = rendered(&headed(&bookmark("0", "_GoBack"), &[&bookmark("1", "_GoBack")]));
    let [body, head] = ids(&done, "w:name=\"", ["word/document.xml", "word/header1.xml"]);
    assert_eq!((body, head), (vec!["_GoBack_2".to_owned()], vec!["_GoBack".to_owned()]));
}

/// Word copies a logo from one header to another with its id.
#[test]
fn two_headers_with_the_same_drawing_id_are_no_fault() {
    let done = rendered(&headed(&p("x"), &[&boxed("1"), &boxed("1")]));
    let [first, second] = ids(&done, "<wp:docPr id=\"", ["word/header1.xml", "word/header2.xml"]);
    assert_ne!(first, second);
}

#[test]
fn a_header_with_the_same_drawing_id_twice_is_no_fault() {
    let done = rendered(&headed(&p("x"), &[&format!("{}{}", boxed("4"), boxed("4"))]));
    let [head] = ids(&done, "<wp:docPr id=\"", ["word/header1.xml"]);
    assert_eq!(head, ["1", "2"]);
}

#[test]
fn a_paragraph_in_the_body_has_not_the_id_of_one_in_a_header() {
    let known = "<w:p xmlns:w14=\"http://schemas.microsoft.com/office/word/2010/wordml\" w14:paraId=\"00000001\"/>";
    let done = rendered(&headed(&format!("{known}{}", p("x")), &[known]));
    let parts = ["word/document.xml", "word/header1.xml"];
    let [body, head] = ids(&done, "w14:paraId=\"", parts);
    assert_eq!((body, head), (vec!["10000000".to_owned()], vec!["00000001".to_owned()]));
}
