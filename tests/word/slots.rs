//! Rich text in the template's own styles.

use socialaftale::package::{Limits, Package};
use socialaftale::text::tree::{Block, Inline, RowEmphasis, Table};

use super::sample::{Shelf, drawing, heading, list, para, row, shelf, takster, words};
use super::small::{context, p, part, template, text, try_package};

#[track_caller]
fn package(body: &str, shelf: &Shelf) -> Package {
    match try_package(&template(body), &context(), shelf) {
        Ok(done) => Package::read(&done.bytes, "ud.docx", &Limits::DOCUMENT).unwrap(),
        Err(findings) => panic!("{findings}"),
    }
}

#[track_caller]
fn body(body: &str, shelf: &Shelf) -> String {
    part(&package(body, shelf), "word/document.xml")
}

#[test]
fn a_text_stands_in_a_control_that_carries_its_key() {
    let xml = body(&p("{{tekst \"kort\"}}"), &shelf());
    assert!(xml.contains("<w:body><w:sdt><w:sdtPr><w:alias w:val=\"kort\"/><w:tag w:val=\"kort\"/><w:id w:val=\"1\"/></w:sdtPr><w:sdtContent><w:p><w:r><w:t xml:space=\"preserve\">en kort tekst</w:t></w:r></w:p></w:sdtContent></w:sdt></w:body>"), "{xml}");
}

#[test]
fn a_short_text_may_stand_in_a_sentence_and_looks_like_it() {
    let sentence =
        "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>Her er {{tekst \"kort\"}}.</w:t></w:r></w:p>";
    let xml = body(sentence, &shelf());
    assert_eq!(text(&xml), "Her er en kort tekst.\n");
    assert_eq!(xml.matches("<w:b/>").count(), 3, "{xml}");
}

#[test]
fn headings_take_the_style_by_its_name() {
    let shelf = Shelf::default().text("a", "Vision", vec![heading(2, "Mål")]);
    let xml = body(&p("{{kapitel \"a\"}}"), &shelf);
    assert!(xml.contains("<w:pStyle w:val=\"Overskrift1\"/>"), "{xml}");
    // The template has no second heading, so Word's own is added.
    assert!(xml.contains("<w:pStyle w:val=\"Heading2\"/>"), "{xml}");
    assert!(xml.contains("<w:ilvl w:val=\"1\"/>"), "{xml}");
}

#[test]
fn each_numbered_list_counts_for_itself() {
    let shelf = Shelf::default().text(
        "a",
        "A",
        vec![list(Some(1), &["x"]), para("og"), list(Some(3), &["y"]), list(None, &["z"])],
    );
    let package = package(&p("{{tekst \"a\"}}"), &shelf);
    let numbering = part(&package, "word/numbering.xml");
    assert!(numbering.contains("<w:startOverride w:val=\"3\"/>"), "{numbering}");
    assert_eq!(numbering.matches("<w:num ").count(), 3);
    assert_eq!(numbering.matches("<w:abstractNum ").count(), 2);
}

#[test]
fn a_table_has_its_caption_head_and_widths() {
    let shelf = Shelf::default().table("t", takster());
    let xml = body(&p("{{tabel \"t\"}}"), &shelf);
    assert_eq!(
        text(&xml),
        "Tabel\u{a0}1. Takster i de nordjyske krisecentre\nKrisecenter | Driftsherre | Takst, kr. pr. døgn | \nAalborg Krisecenter | Aalborg Kommune | 2.139 | \nHjørring Krisecenter | Hjørring Kommune | 1.802 | \nGennemsnit |  | 1.970 | \nUden for gruppen | Region Nordjylland | 1.208 | \nKilde: kommunernes indberetning. Konstruerede tal.\n"
    );
    assert_eq!(xml.matches("<w:tblHeader/>").count(), 1);
    assert_eq!(xml.matches("<w:cantSplit/>").count(), 5);
    assert_eq!(xml.matches("<w:jc w:val=\"right\"/>").count(), 5);
    assert!(xml.contains("w:instr=\" SEQ Tabel \\* ARABIC \""), "{xml}");
    assert!(xml.contains("<w:tblCaption w:val=\"Takster i de nordjyske krisecentre\"/>"), "{xml}");
    let widths: u32 = xml
        .split("<w:gridCol w:w=\"")
        .skip(1)
        .map(|rest| rest.split('"').next().unwrap().parse::<u32>().unwrap())
        .sum();
    assert_eq!(widths, 9070);
}

