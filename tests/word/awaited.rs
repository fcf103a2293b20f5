//! What is awaited is marked wherever it stands, not only in texts.

use socialaftale::merge::Context;
use socialaftale::package::{Limits, Package};

use super::sample::Shelf;
use super::small::{
    context, footer, footnotes, header, options, p, part, table, template, text, try_package,
};

fn awaiting() -> Context {
    let mut context = context();
    context.set("journalnummer", "[afventer: journalnummer]");
    context
}

#[track_caller]
fn rendered(package: &Package) -> Package {
    let done = try_package(package, &awaiting(), &Shelf::default()).unwrap();
    Package::read(&done.bytes, "ud.docx", &Limits::DOCUMENT).unwrap()
}

#[track_caller]
fn body(xml: &str) -> String {
    part(&rendered(&template(xml)), "word/document.xml")
}

/// A package with a style for links.
fn linked(xml: &str) -> Package {
    let mut package = template(xml);
    let link = "<w:style w:type=\"character\" w:styleId=\"Hyperlink\"><w:name w:val=\"Hyperlink\"/></w:style></w:styles>";
    let styles = part(&package, "word/styles.xml").replace("</w:styles>", link);
    package.set_part("word/styles.xml", styles.into_bytes());
    package
}

/// A run as it stands in a finished document.
fn run(format: &str, words: &str) -> String {
    let format = if format.is_empty() { String::new() } else { format!("<w:rPr>{format}</w:rPr>") };
    format!("<w:r>{format}<w:t xml:space=\"preserve\">{words}</w:t></w:r>")
}

const STYLE: &str = "<w:rStyle w:val=\"Afventer\"/>";

#[test]
fn a_value_that_is_awaited() {
    let package = rendered(&template(&p("{{journalnummer}}")));
    let xml = part(&package, "word/document.xml");
    assert!(xml.contains(&run(STYLE, "[afventer: journalnummer]")), "{xml}");
    let styles = part(&package, "word/styles.xml");
    assert!(styles.contains("w:styleId=\"Afventer\""), "{styles}");
}

#[test]
fn the_run_around_it_keeps_its_looks() {
    let host = "<w:rStyle w:val=\"Hyperlink\"/><w:b/><w:sz w:val=\"18\"/>";
    let own = "<w:b/><w:sz w:val=\"18\"/>";
    let package = rendered(&linked(&format!(
        "<w:p><w:r><w:rPr>{host}</w:rPr><w:t>J.nr. {{{{journalnummer}}}}, i alt</w:t></w:r></w:p>"
    )));
    let xml = part(&package, "word/document.xml");
    let expected = [
        run(host, "J.nr. "),
        run(&format!("{STYLE}{own}"), "[afventer: journalnummer]"),
        run(host, ", i alt"),
    ];
    assert!(xml.contains(&format!("<w:p>{}</w:p>", expected.concat())), "{xml}");
}

#[test]
fn one_that_is_typed_in_the_template_over_several_runs() {
    let xml = body(
        "<w:p><w:r><w:t>Nr. [afven</w:t></w:r><w:proofErr w:type=\"spellEnd\"/><w:r><w:rPr><w:i/></w:rPr><w:t>ter: hvem</w:t><w:tab/><w:t>og hvor] ja</w:t></w:r></w:p>",
    );
    let expected = format!(
        "<w:p>{}{}<w:proofErr w:type=\"spellEnd\"/><w:r><w:rPr>{STYLE}<w:i/></w:rPr><w:t>ter: hvem</w:t><w:tab/><w:t xml:space=\"preserve\">og hvor]</w:t></w:r>{}</w:p>",
        run("", "Nr. "),
        run(STYLE, "[afven"),
        run("<w:i/>", " ja"),
    );
    assert!(xml.contains(&expected), "{xml}");
}

