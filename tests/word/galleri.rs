//! One finished document for each feature. The judges read these most closely: `galleri/NAME.txt`
//! is what LibreOffice must show of it, page header first, with the numbers that lists count.

use serde_json::json;
use socialaftale::merge::Context;
use socialaftale::package::{Limits, Package};
use socialaftale::text::tree::{Block, Field, Inline, List, SourcePoint};

use super::boxed::text_box;
use super::kept::keep_in_gallery;
use super::listed::{counting, item};
use super::sample::{Shelf, drawing, heading, list, para, reference, shelf, takster, words};
use super::small::{
    context, footer, footnotes, header, p, part, table, template, text, try_unjudged,
};
use super::whole::furnished;

/// Renders, leaves it with what it must show, and gives the body's text.
#[track_caller]
fn shown(name: &str, package: &Package, context: &Context, shelf: &Shelf) -> String {
    let package = furnished(&described(package));
    let done = try_unjudged(&package, context, shelf).unwrap_or_else(|f| panic!("{f}"));
    let expected = format!("{}/tests/word/galleri/{name}.txt", env!("CARGO_MANIFEST_DIR"));
    let expected = std::fs::read(&expected).unwrap_or_else(|error| panic!("{expected}: {error}"));
    keep_in_gallery(&format!("{name}.docx"), &done.bytes);
    keep_in_gallery(&format!("{name}.txt"), &expected);
    let package = Package::read(&done.bytes, name, &Limits::DOCUMENT).unwrap();
    text(&part(&package, "word/document.xml"))
}

/// The tables of the gallery say what they show, and that they have no header row.
fn described(package: &Package) -> Package {
    let said = "<w:tblPr><w:tblLook w:firstRow=\"0\"/><w:tblCaption w:val=\"Prøve\"/></w:tblPr>";
    let body = part(package, "word/document.xml").replace("<w:tblPr/>", said);
    let mut package = package.clone();
    package.set_part("word/document.xml", body.into_bytes());
    package
}

#[track_caller]
fn body(name: &str, xml: &str) -> String {
    shown(name, &template(xml), &context(), &shelf())
}

fn run(words: &str, format: &str) -> String {
    format!("<w:r><w:rPr>{format}</w:rPr><w:t xml:space=\"preserve\">{words}</w:t></w:r>")
}

fn paragraphs(lines: &[&str]) -> String {
    lines.iter().map(|line| p(line)).collect()
}

/// A package whose only section has that header and footer.
fn edged(xml: &str, head: &str, foot: &str) -> Package {
    let section = "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"rIdheader1xml\"/><w:footerReference w:type=\"default\" r:id=\"rIdfooter1xml\"/></w:sectPr>";
    let mut package = template(&format!("{xml}{section}"));
    package.set_part("word/header1.xml", header(&p(head)).into_bytes());
    package.set_part("word/footer1.xml", footer(&p(foot)).into_bytes());
    package
}

#[test]
fn split_tags() {
    let xml = format!(
        "<w:p>{}<w:proofErr w:type=\"spellStart\"/>{}<w:bookmarkStart w:id=\"1\" w:name=\"b\"/>{}<w:bookmarkEnd w:id=\"1\"/></w:p>",
        run("Hej {", ""),
        run("{na", "<w:b/>"),
        run("vn}} og {{#if\u{a0}(eq navn ”Birken”)}}velkommen{{/if}}.", "<w:i/>")
    );
    assert_eq!(body("delte-maerker", &xml), "Hej Birken og velkommen.\n");
}

#[test]
fn row_loop() {
    let xml = table(&[
        &["Tilbud", "Takst"],
        &["{{#each takster}}{{tilbud}}", "{{takst}}{{/each}}"],
        &["I alt", "3.347"],
    ]);
    assert_eq!(
        body("raekker", &format!("{xml}{}", p("Slut"))),
        "Tilbud | Takst | \nAalborg Krisecenter | 2.139 | \nSvenstrupgård | 1.208 | \nI alt | 3.347 | \nSlut\n"
    );
}

#[test]
fn nested_tables() {
    let inner = table(&[&["{{#each noter}}note {{this}}{{/each}}"]]);
    let cell = format!("<w:tc>{inner}{}</w:tc>", p("af {{tilbud}}{{/each}}"));
    let xml = format!(
        "<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w=\"3000\"/><w:gridCol w:w=\"5000\"/></w:tblGrid><w:tr><w:tc>{}</w:tc>{cell}</w:tr></w:tbl>{}",
        p("{{#each takster}}{{takst}}"),
        p("Slut")
    );
    assert_eq!(
        body("tabel-i-tabel", &xml),
        "2.139 | note a | \nnote b | \naf Aalborg Krisecenter | \n1.208 | af Svenstrupgård | \nSlut\n"
    );
}

