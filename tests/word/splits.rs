//! Tags and blocks that Word has cut up: over runs, links, marks and fields.

use super::small::{body, faults, p, part, relate, rendered, template, text};

#[track_caller]
fn reads(body_xml: &str, expected: &str) {
    assert_eq!(text(&body(body_xml)), expected);
}

fn run(format: &str, words: &str) -> String {
    format!("<w:r><w:rPr>{format}</w:rPr><w:t xml:space=\"preserve\">{words}</w:t></w:r>")
}

fn paragraph(inside: &str) -> String {
    format!("<w:p>{inside}</w:p>")
}

fn link(inside: &str) -> String {
    format!("<w:hyperlink w:anchor=\"her\">{inside}</w:hyperlink>")
}

#[test]
fn a_tag_is_read_over_whatever_stands_between_its_letters() {
    for between in [
        "<w:proofErr w:type=\"spellStart\"/>",
        "<w:bookmarkStart w:id=\"1\" w:name=\"a\"/><w:bookmarkEnd w:id=\"1\"/>",
        "<w:del w:id=\"1\" w:author=\"a\"><w:r><w:delText>slettet</w:delText></w:r></w:del>",
        "<w:r><w:rPr><w:lang w:val=\"en-US\"/></w:rPr><w:t/></w:r>",
    ] {
        let xml =
            [run("<w:lang w:val=\"da-DK\"/>", "a {{na"), between.to_owned(), run("", "vn}} b")];
        reads(&paragraph(&xml.concat()), "a Birken b\n");
    }
}

#[test]
fn a_tag_in_a_smart_tag_or_an_insertion_is_read_whole() {
    for (open, close) in [
        ("<w:smartTag w:element=\"place\">", "</w:smartTag>"),
        ("<w:ins w:id=\"1\" w:author=\"a\">", "</w:ins>"),
    ] {
        let tag = format!("{}{open}{}{close}{}", run("", "{{"), run("", "na"), run("", "vn}}!"));
        reads(&paragraph(&tag), "Birken!\n");
    }
}

#[test]
fn the_first_letter_decides_where_a_tag_over_a_links_edge_stands() {
    let out = body(&paragraph(&format!("{}{}", link(&run("<w:b/>", "{{na")), run("", "vn}} b"))));
    assert!(out.starts_with("<w:p><w:hyperlink w:anchor=\"her\"><w:r><w:rPr><w:b/></w:rPr><w:t xml:space=\"preserve\">Birken</w:t></w:r></w:hyperlink><w:r>"), "{out}");
    let into = body(&paragraph(&format!("{}{}", run("", "{{na"), link(&run("<w:b/>", "vn}} b")))));
    assert!(into.contains("Birken</w:t></w:r><w:hyperlink"), "{into}");
}

#[test]
fn a_block_over_a_links_edge_takes_the_part_of_the_link_that_is_in_it() {
    let xml = |condition: &str| {
        let open = link(&run("", &format!("i {{{{#if {condition}}}}}link")));
        body(&paragraph(&format!("{open}{}", run("", "uden{{/if}} efter"))))
    };
    assert_eq!(text(&xml("ja")), "i linkuden efter\n");
    let without = xml("nej");
    assert_eq!(text(&without), "i  efter\n");
    assert_eq!(without.matches("<w:hyperlink").count(), 1, "{without}");
}

#[test]
fn each_copy_keeps_the_format_of_its_runs() {
    let xml = format!(
        "{}{}{}",
        run("<w:b/>", "{{#each tal}}{{this}}"),
        run("<w:i/>", "-"),
        run("", ".{{/each}}")
    );
    let out = body(&paragraph(&xml));
    for number in ["en", "to", "tre"] {
        let expected = format!(
            "<w:r><w:rPr><w:b/></w:rPr><w:t xml:space=\"preserve\">{number}</w:t></w:r><w:r><w:rPr><w:i/></w:rPr><w:t xml:space=\"preserve\">-</w:t></w:r>"
        );
        assert!(out.contains(&expected), "{out}");
    }
}

#[test]
fn a_block_that_begins_in_a_control_and_ends_outside_is_told_of() {
    let control =
        format!("<w:sdt><w:sdtPr/><w:sdtContent>{}</w:sdtContent></w:sdt>", run("", "{{#if ja}}x"));
    assert_eq!(
        faults(&paragraph(&format!("{control}{}", run("", "{{/if}}")))),
        "fejl[blok-skaev] skabelon.docx, brødtekst, afsnit 1, mærket »{{#if ja}}«: Blokken {{#if ja}} (afsnit 1) går ind i eller ud af et tekstfelt, en indholdskontrol eller et felt. Sæt blokkens begyndelse og slutning enten begge inden for eller begge uden for.\n"
    );
}

#[test]
fn danish_quotes_hard_spaces_and_soft_hyphens_are_read_as_plain() {
    for quoted in ["”Birken”", "’Birken’", "»Birken«", "„Birken“"] {
        reads(&p(&format!("{{{{#if (eq navn {quoted})}}}}ja{{{{/if}}}}")), "ja\n");
    }
    reads(&p("{{#if\u{a0}ja}}ja{{/if}}{{#each\u{a0}tal}}{{this}}{{/each}}"), "jaentotre\n");
    reads(&paragraph("<w:r><w:t>{{na</w:t><w:softHyphen/><w:t>v\u{ad}n}}</w:t></w:r>"), "Birken\n");
}

#[test]
fn a_tag_in_a_field_code_is_read_over_its_runs() {
    let field = "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>HYPERLINK \"{{na</w:instrText></w:r><w:r><w:instrText>vn}}\"</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>her</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r>";
    let xml = body(&paragraph(field));
    assert!(xml.contains("HYPERLINK \"Birken"), "{xml}");
    assert!(!xml.contains("{{") && !xml.contains("}}"), "{xml}");
}

#[test]
fn a_link_with_a_tag_for_its_words_and_its_target() {
    let mut package = template(&paragraph(&format!(
        "<w:hyperlink r:id=\"rId4\">{}</w:hyperlink>",
        run("", "{{navn}}")
    )));
    relate(&mut package, "word/document.xml", "rId4", "hyperlink", "https://{{navn}}.dk");
    assert_eq!(text(&part(&rendered(&package), "word/document.xml")), "Birken\n");
}