#[test]
fn several_in_one_run_and_in_cells() {
    let xml = body(&table(&[&["{{journalnummer}} og [afventer: punkt]."]]));
    let expected = [
        run(STYLE, "[afventer: journalnummer]"),
        run("", " og "),
        run(STYLE, "[afventer: punkt]"),
        run("", "."),
    ];
    assert!(xml.contains(&expected.concat()), "{xml}");
}

#[test]
fn in_headers_footers_and_notes_with_tags_or_without() {
    let mut package = template("<w:p><w:r><w:footnoteReference w:id=\"1\"/></w:r></w:p>");
    package.set_part("word/header1.xml", header(&p("{{journalnummer}}")).into_bytes());
    package.set_part("word/footer1.xml", footer(&p("[afventer: fod]")).into_bytes());
    let note = format!("<w:footnote w:id=\"1\">{}</w:footnote>", p("[afventer: note]"));
    package.set_part("word/footnotes.xml", footnotes(&note).into_bytes());
    let done = rendered(&package);
    for (name, words) in [
        ("word/header1.xml", "[afventer: journalnummer]"),
        ("word/footer1.xml", "[afventer: fod]"),
        ("word/footnotes.xml", "[afventer: note]"),
    ] {
        let xml = part(&done, name);
        let xml = xml.replace("<w:t>", "<w:t xml:space=\"preserve\">");
        assert!(xml.contains(&run(STYLE, words)), "{xml}");
    }
}

#[test]
fn a_mark_without_an_end_is_text_and_deleted_text_is_no_mark() {
    for words in ["[afventer: uden ende", "[afventede svar]", "afventer: x]"] {
        let xml = body(&p(words));
        assert!(!xml.contains("w:rStyle"), "{xml}");
        assert_eq!(text(&xml), format!("{words}\n"));
    }
    let deleted = "<w:p><w:del w:id=\"1\" w:author=\"a\"><w:r><w:delText>[afventer: x]</w:delText></w:r></w:del></w:p>";
    assert!(!body(deleted).contains("w:rStyle"));
}

#[test]
fn a_text_box_has_paragraphs_of_its_own() {
    let inner = p("i [afventer: boks]");
    let xml = body(&format!(
        "<w:p><w:r><w:t>ude [afventer:</w:t></w:r><w:r><w:pict><v:shape xmlns:v=\"urn:schemas-microsoft-com:vml\" alt=\"Boks\"><v:textbox><w:txbxContent>{inner}</w:txbxContent></v:textbox></v:shape></w:pict></w:r><w:r><w:t xml:space=\"preserve\"> her]</w:t></w:r></w:p>"
    ));
    let expected = [run("", "i "), run(STYLE, "[afventer: boks]")].concat();
    assert!(
        xml.contains(&format!("<w:txbxContent><w:p>{expected}</w:p></w:txbxContent>")),
        "{xml}"
    );
    assert!(
        xml.contains(&format!("<w:rPr>{STYLE}</w:rPr><w:t xml:space=\"preserve\"> her]</w:t>")),
        "{xml}"
    );
}

/// A header that is opened for its mark, or for a field, says that the document is a draft.
#[test]
fn a_header_that_is_merged_still_says_that_this_is_a_draft() {
    for words in ["[afventer: fod]", "{{navn}}"] {
        let mut package = template(&p("x"));
        package.set_part("word/header1.xml", header(&p(words)).into_bytes());
        let bytes = package.write();
        let template = socialaftale::render::word::WordTemplate { name: "k.docx", bytes: &bytes };
        let options = socialaftale::render::word::WordOptions {
            draft: Some("UDKAST · Høring".to_owned()),
            reader: None,
            ..options()
        };
        let done =
            socialaftale::render::word::render(&template, &context(), &Shelf::default(), &options);
        let package = Package::read(&done.unwrap().bytes, "ud.docx", &Limits::DOCUMENT).unwrap();
        let said = text(&part(&package, "word/header1.xml"));
        assert!(said.starts_with("UDKAST · Høring\n"), "{said}");
    }
}
