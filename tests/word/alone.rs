//! What else stands in the paragraph of a slot, or of a tag that takes its paragraph away.

use super::sample::{para, shelf};
use super::small::{body, context, p, part, read, table, template, text, try_package, with};

const BREAK: &str = "<w:r><w:br w:type=\"page\"/></w:r>";
const EQUATION: &str = "<m:oMath xmlns:m=\"http://schemas.openxmlformats.org/officeDocument/2006/math\"><m:r><m:t>E=mc</m:t></m:r></m:oMath>";
const KORT: &str = "<w:r><w:t>{{tekst \"kort\"}}</w:t></w:r>";

/// Where the content of the slot stands, and what was put in around it.
#[track_caller]
fn around(paragraph: &str) -> (String, String) {
    let xml = with(&shelf(), paragraph);
    let inner = xml.split_once("<w:body>").unwrap().1.split_once("</w:body>").unwrap().0;
    let (before, rest) = inner.split_once("<w:sdt>").unwrap_or_else(|| panic!("{xml}"));
    let (_, after) = rest.split_once("</w:sdt>").unwrap();
    (before.to_owned(), after.to_owned())
}

#[test]
fn a_page_break_stays_before_or_after_the_text() {
    let broken = format!("<w:p>{BREAK}</w:p>");
    assert_eq!(around(&format!("<w:p>{BREAK}{KORT}</w:p>")), (broken.clone(), String::new()));
    assert_eq!(around(&format!("<w:p>{KORT}{BREAK}</w:p>")), (String::new(), broken));
    let column = "<w:r><w:br w:type=\"column\"/></w:r>";
    let broken = format!("<w:p>{column}</w:p>");
    assert_eq!(around(&format!("<w:p>{column}{KORT}</w:p>")), (broken, String::new()));
}

#[test]
fn white_space_beside_a_slot_does_not_keep_its_paragraph() {
    let shelf = shelf().text("lang", "Lang", vec![para("Et"), para("To")]);
    for blank in [
        "<w:r><w:tab/></w:r>",
        "<w:r><w:t> </w:t></w:r>",
        "<w:r><w:br/></w:r>",
        "<w:r><w:ptab/></w:r>",
    ] {
        let slot = "<w:r><w:t>{{tekst \"lang\"}}</w:t></w:r>";
        let xml = part(
            &read(&try_package(&template(&format!("<w:p><w:pPr><w:tabs><w:tab w:val=\"left\" w:pos=\"9\"/></w:tabs></w:pPr>{blank}{slot}{blank}</w:p>")), &context(), &shelf).unwrap()),
            "word/document.xml",
        );
        assert_eq!(text(&xml), "Et\nTo\n", "{blank}");
    }
}

#[test]
fn a_bookmark_stays_round_the_text() {
    let start = "<w:bookmarkStart w:id=\"1\" w:name=\"B\"/>";
    let end = "<w:bookmarkEnd w:id=\"1\"/>";
    let fresh = |mark: &str| mark.replace("w:id=\"1\"", "w:id=\"0\"");
    assert_eq!(around(&format!("<w:p>{start}{KORT}{end}</w:p>")), (fresh(start), fresh(end)));
    let over = format!("<w:p>{start}{KORT}</w:p><w:p><w:r><w:t>x</w:t></w:r>{end}</w:p>");
    let rest = format!("<w:p><w:r><w:t>x</w:t></w:r>{}</w:p>", fresh(end));
    assert_eq!(around(&over), (fresh(start), rest));
}

#[test]
fn a_bookmark_round_a_text_leaves_no_blank_line_in_a_cell() {
    let cell = format!(
        "<w:p><w:bookmarkStart w:id=\"1\" w:name=\"B\"/>{KORT}<w:bookmarkEnd w:id=\"1\"/></w:p>"
    );
    let xml = with(&shelf(), &table(&[&["x"]]).replace(&p("x"), &cell));
    assert!(xml.contains("</w:sdt><w:bookmarkEnd w:id=\"0\"/></w:tc>"), "{xml}");
}

#[test]
fn a_comment_on_a_slot_hangs_at_the_text() {
    let (start, end) = ("<w:commentRangeStart w:id=\"3\"/>", "<w:commentRangeEnd w:id=\"3\"/>");
    let reference = "<w:r><w:commentReference w:id=\"3\"/></w:r>";
    let mut package = template(&format!("<w:p>{start}{KORT}{end}{reference}</w:p>"));
    let comments = format!(
        "<w:comments {}><w:comment w:id=\"3\" w:author=\"a\"><w:p/></w:comment></w:comments>",
        super::small::W
    );
    package.set_part("word/comments.xml", comments.into_bytes());
    let xml =
        part(&read(&try_package(&package, &context(), &shelf()).unwrap()), "word/document.xml");
    assert!(xml.contains(&format!("<w:body>{start}<w:sdt>")), "{xml}");
    assert!(
        xml.contains(&format!(
            "en kort tekst</w:t></w:r>{reference}</w:p></w:sdtContent></w:sdt>{end}</w:body>"
        )),
        "{xml}"
    );
}

#[test]
fn an_equation_stays_in_the_sentence_of_a_slot() {
    let xml = with(&shelf(), &format!("<w:p>{EQUATION}{KORT}</w:p>"));
    assert!(xml.contains(&format!("<w:body><w:p>{EQUATION}")), "{xml}");
    assert!(xml.contains("en kort tekst"), "{xml}");
}

#[test]
fn signs_that_are_no_letters_stay_beside_a_slot() {
    for sign in [
        "<w:noBreakHyphen/>",
        "<w:sym w:font=\"Wingdings\" w:char=\"F0FC\"/>",
        "<w:footnoteRef/>",
        "<w:pgNum/>",
    ] {
        let xml = with(&shelf(), &format!("<w:p><w:r>{sign}</w:r>{KORT}</w:p>"));
        assert!(xml.contains(&format!("<w:body><w:p><w:r>{sign}</w:r>")), "{xml}");
    }
}

#[test]
fn signs_that_are_no_letters_stay_beside_a_tag() {
    for sign in [EQUATION, "<w:r><w:noBreakHyphen/></w:r>", "<w:r><w:cr/></w:r>"] {
        let tag = |tag: &str| format!("<w:p>{sign}<w:r><w:t>{tag}</w:t></w:r></w:p>");
        let xml = body(&[tag("{{#if ja}}"), p("x"), tag("{{/if}}")].concat());
        assert_eq!(xml, format!("<w:p>{sign}</w:p>{}<w:p>{sign}</w:p>", p("x")), "{sign}");
    }
}

#[test]
fn an_equation_in_a_cell_stays_when_the_row_repeats() {
    let cell = [p("{{#each takster}}"), format!("<w:p>{EQUATION}</w:p>"), p("{{tilbud}}")].concat();
    let xml = body(&table(&[&["a", "{{/each}}"]]).replace(&p("a"), &cell));
    assert_eq!(xml.matches("E=mc").count(), 2, "{xml}");
}

#[test]
fn cells_with_an_equation_do_not_grow_together() {
    let cell = format!("<w:p>{EQUATION}<w:r><w:t>{{{{celle saml=true}}}}a</w:t></w:r></w:p>");
    let rows = table(&[&["x", "b"], &["x", "b"]]).replace(&p("x"), &cell);
    let xml = body(&rows);
    assert!(!xml.contains("w:vMerge"), "{xml}");
    assert_eq!(xml.matches("E=mc").count(), 2, "{xml}");
}
