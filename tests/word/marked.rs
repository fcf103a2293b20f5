//! What the comparison of two editions marks, in a Word document.

use socialaftale::package::{Limits, Package};
use socialaftale::text::tree::{Block, Inline, Mark};

use super::sample::{Shelf, para, words};
use super::small::{context, p, part, template, try_package};

/// The runs of the document's body.
#[track_caller]
fn runs(blocks: Vec<Block>) -> Vec<String> {
    let shelf = Shelf::default().text("a", "A", blocks);
    let done = try_package(&template(&p("{{tekst \"a\"}}")), &context(), &shelf);
    let done = done.unwrap_or_else(|findings| panic!("{findings}"));
    let package = Package::read(&done.bytes, "ud.docx", &Limits::DOCUMENT).unwrap();
    let body = part(&package, "word/document.xml");
    let runs = body.split("<w:r>").skip(1);
    runs.map(|run| run.split("</w:r>").next().unwrap_or_default().to_owned()).collect()
}

#[test]
fn what_came_is_underlined_and_what_went_struck_through() {
    let paragraph = vec![
        words("Der er "),
        Inline::Marked(Mark::Deleted, vec![words("fem")]),
        Inline::Marked(Mark::Inserted, vec![words("seks")]),
    ];
    assert_eq!(
        runs(vec![Block::Paragraph(paragraph)]),
        [
            "<w:t xml:space=\"preserve\">Der er </w:t>",
            "<w:rPr><w:strike/><w:color w:val=\"9B1C1C\"/></w:rPr><w:t xml:space=\"preserve\">fem</w:t>",
            "<w:rPr><w:color w:val=\"1B5E20\"/><w:u w:val=\"single\"/></w:rPr><w:t xml:space=\"preserve\">seks</w:t>",
        ]
    );
}

#[test]
fn a_marked_block_marks_all_its_words_and_nothing_after_it() {
    let blocks = vec![Block::Marked(Mark::MovedFrom, vec![para("væk")]), para("her")];
    assert_eq!(
        runs(blocks),
        [
            "<w:rPr><w:strike/><w:color w:val=\"9B1C1C\"/></w:rPr><w:t xml:space=\"preserve\">væk</w:t>",
            "<w:t xml:space=\"preserve\">her</w:t>",
        ]
    );
}
