//! Tags as Word stores them, and values as Word must have them.

use super::sample::Shelf;
use super::small::{
    body, context, footnotes, header, options, p, part, rendered, template, text, try_package,
    try_unjudged,
};

fn run(text: &str, format: &str) -> String {
    format!("<w:r><w:rPr>{format}</w:rPr><w:t>{text}</w:t></w:r>")
}

#[test]
fn a_tag_split_over_runs_takes_the_format_of_its_first_character() {
    let xml = body(&format!(
        "<w:p>{}<w:proofErr w:type=\"spellStart\"/>{}<w:bookmarkStart w:id=\"1\" w:name=\"b\"/>{}<w:bookmarkEnd w:id=\"1\"/></w:p>",
        run("Hej {", ""),
        run("{na", "<w:b/>"),
        run("vn}}!", "<w:i/>")
    ));
    assert!(
        xml.contains("<w:r><w:rPr/><w:t xml:space=\"preserve\">Hej Birken</w:t></w:r>"),
        "{xml}"
    );
    assert!(xml.contains("<w:rPr><w:i/></w:rPr><w:t xml:space=\"preserve\">!</w:t>"), "{xml}");
    assert!(!xml.contains("<w:b/>"), "{xml}");
}

#[test]
fn tags_in_insertions_and_links_are_read() {
    let inserted = "<w:p><w:r><w:t>{{na</w:t></w:r><w:ins w:id=\"1\" w:author=\"a\"><w:r><w:t>vn}}</w:t></w:r></w:ins></w:p>";
    assert_eq!(text(&body(inserted)), "Birken\n");
    let linked = "<w:p><w:bookmarkStart w:id=\"1\" w:name=\"x\"/><w:bookmarkEnd w:id=\"1\"/><w:r><w:t>{{na</w:t></w:r><w:hyperlink w:anchor=\"x\"><w:r><w:t>vn}} her</w:t></w:r></w:hyperlink></w:p>";
    assert_eq!(text(&body(linked)), "Birken her\n");
}

#[test]
fn deleted_text_does_not_count() {
    let xml = "<w:p><w:r><w:t>{{na</w:t></w:r><w:del w:id=\"1\" w:author=\"a\"><w:r><w:delText>xx</w:delText></w:r></w:del><w:r><w:t>vn}}</w:t></w:r></w:p>";
    assert_eq!(text(&body(xml)), "Birken\n");
}

#[test]
fn fine_quotes_and_spaces_inside_tags_are_read_as_plain() {
    assert_eq!(text(&body(&p("{{#if\u{a0}(eq navn ”Birken”)}}ja{{/if}}"))), "ja\n");
    assert_eq!(text(&body(&p("{{na\u{ad}vn}}"))), "Birken\n");
}

#[test]
fn lone_braces_are_text() {
    assert_eq!(text(&body(&p("a { b } c"))), "a { b } c\n");
}

#[test]
fn values_are_escaped_and_never_read_again() {
    let mut context = context();
    context.set("navn", "<w:p>&\"{{tal}}\u{b}\u{e000}");
    let done = try_unjudged(&template(&p("{{navn}}!")), &context, &Shelf::default());
    let done = done.unwrap();
    assert_eq!(
        done.findings.to_string(),
        "advarsel[ulovligt-tegn] inputs: Feltet »navn« har usynlige tegn, som er udeladt.\n"
    );
    let package = socialaftale::package::Package::read(
        &done.bytes,
        "ud",
        &socialaftale::package::Limits::DOCUMENT,
    )
    .unwrap();
    assert!(part(&package, "word/document.xml").contains("&lt;w:p&gt;&amp;\"{{tal}}!"));
}

#[test]
fn line_breaks_and_tabs_become_elements() {
    let mut context = context();
    context.set("navn", "en\r\nto\ttre");
    let done = try_package(&template(&p("{{navn}}")), &context, &Shelf::default()).unwrap();
    let package = socialaftale::package::Package::read(
        &done.bytes,
        "ud",
        &socialaftale::package::Limits::DOCUMENT,
    )
    .unwrap();
    assert_eq!(text(&part(&package, "word/document.xml")), "en⏎to⇥tre\n");
}

#[test]
fn headers_notes_properties_and_alt_texts_are_merged() {
    let noted = "<w:p><w:r><w:t>{{navn}}</w:t><w:footnoteReference w:id=\"1\"/></w:r></w:p>";
    let mut package = template(noted);
    package.set_part("word/header1.xml", header(&p("{{aftale.titel}}")).into_bytes());
    let note = format!("<w:footnote w:id=\"1\">{}</w:footnote>", p("Note om {{navn}}"));
    package.set_part("word/footnotes.xml", footnotes(&note).into_bytes());
    let properties = "<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties\"><Company>{{navn}} &amp; co</Company></Properties>";
    package.set_part("docProps/app.xml", properties.as_bytes());
    let done = rendered(&package);
    assert_eq!(text(&part(&done, "word/header1.xml")), "Nordjysk Socialaftale\n");
    assert_eq!(text(&part(&done, "word/footnotes.xml")), "Note om Birken\n");
    assert!(part(&done, "docProps/app.xml").contains("<Company>Birken &amp; co</Company>"));
}

