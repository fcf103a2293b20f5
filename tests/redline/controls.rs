//! Content controls, links and bookmarks.

use super::compared::{body, compare, inside, read};
use crate::word::small::{p, part, relate, template};

const NONE: &str = "";

fn control(tag: &str, inside: &str) -> String {
    format!(
        "<w:sdt><w:sdtPr><w:tag w:val=\"{tag}\"/></w:sdtPr><w:sdtContent>{inside}</w:sdtContent></w:sdt>"
    )
}

#[test]
fn what_changes_in_a_control_is_tracked_in_it() {
    let old = control("forord", &p("Der er 9 borgere.")) + &p("Slut");
    let new = control("forord", &p("Der er 12 borgere.")) + &p("Slut");
    assert_eq!(
        body(&old, &new),
        r#"<w:sdt><w:sdtPr><w:id w:val="1"/><w:tag w:val="forord"/></w:sdtPr><w:sdtContent><w:p><w:r><w:t>Der er </w:t></w:r><w:del w:id="1"><w:r><w:delText>9</w:delText></w:r></w:del><w:ins w:id="2"><w:r><w:t>12</w:t></w:r></w:ins><w:r><w:t> borgere.</w:t></w:r></w:p></w:sdtContent></w:sdt><w:p><w:r><w:t>Slut</w:t></w:r></w:p>"#
    );
}

#[test]
fn an_inserted_control_is_inserted_with_its_content() {
    assert_eq!(
        body(&p("Slut"), &(control("forord", &p("Velkommen.")) + &p("Slut"))),
        r#"<w:customXmlInsRangeStart w:id="3"/><w:sdt><w:sdtPr><w:id w:val="1"/><w:tag w:val="forord"/></w:sdtPr><w:sdtContent><w:customXmlInsRangeEnd w:id="3"/><w:p><w:pPr><w:rPr><w:ins w:id="1"/></w:rPr></w:pPr><w:ins w:id="2"><w:r><w:t>Velkommen.</w:t></w:r></w:ins></w:p><w:customXmlInsRangeStart w:id="4"/></w:sdtContent></w:sdt><w:customXmlInsRangeEnd w:id="4"/><w:p><w:r><w:t>Slut</w:t></w:r></w:p>"#
    );
}

#[test]
fn a_deleted_control_at_the_end_leaves_nothing() {
    let done = compare(
        &template(&(p("Forord") + &control("bilag", &p("Bilag 1")))),
        &template(&p("Forord")),
    );
    assert_eq!(done.summary.deleted, 1);
}

#[test]
fn a_control_in_a_line_is_kept_around_its_words() {
    let line = |inside: &str| {
        format!("<w:p><w:r><w:t xml:space=\"preserve\">Navn: </w:t></w:r>{inside}</w:p>")
    };
    let run = |words: &str| format!("<w:r><w:t>{words}</w:t></w:r>");
    assert_eq!(
        body(&line(&control("navn", &run("Birken"))), &line(&control("navn", &run("Linden")))),
        r#"<w:p><w:r><w:t>Navn: </w:t></w:r><w:sdt><w:sdtPr><w:id w:val="1"/><w:tag w:val="navn"/></w:sdtPr><w:sdtContent><w:del w:id="1"><w:r><w:delText>Birken</w:delText></w:r></w:del><w:ins w:id="2"><w:r><w:t>Linden</w:t></w:r></w:ins></w:sdtContent></w:sdt></w:p>"#
    );
    assert_eq!(
        body(&line(NONE), &line(&control("navn", &run("Linden")))),
        r#"<w:p><w:r><w:t>Navn: </w:t></w:r><w:customXmlInsRangeStart w:id="2"/><w:sdt><w:sdtPr><w:id w:val="1"/><w:tag w:val="navn"/></w:sdtPr><w:sdtContent><w:customXmlInsRangeEnd w:id="2"/><w:ins w:id="1"><w:r><w:t>Linden</w:t></w:r></w:ins><w:customXmlInsRangeStart w:id="3"/></w:sdtContent></w:sdt><w:customXmlInsRangeEnd w:id="3"/></w:p>"#
    );
}

#[test]
fn a_link_to_another_place_is_another_link() {
    let linked = |target: &str| {
        let mut package = template(
            "<w:p><w:hyperlink r:id=\"rIdL\"><w:r><w:t>Se loven</w:t></w:r></w:hyperlink></w:p>",
        );
        relate(&mut package, "word/document.xml", "rIdL", "hyperlink", target);
        package
    };
    let done = compare(&linked("https://a.example/"), &linked("https://b.example/"));
    assert_eq!(
        inside(&done, "word/document.xml"),
        r#"<w:p><w:hyperlink r:id="rId2"><w:del w:id="1"><w:r><w:delText>Se loven</w:delText></w:r></w:del></w:hyperlink><w:hyperlink r:id="rIdL"><w:ins w:id="2"><w:r><w:t>Se loven</w:t></w:r></w:ins></w:hyperlink></w:p>"#
    );
    assert!(
        part(&read(&done.bytes), "word/_rels/document.xml.rels").contains("https://a.example/")
    );
}

#[test]
fn bookmarks_of_both_files_are_there_for_what_leads_to_them() {
    let marked = |name: &str, words: &str| {
        format!(
            "<w:p><w:bookmarkStart w:id=\"0\" w:name=\"{name}\"/><w:r><w:t>{words}</w:t></w:r><w:bookmarkEnd w:id=\"0\"/></w:p>"
        )
    };
    let done = body(&marked("gammel", "Forord"), &marked("ny", "Forord"));
    assert_eq!(
        done,
        r#"<w:p><w:bookmarkStart w:id="0" w:name="gammel"/><w:bookmarkStart w:id="1" w:name="ny"/><w:r><w:t>Forord</w:t></w:r><w:bookmarkEnd w:id="0"/><w:bookmarkEnd w:id="1"/></w:p>"#
    );
}
