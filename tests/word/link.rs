//! Links whose address and words are data.

use super::sample::Shelf;
use super::small::{context, p, part, read, template, text, try_package};
use socialaftale::package::Package;

fn done(body: &str) -> Package {
    let mut context = context();
    context.set("web", "https://example.dk/?a=1&b=<2>");
    context.set("mail", "mailto:sekretariat@example.dk");
    context.set("ondt", "javascript:alert(1)");
    read(&try_package(&template(body), &context, &Shelf::default()).unwrap())
}

fn findings(body: &str) -> String {
    let mut context = context();
    context.set("ondt", "javascript:alert(1)");
    try_package(&template(body), &context, &Shelf::default()).unwrap_err().to_string()
}

#[test]
fn a_link_stands_in_the_sentence_and_looks_like_it() {
    let package =
        done("<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>Se {{link web navn}} nu</w:t></w:r></w:p>");
    assert!(part(&package, "word/document.xml").contains("<w:p><w:r><w:rPr><w:b/></w:rPr><w:t xml:space=\"preserve\">Se </w:t></w:r><w:hyperlink r:id=\"rId2\" w:history=\"1\"><w:r><w:rPr><w:rStyle w:val=\"Hyperlink\"/><w:b/></w:rPr><w:t xml:space=\"preserve\">Birken</w:t></w:r></w:hyperlink><w:r><w:rPr><w:b/></w:rPr><w:t xml:space=\"preserve\"> nu</w:t></w:r></w:p>"));
    assert!(part(&package, "word/_rels/document.xml.rels").contains("<Relationship Id=\"rId2\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink\" Target=\"https://example.dk/?a=1&amp;b=&lt;2&gt;\" TargetMode=\"External\"/>"));
    assert!(part(&package, "word/styles.xml").contains("w:styleId=\"Hyperlink\""));
}

#[test]
fn without_words_it_shows_its_address() {
    assert_eq!(
        text(&part(&done(&p("{{link web}} og {{link mail}}")), "word/document.xml")),
        "https://example.dk/?a=1&b=<2> og sekretariat@example.dk\n"
    );
}

#[test]
fn alone_in_its_paragraph_it_keeps_the_paragraph() {
    let xml = "<w:p><w:pPr><w:jc w:val=\"right\"/></w:pPr><w:r><w:t>{{link mail \"Skriv\"}}</w:t></w:r></w:p>";
    let xml = part(&done(xml), "word/document.xml");
    assert!(
        xml.contains("<w:body><w:p><w:pPr><w:jc w:val=\"right\"/></w:pPr><w:hyperlink "),
        "{xml}"
    );
}

#[test]
fn every_address_that_no_reader_should_follow_is_told_of_at_once() {
    assert_eq!(
        findings(&format!(
            "{}{}{}",
            p("{{link ondt}}"),
            p("x {{link \"www.dr.dk\" \"DR\"}}"),
            p("{{link \"tel:98 76\"}}")
        )),
        "fejl[link-adresse] skabelon.docx, brødtekst, afsnit 1, mærket »{{link ondt}}«: »javascript:alert(1)« er ikke en adresse, som et link kan føre til. En adresse begynder med https://, http://, mailto: eller tel: og har ingen mellemrum.\n\
         fejl[link-adresse] skabelon.docx, brødtekst, afsnit 2, mærket »{{link \"www.dr.dk\" \"DR\"}}«: »www.dr.dk« er ikke en adresse, som et link kan føre til. En adresse begynder med https://, http://, mailto: eller tel: og har ingen mellemrum.\n\
         fejl[link-adresse] skabelon.docx, brødtekst, afsnit 3, mærket »{{link \"tel:98 76\"}}«: »tel:98 76« er ikke en adresse, som et link kan føre til. En adresse begynder med https://, http://, mailto: eller tel: og har ingen mellemrum.\n"
    );
}

#[test]
fn a_guarded_link_without_an_address_is_no_fault() {
    let package = done(&p("{{#if nej}}{{link ondt}}{{else if ja}}{{link web \"her\"}}{{/if}}"));
    assert_eq!(text(&part(&package, "word/document.xml")), "her\n");
}

#[test]
fn a_mailbox_needs_no_scheme() {
    let package = done(&p("{{link \"das@example.dk\"}}"));
    assert_eq!(text(&part(&package, "word/document.xml")), "das@example.dk\n");
    let relations = part(&package, "word/_rels/document.xml.rels");
    assert!(relations.contains("Target=\"mailto:das@example.dk\""), "{relations}");
}
