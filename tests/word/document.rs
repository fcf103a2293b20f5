//! Word files put whole into a document.

use socialaftale::package::Package;

use super::sample::Shelf;
use super::small::{context, header, p, part, read, table, template, text, try_package};

const W: &str = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

fn relation(id: &str, kind: &str, target: &str, mode: &str) -> String {
    format!("<Relationship Id=\"{id}\" Type=\"{OFFICE}/{kind}\" Target=\"{target}\"{mode}/>")
}

/// A file with one of everything that must come along, and a page layout that must not.
fn guide() -> Package {
    let mut package = template(&format!(
        "<w:p><w:pPr><w:pStyle w:val=\"H1\"/></w:pPr><w:bookmarkStart w:id=\"7\" w:name=\"_Ref000001\"/><w:r><w:t>Vejledning</w:t></w:r><w:bookmarkEnd w:id=\"7\"/></w:p>\
         <w:p><w:pPr><w:pStyle w:val=\"Boks\"/><w:sectPr><w:pgSz w:w=\"16838\" w:h=\"11906\"/></w:sectPr></w:pPr><w:r><w:t>Skriv {{{{navn}}}} her</w:t></w:r><w:r><w:footnoteReference w:id=\"2\"/></w:r></w:p>\
         <w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"4\"/></w:numPr></w:pPr><w:hyperlink r:id=\"rId7\"><w:r><w:t>et link</w:t></w:r></w:hyperlink><w:hyperlink w:anchor=\"_Ref000001\"><w:r><w:t>op</w:t></w:r></w:hyperlink></w:p>\
         <w:p><w:r><w:instrText>REF _Ref000001 \\h</w:instrText></w:r></w:p>{}<w:sectPr><w:headerReference w:type=\"default\" r:id=\"rId8\"/></w:sectPr>",
        table(&[&["a", "b"]])
    ));
    package.set_part("word/styles.xml", format!("<w:styles {W}><w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"N\"><w:name w:val=\"Normal\"/></w:style><w:style w:type=\"paragraph\" w:styleId=\"H1\"><w:name w:val=\"heading 1\"/></w:style><w:style w:type=\"paragraph\" w:styleId=\"Boks\"><w:name w:val=\"Boks\"/><w:basedOn w:val=\"N\"/><w:pPr><w:ind w:left=\"99\"/></w:pPr></w:style></w:styles>").into_bytes());
    package.set_part("word/numbering.xml", format!("<w:numbering {W}><w:abstractNum w:abstractNumId=\"3\"><w:lvl w:ilvl=\"0\"><w:numFmt w:val=\"lowerRoman\"/></w:lvl></w:abstractNum><w:num w:numId=\"4\"><w:abstractNumId w:val=\"3\"/></w:num></w:numbering>").into_bytes());
    package.set_part(
        "word/footnotes.xml",
        format!(
            "<w:footnotes {W}><w:footnote w:id=\"2\">{}</w:footnote></w:footnotes>",
            p("En note")
        )
        .into_bytes(),
    );
    let links = [
        relation("rId1", "styles", "styles.xml", ""),
        relation("rId2", "numbering", "numbering.xml", ""),
        relation("rId3", "footnotes", "footnotes.xml", ""),
        relation("rId7", "hyperlink", "https://example.dk/", " TargetMode=\"External\""),
    ];
    package.set_part("word/_rels/document.xml.rels", format!("<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{}</Relationships>", links.concat()).into_bytes());
    package
}

fn shelf() -> Shelf {
    Shelf::default().document("tekster/vejledning.docx", &guide().write())
}

const ASKED: &str = "{{dokument \"tekster/vejledning.docx\"}}";

fn done(package: &Package) -> Package {
    let done = try_package(package, &context(), &shelf()).unwrap_or_else(|f| panic!("{f}"));
    assert_eq!(done.findings.to_string(), "");
    read(&done)
}

#[test]
fn a_file_stands_in_a_control_that_carries_its_path() {
    let xml = part(&done(&template(&p(ASKED))), "word/document.xml");
    assert!(xml.contains("<w:body><w:sdt><w:sdtPr><w:alias w:val=\"tekster/vejledning.docx\"/><w:tag w:val=\"tekster/vejledning.docx\"/><w:id w:val=\"1\"/></w:sdtPr><w:sdtContent><w:p>"), "{xml}");
    assert_eq!(text(&xml), "Vejledning\nSkriv {{navn}} her\net linkop\n\na | b | \n");
}

