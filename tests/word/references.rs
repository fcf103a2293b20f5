//! Cross-references as fields, and the fields that a template has of its own.

use socialaftale::text::tree::{Block, Inline, Reference};

use super::sample::{Shelf, drawing, heading, reference, takster, words};
use super::small::{body, context, options, p, part, read, template, text, try_package, with};
use socialaftale::render::word::{WordOptions, WordTemplate, render};

fn field(instruction: &str, result: &str) -> String {
    format!(
        "<w:r><w:fldChar w:fldCharType=\"begin\" w:dirty=\"false\"/></w:r><w:r><w:instrText>{instruction}</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\" w:dirty=\"false\"/></w:r><w:r><w:t xml:space=\"preserve\">{result}</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\" w:dirty=\"false\"/></w:r>"
    )
}

fn referring(inline: Inline) -> String {
    let own = Block::Paragraph(vec![words("Se "), inline, words(".")]);
    let shelf = Shelf::default()
        .text("a", "Vision", vec![own, heading(2, "Mål")])
        .table("t", takster())
        .figure("f", drawing());
    let template =
        format!("{}{}{}", p("{{kapitel \"a\"}}"), p("{{tabel \"t\"}}"), p("{{figur \"f\"}}"));
    with(&shelf, &template)
}

/// The name of the one bookmark whose start stands right before that.
fn bookmark<'x>(xml: &'x str, before: &str) -> &'x str {
    let (start, _) = xml.split_once(before).expect(before);
    let (_, name) = start.rsplit_once("w:name=\"").unwrap();
    name.strip_suffix("\"/>").unwrap()
}

#[test]
fn a_table_and_a_figure_are_referred_to_by_the_number_of_their_caption() {
    for (target, word, kind) in [("tabel:t", "tabel", "Tabel"), ("figur:f", "figur", "Figur")] {
        let xml = referring(reference(target));
        let name = bookmark(&xml, &format!("<w:fldSimple w:instr=\" SEQ {kind} \\* ARABIC \">"));
        let expected = format!(
            "<w:hyperlink w:anchor=\"{name}\" w:history=\"1\"><w:r><w:t xml:space=\"preserve\">{word}\u{a0}</w:t></w:r>{}</w:hyperlink>",
            field(&format!(" REF {name} \\h "), "1")
        );
        assert!(xml.contains(&expected), "{xml}");
        assert!(text(&xml).contains(&format!("Se {word}\u{a0}1.\n")), "{xml}");
    }
}

#[test]
fn a_chapter_is_referred_to_by_the_number_of_its_heading() {
    let xml = referring(reference("kapitel:a"));
    let name = bookmark(&xml, "<w:r><w:t xml:space=\"preserve\">Vision</w:t></w:r>");
    let expected =
        format!("kapitel\u{a0}</w:t></w:r>{}", field(&format!(" REF {name} \\r \\h "), "1"));
    assert!(xml.contains(&expected), "{xml}");
}

#[test]
fn words_of_its_own_stay_a_link() {
    let Inline::Reference(plain) = reference("tabel:t") else { panic!() };
    let xml =
        referring(Inline::Reference(Reference { content: vec![words("oversigten")], ..plain }));
    assert!(
        xml.contains(
            "w:history=\"1\"><w:r><w:t xml:space=\"preserve\">oversigten</w:t></w:r></w:hyperlink>"
        ),
        "{xml}"
    );
    assert!(!xml.contains(" REF "), "{xml}");
}

/// A field of the template with a tag in its result.
fn own(instruction: &str) -> String {
    format!(
        "<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText> {instruction} </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:p>"
    )
}

#[test]
fn fields_of_the_template_stay_and_those_that_may_be_wrong_are_counted_again() {
    for instruction in ["PAGE", "NUMPAGES", "STYLEREF \"Overskrift 1\"", "DATE \\@ \"d. MMMM\""] {
        assert_eq!(body(&own(instruction)), own(instruction), "{instruction}");
    }
    for instruction in ["REF _Ref1 \\h", "SEQ Tabel \\* ARABIC", "PAGEREF _Toc1"] {
        let dirty = own(instruction).replace("\"begin\"/>", "\"begin\" w:dirty=\"true\"/>");
        assert_eq!(body(&own(instruction)), dirty, "{instruction}");
    }
    let simple =
        "<w:p><w:fldSimple w:instr=\" SEQ Figur \"><w:r><w:t>1</w:t></w:r></w:fldSimple></w:p>";
    assert_eq!(body(simple), simple.replace("SEQ Figur \"", "SEQ Figur \" w:dirty=\"true\""));
}

#[test]
fn a_field_in_the_instruction_of_another_is_told_from_it() {
    let nested = own("IF X").replace(
        "<w:r><w:fldChar w:fldCharType=\"separate\"/>",
        "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>REF b</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/>",
    );
    let xml = body(&nested);
    assert_eq!(xml.matches("w:dirty").count(), 1, "{xml}");
    assert!(xml.contains("w:dirty=\"true\"/></w:r><w:r><w:instrText>REF b"), "{xml}");
}

#[test]
fn word_updates_all_fields_only_where_it_is_asked_to() {
    let mut package = template(&p("x"));
    let done = read(&try_package(&package, &context(), &Shelf::default()).unwrap());
    assert!(done.part("word/settings.xml").is_none());
    let render_with = |bytes: &[u8]| {
        let options = WordOptions { update_fields: true, ..options() };
        let template = WordTemplate { name: "k.docx", bytes };
        let done = render(&template, &context(), &Shelf::default(), &options).unwrap();
        read(&done)
    };
    let made = render_with(&package.write());
    assert!(
        part(&made, "word/settings.xml")
            .ends_with("main\"><w:updateFields w:val=\"true\"/></w:settings>")
    );
    assert!(part(&made, "word/_rels/document.xml.rels").contains("Target=\"settings.xml\""));
    assert!(part(&made, "[Content_Types].xml").contains("/word/settings.xml"));
    let known = "<w:settings xmlns:w=\"x\"><w:zoom/><w:updateFields w:val=\"false\"/><w:compat/></w:settings>";
    package.set_part("word/settings.xml", known.as_bytes());
    let made = part(&render_with(&package.write()), "word/settings.xml");
    assert!(
        made.ends_with("<w:zoom/><w:updateFields w:val=\"true\"/><w:compat/></w:settings>"),
        "{made}"
    );
    let kept = known.replace("false", "true");
    package.set_part("word/settings.xml", kept.as_bytes());
    let done = read(&try_package(&package, &context(), &Shelf::default()).unwrap());
    assert_eq!(part(&done, "word/settings.xml"), kept);
}
