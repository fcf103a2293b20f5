//! Words shown as they stand, and the tags in them, which are examples and none left over.

use socialaftale::package::{Limits, Package};
use socialaftale::render::word::inspect;
use socialaftale::text::tree::{Block, Heading, Inline};

use super::sample::{Shelf, words};
use super::small::{context, p, part, template, text, try_package};

fn shown(text: &str) -> Inline {
    Inline::Verbatim(text.to_owned())
}

#[track_caller]
fn package(body: &str, blocks: Vec<Block>) -> Package {
    let shelf = Shelf::default().text("a", "A", blocks);
    match try_package(&template(body), &context(), &shelf) {
        Ok(done) => Package::read(&done.bytes, "ud.docx", &Limits::DOCUMENT).unwrap(),
        Err(findings) => panic!("{findings}"),
    }
}

#[track_caller]
fn document(blocks: Vec<Block>) -> (String, String) {
    let package = package(&p("{{tekst \"a\"}}"), blocks);
    (part(&package, "word/document.xml"), part(&package, "word/styles.xml"))
}

#[test]
fn a_word_shown_takes_a_style_of_its_own() {
    let paragraph = vec![words("Skriv "), shown("{{navn}}  og <x>"), words(".")];
    let (xml, styles) = document(vec![Block::Paragraph(paragraph)]);
    assert!(
        xml.contains(
            "<w:r><w:rPr><w:rStyle w:val=\"Kode\"/></w:rPr><w:t xml:space=\"preserve\">{{navn}}  og &lt;x&gt;</w:t></w:r>"
        ),
        "{xml}"
    );
    assert_eq!(text(&xml), "Skriv {{navn}}  og <x>.\n");
    assert!(
        styles
            .contains("<w:style w:type=\"character\" w:styleId=\"Kode\"><w:name w:val=\"Kode\"/>")
    );
}

#[test]
fn lines_shown_are_one_paragraph_with_their_spaces() {
    let (xml, styles) = document(vec![Block::Verbatim("{{#each x}}\n\n  a\n{{/each}}".to_owned())]);
    assert!(xml.contains("<w:p><w:pPr><w:pStyle w:val=\"Kodeblok\"/></w:pPr>"), "{xml}");
    assert_eq!(text(&xml), "{{#each x}}⏎⏎  a⏎{{/each}}\n");
    assert!(styles.contains("<w:name w:val=\"Kodeblok\"/><w:basedOn w:val=\"Normal\"/>"));
}

#[test]
fn a_style_of_the_templates_own_is_kept() {
    let own = "<w:style w:type=\"character\" w:styleId=\"Tast\"><w:name w:val=\"Kode\"/></w:style></w:styles>";
    let mut package = template(&p("{{tekst \"a\"}}"));
    let styles = part(&package, "word/styles.xml").replace("</w:styles>", own);
    package.set_part("word/styles.xml", styles.into_bytes());
    let shelf = Shelf::default().text("a", "A", vec![Block::Paragraph(vec![shown("{{x}}")])]);
    let done = try_package(&package, &context(), &shelf).unwrap_or_else(|found| panic!("{found}"));
    let done = Package::read(&done.bytes, "ud.docx", &Limits::DOCUMENT).unwrap();
    assert!(part(&done, "word/document.xml").contains("<w:rStyle w:val=\"Tast\"/>"));
    assert_eq!(part(&done, "word/styles.xml").matches("\"Kode\"").count(), 1);
}

#[test]
fn a_heading_and_its_entry_in_the_contents_may_show_a_tag() {
    let heading = Block::Heading(Heading {
        level: 1,
        key: None,
        number: None,
        numbered: false,
        content: vec![words("Skriv "), shown("{{navn}}")],
    });
    let contents = "<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText> TOC \\o \"1-2\" </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:p>";
    let package = package(&format!("{contents}{}", p("{{tekst \"a\"}}")), vec![heading]);
    let said = text(&part(&package, "word/document.xml"));
    assert_eq!(said, "Skriv {{navn}}⇥\nSkriv {{navn}}\n");
}

/// The check is not off: the same tag beside the words shown is a fault.
#[test]
fn a_tag_beside_the_words_shown_is_still_one_left_over() {
    let paragraph = Block::Paragraph(vec![words("Se her: "), shown("{{navn}}")]);
    let mut package = package(&p("{{tekst \"a\"}}"), vec![paragraph]);
    assert_eq!(inspect(&package.write(), "ud.docx").to_string(), "");
    let xml = part(&package, "word/document.xml").replace("Se her: ", "Se her {{glemt}}: ");
    package.set_part("word/document.xml", xml.into_bytes());
    assert_eq!(
        inspect(&package.write(), "ud.docx").iter().map(ToString::to_string).collect::<Vec<_>>(),
        ["fejl[dokument-ugyldigt] ud.docx: Det færdige dokument er ikke i orden (brødtekst): \
          der står et mærke tilbage: Se her {{glemt}}:. Gem skabelonen på ny i Word, og prøv igen. Hjælper det ikke, er det en fejl i programmet: meld den, og send skabelonen med."]
    );
}
