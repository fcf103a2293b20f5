//! A slot stands in its content control from its first paragraph on, whatever that holds.

use socialaftale::text::tree::{Block, Inline, SourcePoint};

use super::sample::{Shelf, drawing, para, takster, words};
use super::small::{context, p, part, read, table, template, try_package, with};

/// What stands in the body, without the properties of paragraphs.
#[track_caller]
fn inside(shelf: &Shelf, body: &str) -> String {
    let xml = with(shelf, body);
    let mut inner = xml.split_once("<w:body>").unwrap().1.split_once("</w:body>").unwrap().0;
    let mut bare = String::new();
    while let Some((before, rest)) = inner.split_once("<w:pPr>") {
        bare.push_str(before);
        inner = rest.split_once("</w:pPr>").unwrap().1;
    }
    bare + inner
}

fn text(words: &str) -> String {
    format!("<w:r><w:t xml:space=\"preserve\">{words}</w:t></w:r>")
}

/// The start of a control with that title and key.
fn keyed(title: &str, key: &str, id: u32) -> String {
    format!(
        "<w:sdt><w:sdtPr><w:alias w:val=\"{title}\"/><w:tag w:val=\"{key}\"/><w:id w:val=\"{id}\"/></w:sdtPr><w:sdtContent>"
    )
}

/// Words in a control that has no key of its own.
fn enclosed(words: &str, id: u32) -> String {
    format!(
        "<w:sdt><w:sdtPr><w:id w:val=\"{id}\"/></w:sdtPr><w:sdtContent>{words}</w:sdtContent></w:sdt>"
    )
}

fn caption(kind: &str, words: &str) -> String {
    format!(
        "{}<w:bookmarkStart w:id=\"0\" w:name=\"_Ref000001\"/><w:fldSimple w:instr=\" SEQ {kind} \\* ARABIC \">{}</w:fldSimple><w:bookmarkEnd w:id=\"0\"/>{}{}",
        text(&format!("{kind}\u{a0}")),
        text("1"),
        text(". "),
        text(words)
    )
}

#[test]
fn a_caption_that_begins_a_slot_stands_in_its_control() {
    let shelf = Shelf::default().table("t", takster());
    let xml = inside(&shelf, &p("{{tabel \"t\"}}"));
    let title = "Takster i de nordjyske krisecentre";
    let expected = format!(
        "{}<w:p>{}</w:p><w:tbl>",
        keyed(title, "t", 1),
        enclosed(&caption("Tabel", title), 2)
    );
    assert!(xml.starts_with(&expected), "{xml}");
    assert!(xml.ends_with("</w:p></w:sdtContent></w:sdt>"), "{xml}");
}

#[test]
fn so_does_one_in_a_cell() {
    let shelf = Shelf::default().table("t", takster());
    let xml = inside(&shelf, &table(&[&["{{tabel \"t\"}}"]]));
    let title = "Takster i de nordjyske krisecentre";
    let expected =
        format!("{}<w:p>{}</w:p>", keyed(title, "t", 1), enclosed(&caption("Tabel", title), 2));
    assert!(xml.contains(&format!("<w:tc>{expected}<w:tbl>")), "{xml}");
}

#[test]
fn a_link_or_a_note_in_the_first_paragraph_is_read_rightly_too() {
    let link = Inline::Link {
        url: "https://example.dk".to_owned(),
        content: vec![words("siden")],
        at: SourcePoint::default(),
    };
    let shelf = Shelf::default()
        .text("link", "A", vec![Block::Paragraph(vec![words("Se "), link]), para("Mere.")])
        .text(
            "note",
            "B",
            vec![Block::Paragraph(vec![words("Se"), Inline::Footnote(vec![para("Note.")])])],
        );
    let xml = inside(&shelf, &format!("{}{}", p("{{tekst \"link\"}}"), p("{{tekst \"note\"}}")));
    let (first, second) = xml.split_once("</w:sdtContent></w:sdt><w:sdt>").unwrap();
    let start = format!(
        "{}<w:p><w:sdt><w:sdtPr><w:id w:val=\"2\"/></w:sdtPr><w:sdtContent>{}<w:hyperlink ",
        keyed("link", "link", 1),
        text("Se ")
    );
    assert!(first.starts_with(&start), "{first}");
    let rest = format!("</w:hyperlink></w:sdtContent></w:sdt></w:p><w:p>{}</w:p>", text("Mere."));
    assert!(first.ends_with(&rest), "{first}");
    let start = format!(
        "{}<w:p><w:sdt><w:sdtPr><w:id w:val=\"4\"/></w:sdtPr><w:sdtContent>{}",
        keyed("note", "note", 3),
        text("Se")
    );
    assert!(format!("<w:sdt>{second}").starts_with(&start), "{second}");
    let rest = "<w:footnoteReference w:id=\"1\"/></w:r></w:sdtContent></w:sdt></w:p></w:sdtContent></w:sdt>";
    assert!(second.ends_with(rest), "{second}");
}

#[test]
fn a_slot_that_begins_with_words_or_a_drawing_needs_no_control_more() {
    let shelf = Shelf::default().text("a", "A", vec![para("Ord.")]).figure("f", drawing());
    let xml = inside(&shelf, &p("{{tekst \"a\"}}"));
    let expected =
        format!("{}<w:p>{}</w:p></w:sdtContent></w:sdt>", keyed("a", "a", 1), text("Ord."));
    assert_eq!(xml, expected);
    let xml = inside(&shelf, &p("{{figur \"f\"}}"));
    assert!(xml.starts_with(&keyed("Borgere i målgruppen, 2017-2019", "f", 1)), "{xml}");
    assert_eq!(xml.matches("<w:sdt>").count(), 1, "{xml}");
    let figur = caption("Figur", "Borgere i målgruppen, 2017-2019");
    assert!(xml.ends_with(&format!("<w:p>{figur}</w:p></w:sdtContent></w:sdt>")), "{xml}");
}

#[test]
fn a_field_over_several_paragraphs_is_left_as_it_stands() {
    let mark = |kind: &str| format!("<w:r><w:fldChar w:fldCharType=\"{kind}\"/></w:r>");
    let field = |instruction: &str| {
        let words = format!("<w:r><w:instrText>{instruction}</w:instrText></w:r>");
        format!(
            "<w:p>{}{words}{}{}</w:p><w:p>{}</w:p>",
            mark("begin"),
            mark("separate"),
            text("et"),
            mark("end")
        )
    };
    let inner = template(&field(" QUOTE et "));
    let shelf = Shelf::default().document("a.docx", &inner.write());
    let done = try_package(&template(&p("{{dokument \"a.docx\"}}")), &context(), &shelf).unwrap();
    let xml = part(&read(&done), "word/document.xml");
    let start = format!("{}<w:p>{}", keyed("a.docx", "a.docx", 1), mark("begin"));
    assert!(xml.contains(&start), "{xml}");
    assert_eq!(xml.matches("<w:sdt>").count(), 1, "{xml}");
}