#[test]
fn a_row_that_names_a_group_stands_out_and_never_ends_a_page() {
    let group = row(&["Forsorgshjem", "", ""], RowEmphasis::Group);
    let plain = row(&["Svenstrupgård", "Aalborg Kommune", "1.258"], RowEmphasis::Plain);
    // A table too long to stay on one page, so that nothing else keeps its rows together.
    let mut rows = vec![plain.clone(); 10];
    rows.insert(5, group);
    let shelf = Shelf::default().table("t", Table { rows, notes: Vec::new(), ..takster() });
    let xml = body(&p("{{tabel \"t\"}}"), &shelf);
    let found: Vec<&str> = xml.split("<w:tr>").filter(|row| row.contains("Forsorgshjem")).collect();
    let [named] = found[..] else { panic!("{xml}") };
    assert_eq!(named.matches("<w:keepNext/>").count(), 3, "{named}");
    assert_eq!(named.matches("<w:shd ").count(), 3, "{named}");
    assert!(named.contains("<w:b/>"), "{named}");
    let others = xml.split("<w:tr>").filter(|row| row.contains("Svenstrupgård"));
    for other in others {
        assert!(!other.contains("<w:shd ") && !other.contains("<w:b/>"), "{other}");
        assert!(!other.contains("<w:keepNext"), "{other}");
    }
}

#[test]
fn footnotes_are_footnotes() {
    let content = vec![words("Se"), Inline::Footnote(vec![para("Noten.")]), words(" her")];
    let shelf = Shelf::default().text("a", "A", vec![Block::Paragraph(content)]);
    let package = package(&p("{{tekst \"a\"}}"), &shelf);
    assert!(part(&package, "word/document.xml").contains("<w:footnoteReference w:id=\"1\"/>"));
    let notes = part(&package, "word/footnotes.xml");
    assert!(notes.contains("w:type=\"separator\""), "{notes}");
    assert!(notes.contains("<w:footnoteRef/>"), "{notes}");
    assert!(text(&notes).contains(" Noten."), "{notes}");
    assert!(part(&package, "[Content_Types].xml").contains("/word/footnotes.xml"));
    assert!(part(&package, "word/_rels/document.xml.rels").contains("Target=\"footnotes.xml\""));
}

#[test]
fn what_is_awaited_is_marked() {
    let shelf = Shelf::default().text("a", "A", vec![para("Antal: [afventer: Morsø]")]);
    let xml = body(&p("{{tekst \"a\"}}"), &shelf);
    assert!(xml.contains("<w:rStyle w:val=\"Afventer\"/></w:rPr><w:t xml:space=\"preserve\">[afventer: Morsø]</w:t>"), "{xml}");
}

#[test]
fn a_drawing_is_a_vector_with_pixels_to_fall_back_on() {
    let shelf = Shelf::default().figure("f", drawing());
    let package = package(&p("{{figur \"f\"}}"), &shelf);
    let xml = part(&package, "word/document.xml");
    assert!(
        xml.contains("descr=\"Søjlediagram: antallet af borgere vokser fra 2017 til 2019.\""),
        "{xml}"
    );
    assert!(xml.contains("asvg:svgBlip"), "{xml}");
    assert!(text(&xml).ends_with("Figur\u{a0}1. Borgere i målgruppen, 2017-2019\n"));
    assert!(package.part("word/media/figur1.png").unwrap().starts_with(b"\x89PNG"));
    assert!(package.part("word/media/figur2.svg").unwrap().starts_with(b"<svg"));
}