#[test]
fn merged_cells() {
    let wide = |words: &str| {
        format!("<w:tc><w:tcPr><w:gridSpan w:val=\"2\"/></w:tcPr>{}</w:tc>", p(words))
    };
    let cell = |words: &str| format!("<w:tc>{}</w:tc>", p(words));
    let down = |merge: &str, words: &str| {
        format!("<w:tc><w:tcPr><w:vMerge{merge}/></w:tcPr>{}</w:tc>", p(words))
    };
    let xml = format!(
        "<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w=\"3000\"/><w:gridCol w:w=\"3000\"/></w:tblGrid><w:tr>{}</w:tr><w:tr>{}{}</w:tr><w:tr>{}{}</w:tr></w:tbl>{}",
        wide("{{#each takster}}{{tilbud}}"),
        down(" w:val=\"restart\"", "Takst"),
        cell("{{takst}}"),
        down("", ""),
        cell("kr.{{/each}}"),
        p("Slut")
    );
    assert_eq!(
        body("flettede-celler", &xml),
        "Aalborg Krisecenter | \nTakst | 2.139 | \n | kr. | \nSvenstrupgård | \nTakst | 1.208 | \n | kr. | \nSlut\n"
    );
}

#[test]
fn nested_blocks_and_else() {
    let xml = paragraphs(&[
        "{{#each takster}}",
        "{{tilbud}}",
        "{{#each noter}}",
        "– {{this}} hos {{../tilbud}}",
        "{{else}}",
        "Ingen noter.",
        "{{/each}}",
        "{{/each}}",
        "{{#if nej}}",
        "A",
        "{{else if ja}}",
        "B",
        "{{else}}",
        "C",
        "{{/if}}",
    ]);
    assert_eq!(
        body("blokke", &xml),
        "Aalborg Krisecenter\n– a hos Aalborg Krisecenter\n– b hos Aalborg Krisecenter\nSvenstrupgård\nIngen noter.\nB\n"
    );
}

#[test]
fn lists_that_begin_anew() {
    let xml = [
        p("{{#each takster}}"),
        p("{{tilbud}}"),
        item(&run("meld ind", "")),
        item(&run("betal {{takst}}", "")),
        p("{{/each}}"),
    ];
    let mut package = template(&xml.concat());
    counting(&mut package);
    assert_eq!(
        shown("lister", &package, &context(), &shelf()),
        "Aalborg Krisecenter\nmeld ind\nbetal 2.139\nSvenstrupgård\nmeld ind\nbetal 1.208\n"
    );
}

#[test]
fn header_footer_and_note() {
    let noted = format!(
        "<w:p>{}<w:r><w:rPr><w:vertAlign w:val=\"superscript\"/></w:rPr><w:footnoteReference w:id=\"1\"/></w:r></w:p>",
        run("Teksten om {{navn}}.", "")
    );
    let mut package = edged(&noted, "Hoved: {{aftale.titel}}", "Fod: {{navn}}");
    let mark = "<w:r><w:footnoteRef/></w:r>";
    let notes = format!(
        "<w:footnote w:type=\"separator\" w:id=\"-1\"><w:p><w:r><w:separator/></w:r></w:p></w:footnote><w:footnote w:type=\"continuationSeparator\" w:id=\"0\"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote><w:footnote w:id=\"1\"><w:p>{mark}{}</w:p></w:footnote>",
        run(" Note om {{navn}}.", "")
    );
    package.set_part("word/footnotes.xml", footnotes(&notes).into_bytes());
    assert_eq!(shown("hoved-fod-note", &package, &context(), &shelf()), "Teksten om Birken.\n");
}

/// Word keeps a text box twice, and both say the same.
#[test]
fn text_in_a_box() {
    let boxed = text_box(&p("I boksen: {{navn}}"), "Boks om {{navn}}");
    let xml = format!("{}<w:p>{boxed}</w:p>", p("Uden for: {{navn}}"));
    assert_eq!(body("tekstboks", &xml), "Uden for: Birken\nI boksen: Birken\nI boksen: Birken\n\n");
}

#[test]
fn rich_text() {
    let rich = Block::Paragraph(vec![
        words("Der er "),
        Inline::Strong(vec![words("ni borgere")]),
        words(", "),
        Inline::Emphasis(vec![words("ikke ti")]),
        words(", se "),
        reference("tabel:t"),
        words("."),
        Inline::Footnote(vec![para("Lov om social service.")]),
    ]);
    let nested = Block::List(List {
        start: None,
        items: vec![vec![para("Punkt"), list(Some(1), &["først", "siden"])]],
    });
    let table = Block::Directive(Field {
        source: "{{tabel \"t\"}}".to_owned(),
        at: SourcePoint::default(),
    });
    let blocks = vec![
        rich,
        heading(2, "Mål"),
        nested,
        list(Some(3), &["Tredje"]),
        Block::Quote(vec![para("Sæt borgeren fri.")]),
        table,
    ];
    let shelf = Shelf::default().text("a", "Vision", blocks).table("t", takster());
    let package = template(&format!("{}{}", p("{{kapitel \"a\"}}"), p("Slut")));
    assert_eq!(
        shown("rig-tekst", &package, &context(), &shelf),
        "Vision\nDer er ni borgere, ikke ti, se tabel\u{a0}1.\nMål\nPunkt\nførst\nsiden\nTredje\nSæt borgeren fri.\nTabel\u{a0}1. Takster i de nordjyske krisecentre\nKrisecenter | Driftsherre | Takst, kr. pr. døgn | \nAalborg Krisecenter | Aalborg Kommune | 2.139 | \nHjørring Krisecenter | Hjørring Kommune | 1.802 | \nGennemsnit |  | 1.970 | \nUden for gruppen | Region Nordjylland | 1.208 | \nKilde: kommunernes indberetning. Konstruerede tal.\nSlut\n"
    );
}

