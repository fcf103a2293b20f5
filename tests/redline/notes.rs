//! Footnotes and endnotes.

use socialaftale::package::Package;

use super::compared::{compare, inside, read};
use crate::word::small::{note_reference, notes, p, part, template};

fn noted(kind: &str, words: &[&str], references: &[u32]) -> Package {
    let marks: String = references.iter().map(|id| note_reference(kind, *id)).collect();
    let body = format!(
        "<w:p><w:r><w:t>Regionen deltager i arbejdet</w:t></w:r>{marks}</w:p>{}",
        p("Slut")
    );
    let mut package = template(&body);
    notes(&mut package, kind, words);
    package
}

#[test]
fn a_changed_footnote_is_tracked_where_it_stands() {
    let done = compare(
        &noted("footnote", &["Se side 9."], &[1]),
        &noted("footnote", &["Se side 12."], &[1]),
    );
    assert_eq!(
        inside(&done, "word/footnotes.xml"),
        r#"<w:footnote w:id="1"><w:p><w:r><w:t>Se side </w:t></w:r><w:del w:id="1"><w:r><w:delText>9</w:delText></w:r></w:del><w:ins w:id="2"><w:r><w:t>12</w:t></w:r></w:ins><w:r><w:t>.</w:t></w:r></w:p></w:footnote>"#
    );
    assert_eq!((done.summary.inserted, done.summary.deleted), (1, 1));
}

#[test]
fn a_new_footnote_comes_with_its_reference() {
    let done = compare(
        &template(&(p("Regionen deltager i arbejdet") + &p("Slut"))),
        &noted("footnote", &["Se side 12."], &[1]),
    );
    assert_eq!(
        inside(&done, "word/document.xml"),
        r#"<w:p><w:r><w:t>Regionen deltager i arbejdet</w:t></w:r><w:ins w:id="2"><w:r><w:footnoteReference w:id="1"/></w:r></w:ins></w:p><w:p><w:r><w:t>Slut</w:t></w:r></w:p>"#
    );
    assert_eq!(
        inside(&done, "word/footnotes.xml"),
        r#"<w:footnote w:id="1"><w:p><w:ins w:id="1"><w:r><w:t>Se side 12.</w:t></w:r></w:ins></w:p></w:footnote>"#
    );
}

#[test]
fn a_deleted_footnote_goes_with_its_reference_and_is_kept_for_who_rejects() {
    let old = noted("footnote", &["Se side 9.", "Se loven."], &[1, 2]);
    let new = noted("footnote", &["Se loven."], &[1]);
    let done = compare(&old, &new);
    assert_eq!(
        inside(&done, "word/document.xml"),
        r#"<w:p><w:r><w:t>Regionen deltager i arbejdet</w:t></w:r><w:del w:id="2"><w:r><w:footnoteReference w:id="2"/></w:r></w:del><w:r><w:footnoteReference w:id="1"/></w:r></w:p><w:p><w:r><w:t>Slut</w:t></w:r></w:p>"#
    );
    assert_eq!(
        inside(&done, "word/footnotes.xml"),
        r#"<w:footnote w:id="1"><w:p><w:r><w:t>Se loven.</w:t></w:r></w:p></w:footnote><w:footnote w:id="2"><w:p><w:del w:id="1"><w:r><w:delText>Se side 9.</w:delText></w:r></w:del></w:p></w:footnote>"#
    );
}

#[test]
fn a_file_without_notes_gets_the_part_that_the_old_ones_need() {
    let new = template(&(p("Regionen deltager i arbejdet") + &p("Slut")));
    let done = compare(&noted("endnote", &["Se side 9."], &[1]), &new);
    assert!(part(&read(&done.bytes), "word/endnotes.xml").contains("Se side 9."));
    assert!(part(&read(&done.bytes), "[Content_Types].xml").contains("/word/endnotes.xml"));
}
