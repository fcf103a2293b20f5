//! Styles and lists that a template names but does not have: Word does without, and so do we.

use super::sample::Shelf;
use super::small::{
    context, note_reference, notes, part, read, template, text, try_package, try_unjudged,
};

#[test]
fn styles_and_lists_that_are_not_there_are_done_without() {
    let styled = |style: &str| {
        format!(
            "<w:p><w:pPr><w:pStyle w:val=\"{style}\"/><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"7\"/></w:numPr></w:pPr><w:r><w:rPr><w:rStyle w:val=\"Fed\"/></w:rPr><w:t>{{{{navn}}}}</w:t></w:r></w:p>"
        )
    };
    let mut package = template(&format!(
        "{}<w:p>{}</w:p>",
        styled("Borte").repeat(2),
        note_reference("footnote", 1)
    ));
    notes(&mut package, "footnote", &["note"]);
    let noted = part(&package, "word/footnotes.xml")
        .replace("<w:p>", "<w:p><w:pPr><w:pStyle w:val=\"Fodnote\"/></w:pPr>");
    package.set_part("word/footnotes.xml", noted.into_bytes());
    let done = try_package(&package, &context(), &Shelf::default()).unwrap();
    let said = |what: &str| {
        format!(
            "oplysning[ukendt-typografi] skabelon.docx: {what} findes ikke i skabelonen, så Word viser teksten uden.\n"
        )
    };
    assert_eq!(
        done.findings.to_string(),
        [
            said("Listen 7"),
            said("Typografien »Borte«"),
            said("Typografien »Fed«"),
            said("Typografien »Fodnote«")
        ]
        .concat()
    );
    let xml = part(&read(&done), "word/document.xml");
    assert_eq!(text(&xml), "Birken\nBirken\n\n");
    assert!(!xml.contains("Borte") && !xml.contains("Fed") && !xml.contains("w:numId"), "{xml}");
}

#[test]
fn a_block_that_ends_outside_the_field_it_begins_in_is_told_of() {
    let field = |kind: &str| format!("<w:r><w:fldChar w:fldCharType=\"{kind}\"/></w:r>");
    let words = |words: &str| format!("<w:r><w:t>{words}</w:t></w:r>");
    let xml = format!(
        "<w:p>{}<w:r><w:instrText>PAGE</w:instrText></w:r>{}{}{}{}</w:p>",
        field("begin"),
        field("separate"),
        words("{{#if ja}}1"),
        field("end"),
        words("x{{/if}}")
    );
    let faults = try_unjudged(&template(&xml), &context(), &Shelf::default()).unwrap_err();
    assert_eq!(
        faults.to_string(),
        "fejl[blok-skaev] skabelon.docx, brødtekst, afsnit 1, mærket »{{/if}}«: Blokken {{#if ja}} (afsnit 1) går ind i eller ud af et tekstfelt, en indholdskontrol eller et felt. Sæt blokkens begyndelse og slutning enten begge inden for eller begge uden for.\n"
    );
    let whole =
        xml.replace("{{#if ja}}", "").replace("<w:p>", "<w:p><w:r><w:t>{{#if ja}}</w:t></w:r>");
    assert!(try_unjudged(&template(&whole), &context(), &Shelf::default()).is_ok());
}
