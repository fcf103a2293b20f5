//! Lists and styles that only one of the files has.

use socialaftale::package::Package;

use super::compared::{compare, inside, read};
use crate::word::small::{W, p, part, template};

fn item(list: u32, words: &str) -> String {
    format!(
        "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"{list}\"/></w:numPr></w:pPr><w:r><w:t>{words}</w:t></w:r></w:p>"
    )
}

/// A file with lists of these kinds, numbered from 1.
fn listed(kinds: &[&str], body: &str) -> Package {
    let looks: String = kinds.iter().enumerate().map(|(n, kind)| format!("<w:abstractNum w:abstractNumId=\"{n}\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"{kind}\"/><w:lvlText w:val=\"%1\"/></w:lvl></w:abstractNum>")).collect();
    let lists: String = (0..kinds.len())
        .map(|n| format!("<w:num w:numId=\"{}\"><w:abstractNumId w:val=\"{n}\"/></w:num>", n + 1))
        .collect();
    let mut package = template(body);
    package.set_part(
        "word/numbering.xml",
        format!("<w:numbering {W}>{looks}{lists}</w:numbering>").into_bytes(),
    );
    package
}

#[test]
fn a_list_with_another_number_is_the_same_list() {
    let old = listed(&["decimal"], &(item(1, "Forord") + &item(1, "Parter") + &p("Slut")));
    let new =
        listed(&["bullet", "decimal"], &(item(2, "Forord") + &item(2, "Parter") + &p("Slut")));
    let done = compare(&old, &new);
    assert_eq!(done.summary, socialaftale::redline::Summary::default());
}

#[test]
fn an_item_in_another_list_has_a_change_and_the_old_list_comes_along() {
    let old = listed(&["decimal"], &(item(1, "Forord") + &p("Slut")));
    let new = listed(&["bullet"], &(item(1, "Forord") + &p("Slut")));
    let done = compare(&old, &new);
    assert_eq!(
        inside(&done, "word/document.xml"),
        r#"<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:pPrChange w:id="1"><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="2"/></w:numPr></w:pPr></w:pPrChange></w:pPr><w:r><w:t>Forord</w:t></w:r></w:p><w:p><w:r><w:t>Slut</w:t></w:r></w:p>"#
    );
    assert_eq!(part(&read(&done.bytes), "word/numbering.xml").matches("<w:num ").count(), 2);
}

#[test]
fn a_style_of_the_old_file_comes_along() {
    let mut old = template(
        &("<w:p><w:pPr><w:pStyle w:val=\"Note\"/></w:pPr><w:r><w:t>Forord</w:t></w:r></w:p>"
            .to_owned()
            + &p("Slut")),
    );
    let styles = part(&old, "word/styles.xml").replace("</w:styles>", "<w:style w:type=\"paragraph\" w:styleId=\"Note\"><w:name w:val=\"Note\"/><w:basedOn w:val=\"Normal\"/></w:style></w:styles>");
    old.set_part("word/styles.xml", styles.into_bytes());
    let done = compare(&old, &template(&(p("Forord") + &p("Slut"))));
    assert_eq!(
        inside(&done, "word/document.xml"),
        r#"<w:p><w:pPr><w:pPrChange w:id="1"><w:pPr><w:pStyle w:val="Note"/></w:pPr></w:pPrChange></w:pPr><w:r><w:t>Forord</w:t></w:r></w:p><w:p><w:r><w:t>Slut</w:t></w:r></w:p>"#
    );
    assert!(part(&read(&done.bytes), "word/styles.xml").contains("w:styleId=\"Note\""));
}