#[test]
fn chart() {
    let shelf = Shelf::default().figure("f", drawing());
    let xml = format!("{}{}", p("Før"), p("{{figur \"f\"}}"));
    assert_eq!(
        shown("figur", &template(&xml), &context(), &shelf),
        "Før\n\nFigur\u{a0}1. Borgere i målgruppen, 2017-2019\n"
    );
}

/// What LibreOffice misreads in a control's first paragraph: links, fields and notes.
#[test]
fn slots_that_begin_with_fields_and_notes() {
    let link = Inline::Link {
        url: "https://example.dk".to_owned(),
        content: vec![words("siden")],
        at: SourcePoint::default(),
    };
    let note = Inline::Footnote(vec![para("Se loven.")]);
    let content =
        vec![words("Som note"), note, words(" og på "), link, words(" i "), reference("tabel:t")];
    let shelf =
        Shelf::default().text("a", "A", vec![Block::Paragraph(content)]).table("t", takster());
    let body = format!("{}{}{}", p("{{tekst \"a\"}}"), p("{{tabel \"t\"}}"), p("Slut"));
    assert_eq!(
        shown("begynder-med-felter", &template(&body), &context(), &shelf),
        "Som note og på siden i tabel\u{a0}1\nTabel\u{a0}1. Takster i de nordjyske krisecentre\nKrisecenter | Driftsherre | Takst, kr. pr. døgn | \nAalborg Krisecenter | Aalborg Kommune | 2.139 | \nHjørring Krisecenter | Hjørring Kommune | 1.802 | \nGennemsnit |  | 1.970 | \nUden for gruppen | Region Nordjylland | 1.208 | \nKilde: kommunernes indberetning. Konstruerede tal.\nSlut\n"
    );
}

#[test]
fn hyperlink() {
    let link = format!(
        "<w:p>{}<w:hyperlink r:id=\"rId9\">{}</w:hyperlink></w:p>",
        run("Læs ", ""),
        run("om {{navn}}", "")
    );
    let mut package = template(&link);
    let relations = part(&package, "word/_rels/document.xml.rels").replace("</Relationships>", "<Relationship Id=\"rId9\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink\" Target=\"https://%7B%7Bnavn%7D%7D.dk\" TargetMode=\"External\"/></Relationships>");
    package.set_part("word/_rels/document.xml.rels", relations.into_bytes());
    assert_eq!(shown("hyperlink", &package, &context(), &shelf()), "Læs om Birken\n");
}

#[test]
fn a_section_for_each_item() {
    let section = "<w:pPr><w:sectPr><w:type w:val=\"nextPage\"/></w:sectPr></w:pPr>";
    let page = p("Side {{this}}").replace("<w:p>", &format!("<w:p>{section}"));
    let xml = format!("{}{page}{}{}", p("{{#each tal}}"), p("{{/each}}"), p("Slut"));
    assert_eq!(body("afsnit", &xml), "Side en\nSide to\nSide tre\nSlut\n");
}

#[test]
fn table_of_contents() {
    let field = |kind: &str| format!("<w:r><w:fldChar w:fldCharType=\"{kind}\"/></w:r>");
    let toc = format!(
        "<w:p>{}<w:r><w:instrText> TOC \\o \"1-2\" \\h </w:instrText></w:r>{}{}{}</w:p>",
        field("begin"),
        field("separate"),
        run("gammelt", ""),
        field("end")
    );
    let chapter = vec![heading(2, "Mål"), para("Vi vil noget.")];
    let shelf = Shelf::default().text("a", "Vision", chapter);
    let package = template(&format!("{toc}{}", p("{{kapitel \"a\"}}")));
    assert_eq!(
        shown("indhold", &package, &context(), &shelf),
        "1⇥Vision⇥\n1.1⇥Mål⇥\nVision\nMål\nVi vil noget.\n"
    );
}

#[test]
fn values_as_typed() {
    let mut context = context();
    context.set("navn", "<b>A & B</b>\nny linje\tog \"citat\"");
    context.set("odd", json!(["æøå", "²³", "日本", "a  b"]));
    let xml = paragraphs(&["{{navn}}", "{{#each odd}}{{this}}; {{/each}}"]);
    assert_eq!(
        shown("vaerdier", &template(&xml), &context, &shelf()),
        "<b>A & B</b>⏎ny linje⇥og \"citat\"\næøå; ²³; 日本; a  b; \n"
    );
}

#[test]
fn what_is_awaited() {
    assert_eq!(
        body("afventer", &p("J.nr. [afventer: journalnummer], {{navn}}")),
        "J.nr. [afventer: journalnummer], Birken\n"
    );
}
