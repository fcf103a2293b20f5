//! Files that hold tracked changes already.

use socialaftale::redline::{accept_all, reject_all};

use super::compared::{compare, read, said, try_compare};
use crate::word::small::{p, part, template};
use crate::word::whole::whole;

const CHANGED: &str = "<w:p><w:r><w:t xml:space=\"preserve\">Der er </w:t></w:r><w:del w:id=\"1\" w:author=\"A\"><w:r><w:delText>9</w:delText></w:r></w:del><w:ins w:id=\"2\" w:author=\"A\"><w:r><w:t>12</w:t></w:r></w:ins><w:r><w:t xml:space=\"preserve\"> borgere.</w:t></w:r></w:p>";

#[test]
fn changes_in_the_files_are_accepted_first_and_that_is_said() {
    let (old, new) = (template(CHANGED), template(&p("Der er 12 borgere i alt.")));
    let done = try_compare(&whole(&old).write(), &whole(&new).write()).unwrap();
    assert_eq!(
        done.findings.to_string(),
        "advarsel[rettelser-godtaget] gammel.docx: Filen har sporede ændringer i forvejen; de er godtaget, før filerne er sammenlignet. Skal nogle af dem ikke med, så acceptér eller afvis dem i Word først, og kør igen.\n"
    );
    let rejected = reject_all(&done.bytes, "ud.docx").unwrap();
    assert_eq!(said(&read(&rejected)), "Der er 12 borgere.\n");
}

#[test]
fn a_paragraph_whose_mark_is_deleted_becomes_one_with_the_next() {
    let body = "<w:p><w:pPr><w:jc w:val=\"left\"/><w:rPr><w:del w:id=\"1\" w:author=\"A\"/></w:rPr></w:pPr><w:r><w:t>Forord</w:t></w:r></w:p><w:p><w:pPr><w:jc w:val=\"both\"/></w:pPr><w:r><w:t>s baggrund</w:t></w:r></w:p>";
    let bytes = template(body).write();
    let accepted = part(&read(&accept_all(&bytes, "a").unwrap()), "word/document.xml");
    assert!(accepted.contains("<w:body><w:p><w:pPr><w:jc w:val=\"both\"/></w:pPr><w:r><w:t>Forord</w:t></w:r><w:r><w:t>s baggrund</w:t></w:r></w:p></w:body>"), "{accepted}");
    assert_eq!(said(&read(&reject_all(&bytes, "a").unwrap())), "Forord\ns baggrund\n");
}

#[test]
fn the_last_mark_of_a_cell_is_never_taken_away() {
    let cell = "<w:p><w:pPr><w:rPr><w:del w:id=\"1\" w:author=\"A\"/></w:rPr></w:pPr><w:del w:id=\"2\" w:author=\"A\"><w:r><w:delText>Væk</w:delText></w:r></w:del></w:p>";
    let body = format!(
        "<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w=\"2000\"/></w:tblGrid><w:tr><w:tc>{cell}</w:tc></w:tr></w:tbl>{}",
        p("Slut")
    );
    let accepted =
        part(&read(&accept_all(&template(&body).write(), "a").unwrap()), "word/document.xml");
    assert!(accepted.contains("<w:tc><w:p/></w:tc>"), "{accepted}");
}

#[test]
fn a_redline_can_be_compared_with_what_it_was_made_of() {
    let (old, new) = (template(&p("Der er 9 borgere.")), template(&p("Der er 12 borgere.")));
    let done = compare(&old, &new);
    let again = try_compare(&done.bytes, &whole(&new).write()).unwrap();
    assert_eq!(again.summary, socialaftale::redline::Summary::default());
}