#[test]
fn links_and_references_lead_somewhere() {
    let package = package(
        &format!(
            "{}{}{}",
            p("{{kapitel \"vision\"}}"),
            p("{{tabel \"takster\"}}"),
            p("{{figur \"borgere\"}}")
        ),
        &shelf(),
    );
    let xml = part(&package, "word/document.xml");
    for anchor in xml.split("w:anchor=\"").skip(1).map(|rest| rest.split('"').next().unwrap()) {
        assert!(xml.contains(&format!("w:name=\"{anchor}\"")), "{anchor}");
    }
    let relations = part(&package, "word/_rels/document.xml.rels");
    assert!(relations.contains(
        "Target=\"https://www.nordjysksocialaftale.dk/?a=1&amp;b=2\" TargetMode=\"External\""
    ));
}

#[test]
fn a_table_of_contents_gets_its_entries() {
    let toc = "<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText> TOC \\o \"1-2\" \\h </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r></w:p><w:p><w:r><w:t>gammelt</w:t></w:r></w:p><w:p><w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:p>";
    let shelf = Shelf::default().text("a", "Vision", vec![heading(2, "Mål"), heading(3, "Dybt")]);
    let xml = body(&format!("{toc}{}", p("{{kapitel \"a\"}}")), &shelf);
    assert_eq!(text(&xml), "1⇥Vision⇥\n1.1⇥Mål⇥\nVision\nMål\nDybt\n");
    assert!(xml.contains("w:fldCharType=\"begin\" w:dirty=\"true\""), "{xml}");
    assert!(xml.contains(" PAGEREF _Toc00000002 \\h "), "{xml}");
    assert!(xml.contains("w:name=\"_Toc00000002\""), "{xml}");
}

#[test]
fn a_text_in_a_sentence_stands_in_a_control_that_carries_its_key() {
    let control = |id: u32| {
        format!(
            "<w:sdt><w:sdtPr><w:alias w:val=\"kort\"/><w:tag w:val=\"kort\"/><w:id w:val=\"{id}\"/></w:sdtPr><w:sdtContent><w:r><w:t xml:space=\"preserve\">en kort tekst</w:t></w:r></w:sdtContent></w:sdt>"
        )
    };
    let run = |words: &str| format!("<w:r><w:t xml:space=\"preserve\">{words}</w:t></w:r>");
    let xml = body(&p("Her er {{tekst \"kort\"}} og {{tekst \"kort\"}}."), &shelf());
    let expected = [run("Her er "), control(1), run(" og "), control(2), run(".")].concat();
    assert!(xml.contains(&format!("<w:body><w:p>{expected}</w:p></w:body>")), "{xml}");
}

#[test]
fn an_insertion_may_hold_a_control_but_a_link_stays_a_link() {
    let slot = "<w:r><w:t>se {{tekst \"kort\"}}</w:t></w:r>";
    let inserted = format!("<w:p><w:ins w:id=\"1\" w:author=\"a\">{slot}</w:ins></w:p>");
    let xml = body(&inserted, &shelf());
    assert!(xml.contains("</w:r><w:sdt><w:sdtPr><w:alias w:val=\"kort\"/>"), "{xml}");
    let linked = format!("<w:p><w:hyperlink w:anchor=\"_top\">{slot}</w:hyperlink></w:p>");
    let xml = body(&linked, &shelf());
    assert!(!xml.contains("w:sdt"), "{xml}");
    assert!(
        xml.contains("<w:r><w:t xml:space=\"preserve\">en kort tekst</w:t></w:r></w:hyperlink>"),
        "{xml}"
    );
}

#[test]
fn links_and_page_breaks_in_a_sentence_need_no_control() {
    let xml = body(&p("a {{link \"https://www.kl.dk\" \"KL\"}} b{{sideskift}}c"), &shelf());
    assert!(
        xml.contains("KL") && xml.contains("w:type=\"page\"") && !xml.contains("w:sdt"),
        "{xml}"
    );
}

#[test]
fn a_picture_in_a_sentence_has_a_control_too() {
    let figure =
        socialaftale::text::tree::Figure { caption: Vec::new(), notes: Vec::new(), ..drawing() };
    let xml = body(&p("Se {{figur \"f\"}} her"), &Shelf::default().figure("f", figure));
    assert!(
        xml.contains("<w:tag w:val=\"f\"/><w:id w:val=\"1\"/></w:sdtPr><w:sdtContent><w:r>"),
        "{xml}"
    );
    assert!(xml.contains("</w:drawing>"), "{xml}");
}
