//! Notes and the targets of links see what is around the place that refers to them.

use super::sample::Shelf;
use super::small::{
    context, header, note_reference, notes, p, part, relate, rendered, template, text, try_package,
};

fn noted(kind: &str) -> String {
    format!("<w:p><w:r><w:t>{{{{tilbud}}}}</w:t></w:r>{}</w:p>", note_reference(kind, 1))
}

fn ids<'x>(xml: &'x str, before: &str) -> Vec<&'x str> {
    xml.split(before).skip(1).filter_map(|rest| rest.split('"').next()).collect()
}

#[test]
fn each_copy_of_a_reference_has_a_note_of_its_own_that_sees_the_item() {
    for kind in ["footnote", "endnote"] {
        let body = format!("{}{}{}", p("{{#each takster}}"), noted(kind), p("{{/each}}"));
        let mut package = template(&body);
        notes(
            &mut package,
            kind,
            &["{{@index}}: {{takst}} for {{tilbud}}", "ingen henviser hertil"],
        );
        let done = rendered(&package);
        let document = part(&done, "word/document.xml");
        assert_eq!(ids(&document, &format!("<w:{kind}Reference w:id=\"")), ["1", "2"]);
        assert!(!document.contains("tmp:"), "{document}");
        let notes = part(&done, &format!("word/{kind}s.xml"));
        assert_eq!(text(&notes), "0: 2.139 for Aalborg Krisecenter\n1: 1.208 for Svenstrupgård\n");
        assert_eq!(ids(&notes, &format!("<w:{kind} w:id=\"")), ["1", "2"]);
    }
}

#[test]
fn a_note_whose_reference_is_gone_is_gone_too() {
    let body = format!(
        "{}<w:p>{}</w:p>{}<w:p>{}</w:p>",
        p("{{#if nej}}"),
        note_reference("footnote", 1),
        p("{{/if}}"),
        note_reference("footnote", 2)
    );
    let mut package = template(&body);
    notes(&mut package, "footnote", &["væk", "bliver"]);
    assert_eq!(text(&part(&rendered(&package), "word/footnotes.xml")), "bliver\n");
}

#[test]
fn blocks_and_rich_marks_work_inside_a_note() {
    let mut package = template(&format!("<w:p>{}</w:p>", note_reference("footnote", 1)));
    notes(&mut package, "footnote", &["{{#each tal}}{{this}} {{/each}}{{navn}}"]);
    assert_eq!(text(&part(&rendered(&package), "word/footnotes.xml")), "en to tre Birken\n");
}

#[test]
fn faults_in_notes_say_which_part_they_are_in() {
    let body =
        format!("<w:p>{}{}</w:p>", note_reference("footnote", 1), note_reference("endnote", 1));
    let mut package = template(&body);
    notes(&mut package, "footnote", &["{{nvn}}"]);
    notes(&mut package, "endnote", &["{{#if ja}}"]);
    let found = try_package(&package, &context(), &Shelf::default()).unwrap_err().to_string();
    assert_eq!(
        found,
        "fejl[ukendt-felt] skabelon.docx, fodnoter, afsnit 1, mærket »{{nvn}}«: Der findes intet felt, der hedder »nvn«. Mente du »navn«?\nfejl[blok-ikke-lukket] skabelon.docx, slutnoter, afsnit 1, mærket »{{#if ja}}«: Blokken {{#if ja}} er åbnet (afsnit 1), men ikke lukket, før delen »slutnoter« slutter. Sæt {{/if}} ind, hvor blokken skal slutte.\n"
    );
    notes(&mut package, "endnote", &["x"]);
    let found = try_package(&package, &context(), &Shelf::default()).unwrap_err().to_string();
    assert_eq!(
        found,
        "fejl[ukendt-felt] skabelon.docx, fodnoter, afsnit 1, mærket »{{nvn}}«: Der findes intet felt, der hedder »nvn«. Mente du »navn«?\n"
    );
}

#[test]
fn each_copy_of_a_link_has_a_target_of_its_own() {
    let link = "<w:p><w:hyperlink r:id=\"rId9\"><w:r><w:t>{{this}}</w:t></w:r></w:hyperlink></w:p>";
    let body = format!("{}{link}{}", p("{{#each tal}}"), p("{{/each}}"));
    let mut package = template(&body);
    relate(&mut package, "word/document.xml", "rId9", "hyperlink", "https://a.dk/%7B%7Bthis%7D%7D");
    let done = rendered(&package);
    let document = part(&done, "word/document.xml");
    let relations = part(&done, "word/_rels/document.xml.rels");
    for (id, number) in ids(&document, "<w:hyperlink r:id=\"").into_iter().zip(["en", "to", "tre"])
    {
        let expected = format!(
            "<Relationship Id=\"{id}\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink\" Target=\"https://a.dk/{number}\" TargetMode=\"External\"/>"
        );
        assert!(relations.contains(&expected), "{relations}");
    }
    assert!(!relations.contains("%7B"), "{relations}");
    assert_eq!(ids(&document, "<w:hyperlink r:id=\"").len(), 3);
}

#[test]
fn links_in_headers_and_in_notes_have_targets_in_their_own_parts() {
    let link = "<w:p><w:hyperlink r:id=\"rId9\"><w:r><w:t>her</w:t></w:r></w:hyperlink></w:p>";
    let mut package = template(&format!("<w:p>{}</w:p>", note_reference("footnote", 1)));
    package.set_part("word/header1.xml", header(link).into_bytes());
    notes(&mut package, "footnote", &["x"]);
    let with_link = part(&package, "word/footnotes.xml")
        .replace("</w:footnote>", &format!("{link}</w:footnote>"));
    package.set_part("word/footnotes.xml", with_link.into_bytes());
    for of in ["word/header1.xml", "word/footnotes.xml"] {
        relate(&mut package, of, "rId9", "hyperlink", "https://{{navn}}.dk");
    }
    let done = rendered(&package);
    for rels in ["word/_rels/header1.xml.rels", "word/_rels/footnotes.xml.rels"] {
        let xml = part(&done, rels);
        assert!(xml.contains("Target=\"https://Birken.dk\""), "{xml}");
    }
}

#[test]
fn notes_without_tags_stay_byte_for_byte() {
    let xml =
        format!("<w:p><w:r><w:t>{{{{navn}}}}</w:t></w:r>{}</w:p>", note_reference("footnote", 1));
    let mut package = template(&xml);
    notes(&mut package, "footnote", &["En note"]);
    let before = part(&package, "word/footnotes.xml");
    assert_eq!(part(&rendered(&package), "word/footnotes.xml"), before);
}