#[test]
fn a_part_without_tags_stays_byte_for_byte() {
    let mut package = template(&p("{{navn}}"));
    let odd = "<?xml version='1.0'?>\n<w:hdr xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main' ><w:p  /></w:hdr>";
    package.set_part("word/header1.xml", odd.as_bytes());
    let comments = odd.replace("w:hdr", "w:comments").replace(
        "<w:p  />",
        &format!("<w:comment w:id='1' w:author='a'>{}</w:comment>", p("{{fejl}}")),
    );
    package.set_part("word/comments.xml", comments.as_bytes());
    let done = rendered(&package);
    assert_eq!(part(&done, "word/header1.xml"), odd);
    assert_eq!(part(&done, "word/comments.xml"), comments);
}

#[test]
fn the_address_of_a_link_may_be_a_tag() {
    let link = "<w:p><w:hyperlink r:id=\"rId9\"><w:r><w:t>her</w:t></w:r></w:hyperlink></w:p>";
    let mut package = template(link);
    let relations = part(&package, "word/_rels/document.xml.rels").replace("</Relationships>", "<Relationship Id=\"rId9\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink\" Target=\"https://%7B%7Bnavn%7D%7D.dk\" TargetMode=\"External\"/></Relationships>");
    package.set_part("word/_rels/document.xml.rels", relations.into_bytes());
    let done = part(&rendered(&package), "word/_rels/document.xml.rels");
    assert!(done.contains("Target=\"https://Birken.dk\""), "{done}");
}

#[test]
fn macros_are_left_out_and_told_of() {
    let mut package = template(&p("x"));
    package.set_part("word/vbaProject.bin", "makro".as_bytes());
    let done = try_package(&package, &context(), &Shelf::default()).unwrap();
    assert!(done.findings.to_string().starts_with("oplysning[makroer-udeladt] skabelon.docx"));
}

#[test]
fn the_document_says_what_it_is() {
    let core = part(&rendered(&template(&p("x"))), "docProps/core.xml");
    for said in [
        "<dc:title>Prøve</dc:title>",
        "<dc:creator>Sekretariatet</dc:creator>",
        "<dc:language>da-DK</dc:language>",
        "<dcterms:created xsi:type=\"dcterms:W3CDTF\">2020-09-14T00:00:00Z</dcterms:created>",
    ] {
        assert!(core.contains(said), "{core}");
    }
    let styles = part(&rendered(&template(&p("x"))), "word/styles.xml");
    assert!(styles.contains("<w:lang w:val=\"da-DK\"/>"), "{styles}");
}

#[test]
fn the_same_inputs_give_the_same_bytes() {
    let package = template(&p("{{navn}} {{tekst \"kort\"}}"));
    let shelf = super::sample::shelf();
    let once = try_package(&package, &context(), &shelf).unwrap();
    assert!(once == try_package(&package, &context(), &shelf).unwrap());
}

#[test]
fn a_draft_says_so_on_every_page_even_where_the_template_does_not() {
    let bytes = {
        let mut package = template(&p("{{navn}}"));
        package.set_part("word/header1.xml", header(&p("Hoved")).into_bytes());
        package.write()
    };
    let options = socialaftale::render::word::WordOptions {
        draft: Some("UDKAST · Høring".to_owned()),
        reader: None,
        ..options()
    };
    let template = socialaftale::render::word::WordTemplate { name: "k.docx", bytes: &bytes };
    let done =
        socialaftale::render::word::render(&template, &context(), &Shelf::default(), &options)
            .unwrap();
    let package = socialaftale::package::Package::read(
        &done.bytes,
        "ud",
        &socialaftale::package::Limits::DOCUMENT,
    )
    .unwrap();
    assert_eq!(text(&part(&package, "word/header1.xml")), "UDKAST · Høring\nHoved\n");
    let bytes = self::template(&p("{{navn}}")).write();
    let template = socialaftale::render::word::WordTemplate { name: "k.docx", bytes: &bytes };
    let done =
        socialaftale::render::word::render(&template, &context(), &Shelf::default(), &options)
            .unwrap();
    let package = socialaftale::package::Package::read(
        &done.bytes,
        "ud",
        &socialaftale::package::Limits::DOCUMENT,
    )
    .unwrap();
    assert_eq!(text(&part(&package, "word/headerUdkast.xml")), "UDKAST · Høring\n");
    assert!(part(&package, "word/document.xml").contains("<w:headerReference w:type=\"default\""));
}

#[test]
fn a_draft_stays_marked_though_the_text_speaks_of_drafts() {
    let bytes = template(&p("{{#if udgave.kladde}}Vi sender et udkast.{{/if}}")).write();
    let mut context = context();
    context.set("udgave.kladde", true);
    let options = socialaftale::render::word::WordOptions {
        draft: Some("UDKAST · Høring".to_owned()),
        reader: None,
        ..options()
    };
    let template = socialaftale::render::word::WordTemplate { name: "k.docx", bytes: &bytes };
    let done = socialaftale::render::word::render(&template, &context, &Shelf::default(), &options);
    let package = super::small::read(&done.unwrap());
    assert_eq!(text(&part(&package, "word/headerUdkast.xml")), "UDKAST · Høring\n");
}
