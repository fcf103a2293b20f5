//! Letters in a template that mean something to the program.

use super::sample::shelf;
use super::small::{
    context, header, note_reference, notes, p, part, read, template, text, try_unjudged,
};

const SAID: &str =
    "advarsel[ulovligt-tegn] skabelon.docx: Skabelonen har usynlige tegn, som er udeladt.\n";

#[test]
fn text_cannot_forge_what_is_put_in() {
    let xml = p("\u{e000}0\u{e001}{{tekst \"kort\"}}");
    let done = try_unjudged(&template(&xml), &context(), &shelf()).unwrap();
    assert_eq!(done.findings.to_string(), SAID);
    assert_eq!(text(&part(&read(&done), "word/document.xml")), "0en kort tekst\n");
}

#[test]
fn neither_can_attributes_notes_nor_references() {
    let link = "<w:p><w:hyperlink w:tooltip=\"\u{e00a}7\u{e00b}\"><w:r><w:t>x&#xE000;0&#57345;</w:t></w:r></w:hyperlink></w:p>";
    let mut package = template(&format!(
        "{link}{}<w:p>{}</w:p>",
        p("{{tekst \"kort\"}}"),
        note_reference("footnote", 1)
    ));
    notes(&mut package, "footnote", &["\u{e000}0\u{e001}"]);
    package.set_part("word/header1.xml", header(&p("\u{e000}0\u{e001}{{navn}}")).into_bytes());
    let done = try_unjudged(&package, &context(), &shelf()).unwrap();
    assert_eq!(done.findings.to_string(), SAID);
    let done = read(&done);
    let xml = part(&done, "word/document.xml");
    assert!(xml.contains("w:tooltip=\"7\""), "{xml}");
    assert!(text(&xml).starts_with("x0\nen kort tekst\n"), "{xml}");
    assert!(text(&part(&done, "word/footnotes.xml")).ends_with("0\n"));
    assert_eq!(text(&part(&done, "word/header1.xml")), "0Birken\n");
}