#[test]
fn its_styles_lists_notes_and_links_come_along_and_its_page_layout_does_not() {
    let done = done(&template(&p(ASKED)));
    let xml = part(&done, "word/document.xml");
    // The template's own style of that name, whatever its id.
    assert!(xml.contains("<w:pStyle w:val=\"Overskrift1\"/>"), "{xml}");
    let styles = part(&done, "word/styles.xml");
    assert!(styles.contains("<w:style w:type=\"paragraph\" w:styleId=\"Boks\"><w:name w:val=\"Boks\"/><w:basedOn w:val=\"Normal\"/>"), "{styles}");
    assert!(part(&done, "word/numbering.xml").contains("lowerRoman"));
    assert_eq!(text(&part(&done, "word/footnotes.xml")).matches("En note").count(), 1);
    assert!(part(&done, "word/_rels/document.xml.rels").contains("Target=\"https://example.dk/\""));
    assert!(!xml.contains("w:sectPr"), "{xml}");
}

#[test]
fn each_copy_has_bookmarks_of_its_own_and_leads_to_them() {
    let xml = part(&done(&template(&format!("{}{}", p(ASKED), p(ASKED)))), "word/document.xml");
    for copy in ["_Dok1_1", "_Dok2_1"] {
        for said in [
            format!("w:name=\"{copy}\""),
            format!("w:anchor=\"{copy}\""),
            format!("REF {copy} \\h"),
        ] {
            assert_eq!(xml.matches(&said).count(), 1, "{said}: {xml}");
        }
    }
    assert!(!xml.contains("_Ref000001"), "{xml}");
}

#[test]
fn it_may_stand_in_a_cell_and_in_a_page_header() {
    let xml = part(&done(&template(&table(&[&[ASKED, "x"]]))), "word/document.xml");
    // A cell ends in a paragraph, even after a table.
    assert!(xml.contains("</w:tbl></w:sdtContent></w:sdt><w:p/></w:tc>"), "{xml}");
    let mut package = template(&p("x"));
    package.set_part("word/header1.xml", header(&p(ASKED)).into_bytes());
    let findings = try_package(&package, &context(), &shelf()).unwrap_err();
    assert_eq!(
        findings.to_string(),
        "fejl[note-forkert-sted] skabelon.docx, sidehoved, afsnit 1, mærket »{{dokument \"tekster/vejledning.docx\"}}«: »tekster/vejledning.docx« har en note, men den kan kun stå i brødteksten. Sæt teksten ind i brødteksten, eller fjern noten.\n"
    );
    let mut file = guide();
    let body = part(&file, "word/document.xml").replace("<w:footnoteReference w:id=\"2\"/>", "");
    file.set_part("word/document.xml", body.into_bytes());
    let shelf = Shelf::default().document("tekster/vejledning.docx", &file.write());
    let done = read(&try_package(&package, &context(), &shelf).unwrap());
    assert!(text(&part(&done, "word/header1.xml")).starts_with("Vejledning\n"));
    let links = part(&done, "word/_rels/header1.xml.rels");
    assert!(links.contains("Target=\"https://example.dk/\""), "{links}");
}

#[test]
fn a_file_that_is_not_there_or_is_no_document_is_told_of() {
    let findings = |body: &str, shelf: &Shelf| {
        try_package(&template(body), &context(), shelf).unwrap_err().to_string()
    };
    assert_eq!(
        findings(&p("{{dokument \"tekster/vejledningen.docx\"}}"), &shelf()),
        "fejl[ukendt-dokument] skabelon.docx, brødtekst, afsnit 1, mærket »{{dokument \"tekster/vejledningen.docx\"}}«: Der findes intet Word-dokument i inputs/ med stien »tekster/vejledningen.docx«. Mente du »tekster/vejledning.docx«?\n"
    );
    assert_eq!(
        findings(&p("{{dokument navn}}"), &shelf()),
        "fejl[ukendt-dokument] skabelon.docx, brødtekst, afsnit 1, mærket »{{dokument navn}}«: Der findes intet Word-dokument i inputs/ med stien »Birken«.\n"
    );
    assert_eq!(
        findings(&p(&format!("Se {ASKED}")), &shelf()),
        "fejl[dokument-midt-i-afsnit] skabelon.docx, brødtekst, afsnit 1, mærket »{{dokument \"tekster/vejledning.docx\"}}«: »tekster/vejledning.docx« er et helt dokument og kan ikke stå midt i et afsnit. Giv mærket et afsnit for sig selv.\n"
    );
    let empty = Shelf::default().document("tekster/vejledning.docx", &Package::new().write());
    assert!(
        findings(&p(ASKED), &empty)
            .contains("inputs/tekster/vejledning.docx: Filen er ikke et Word-dokument.")
    );
    let broken = Shelf::default().document("tekster/vejledning.docx", b"hej");
    assert!(findings(&p(ASKED), &broken).starts_with("fejl["), "{}", findings(&p(ASKED), &broken));
}
