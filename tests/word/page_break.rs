//! Page breaks asked for by a template or a text.

use super::sample::{Shelf, para};
use super::small::{body, faults, header, p, table, template, text, try_package, with};
use socialaftale::text::tree::{Block, Field, SourcePoint};

const BREAK: &str = "<w:r><w:br w:type=\"page\"/></w:r>";

#[test]
fn alone_in_its_paragraph_it_is_a_paragraph_with_nothing_else() {
    let xml = body(&format!("{}{}{}", p("før"), p("{{sideskift}}"), p("efter")));
    let expected = format!("{}<w:p>{BREAK}</w:p>{}", p("før"), p("efter"));
    assert_eq!(xml, expected);
}

#[test]
fn it_follows_each_turn_of_a_loop() {
    let all =
        format!("{}{}{}{}", p("{{#each tal}}"), p("{{this}}"), p("{{sideskift}}"), p("{{/each}}"));
    assert_eq!(text(&body(&all)), "en\n⏎\nto\n⏎\ntre\n⏎\n");
}

#[test]
fn in_a_sentence_it_breaks_the_line_there() {
    let xml = body(&p("før{{sideskift}}efter"));
    assert_eq!(text(&xml), "før⏎efter\n");
    assert_eq!(xml.matches(BREAK).count(), 1, "{xml}");
}

#[test]
fn a_text_may_ask_for_one_too() {
    let asked = Field { source: "{{sideskift}}".to_owned(), at: SourcePoint::default() };
    let blocks = vec![para("før"), Block::Directive(asked), para("efter")];
    let xml = with(&Shelf::default().text("a", "A", blocks), &p("{{tekst \"a\"}}"));
    assert_eq!(text(&xml), "før\n⏎\nefter\n");
    assert!(xml.contains(&format!("<w:p>{BREAK}</w:p>")), "{xml}");
}

#[test]
fn a_cell_and_a_page_header_cannot_hold_one() {
    assert_eq!(
        faults(&table(&[&["a", "{{sideskift}}"]])),
        "fejl[sideskift-forkert-sted] skabelon.docx, brødtekst, tabel 1, række 1, celle 2, mærket »{{sideskift}}«: Et sideskift kan ikke stå i en tabelcelle. Sæt {{sideskift}} i et afsnit for sig selv i brødteksten.\n"
    );
    let mut package = template(&p("x"));
    package.set_part("word/header1.xml", header(&p("a {{sideskift}}")).into_bytes());
    let findings = try_package(&package, &super::small::context(), &Shelf::default()).unwrap_err();
    assert_eq!(
        findings.to_string(),
        "fejl[sideskift-forkert-sted] skabelon.docx, sidehoved, afsnit 1, mærket »{{sideskift}}«: Et sideskift kan kun stå i brødteksten, ikke i sidehoved, sidefod, noter og tekstbokse. Sæt {{sideskift}} i et afsnit for sig selv i brødteksten.\n"
    );
}
