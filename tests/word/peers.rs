//! What other programs for Word templates lack or do badly, a case for each; the first line of each
//! comment is the row of the comparison, or the complaint of their users.

use socialaftale::finding::Findings;
use socialaftale::merge::UseKind;
use socialaftale::package::Package;
use socialaftale::render::word::{Prepared, WordTemplate, commented};

use super::boxed::text_box;
use super::listed::{counting, item};
use super::sample::{Shelf, drawing, heading, list, para, shelf, takster};
use super::small::{
    body, context, faults, footer, header, p, part, read, rendered, table, template, text,
    try_package,
};

#[track_caller]
fn reads(xml: &str, expected: &str) {
    assert_eq!(text(&body(xml)), expected);
}

#[track_caller]
fn with(package: &Package, shelf: &Shelf) -> Package {
    let done = try_package(package, &context(), shelf).unwrap_or_else(|found| panic!("{found}"));
    Package::read(&done.bytes, "ud.docx", &socialaftale::package::Limits::DOCUMENT).unwrap()
}

#[track_caller]
fn refused(package: &Package) -> Findings {
    try_package(package, &context(), &Shelf::default()).expect_err("a fault")
}

fn runs(words: &[&str]) -> String {
    words.iter().map(|words| format!("<w:r><w:t>{words}</w:t></w:r>")).collect()
}

fn paragraphs(lines: &[&str]) -> String {
    lines.iter().map(|line| p(line)).collect()
}

/// Tag split over runs: over the edge of a link one peer writes XML that is none.
#[test]
fn a_tag_over_the_edge_of_a_link() {
    let xml = format!(
        "<w:p><w:bookmarkStart w:id=\"1\" w:name=\"x\"/><w:bookmarkEnd w:id=\"1\"/><w:hyperlink w:anchor=\"x\">{}</w:hyperlink>{}</w:p>",
        runs(&["se {{na"]),
        runs(&["vn}} her"])
    );
    reads(&xml, "se Birken her\n");
}

/// Tag split across a tracked insertion: an error in one peer, swallowed in another.
#[test]
fn a_tag_over_the_edge_of_an_insertion() {
    let inserted = format!("<w:ins w:id=\"1\" w:author=\"a\">{}</w:ins>", runs(&["{{na"]));
    reads(&format!("<w:p>{inserted}{}</w:p>", runs(&["vn}}"])), "Birken\n");
}

/// Row loop, tags in the row itself; loops in tables of one column (docxtemplater 612, 778).
#[test]
fn tags_in_the_row_that_is_repeated() {
    reads(
        &table(&[&["{{#each takster}}{{tilbud}}", "{{takst}}{{/each}}"]]),
        "Aalborg Krisecenter | 2.139 | \nSvenstrupgård | 1.208 | \n",
    );
    reads(&table(&[&["{{#each tal}}{{this}}{{/each}}"]]), "en | \nto | \ntre | \n");
}

/// Column loop: one peer has none, and four are not known to have one.
#[test]
fn a_column_for_each() {
    let turn = "{{#kolonner tal}}{{this}}{{/kolonner}}";
    let xml = table(&[&["År", turn], &["Navn", "{{#kolonner tal}}x{{/kolonner}}"]]);
    reads(&xml, "År | en | to | tre | \nNavn | x | x | x | \n");
}

/// Own-paragraph block leaves blanks (docxtpl 460, 499, 622; docx-templates 139).
#[test]
fn no_blank_paragraph_where_a_block_stood() {
    let xml = body(&paragraphs(&[
        "a",
        "{{#if nej}}",
        "b",
        "{{/if}}",
        "{{#each ingen}}",
        "{{/each}}",
        "c",
    ]));
    assert_eq!((text(&xml), xml.matches("<w:p>").count()), ("a\nc\n".to_owned(), 2));
}

/// List items, nested loops: one peer leaves eleven blank paragraphs for seven lines.
#[test]
fn nested_loops_over_items_of_a_list() {
    let items = |words: &str| item(&runs(&[words]));
    let xml = [
        p("{{#each takster}}"),
        items("{{tilbud}}"),
        p("{{#each noter}}"),
        items("{{this}}"),
        p("{{/each}}"),
        p("{{/each}}"),
    ];
    let mut package = template(&xml.concat());
    counting(&mut package);
    let xml = part(&rendered(&package), "word/document.xml");
    assert_eq!(text(&xml), "Aalborg Krisecenter\na\nb\nSvenstrupgård\n");
    assert_eq!((xml.matches("<w:p>").count(), xml.matches("<w:numPr>").count()), (4, 4));
}

/// List numbering restarts per iteration (docxtpl 425, docxtemplater 662): no peer.
#[test]
fn a_list_in_a_loop_counts_from_one_in_each_turn() {
    let xml = [p("{{#each takster}}"), p("{{tilbud}}"), item(&runs(&["meld"])), p("{{/each}}")];
    let mut package = template(&xml.concat());
    counting(&mut package);
    let done = rendered(&package);
    let body = part(&done, "word/document.xml");
    let numbering = part(&done, "word/numbering.xml");
    for num in ["2", "3"] {
        assert_eq!(body.matches(&format!("<w:numId w:val=\"{num}\"/>")).count(), 1, "{body}");
        let (_, num) = numbering.split_once(&format!("<w:num w:numId=\"{num}\">")).unwrap();
        let (num, _) = num.split_once("</w:num>").unwrap();
        assert!(num.contains("<w:startOverride w:val=\"1\"/>"), "{num}");
    }
}

/// Header / footer / core property: one peer reads no footers, two no properties.
#[test]
fn headers_footers_and_properties_are_read() {
    let mut package = template(&p("x"));
    package.set_part("word/header1.xml", header(&p("{{navn}}")).into_bytes());
    package.set_part("word/footer1.xml", footer(&p("{{#if ja}}{{navn}}{{/if}}")).into_bytes());
    let core = "<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\"><cp:category>{{navn}}</cp:category></cp:coreProperties>";
    package.set_part("docProps/core.xml", core.as_bytes());
    let done = rendered(&package);
    assert_eq!(text(&part(&done, "word/header1.xml")), "Birken\n");
    assert_eq!(text(&part(&done, "word/footer1.xml")), "Birken\n");
    assert!(part(&done, "docProps/core.xml").contains("<cp:category>Birken</cp:category>"));
}

/// Ids renewed in copies (docxtpl 325, docxtemplater 574): drawings in three peers, the rest in none.
#[test]
fn every_copy_has_ids_of_its_own() {
    let marked = format!(
        "<w:p xmlns:w14=\"http://schemas.microsoft.com/office/word/2010/wordml\" w14:paraId=\"00000001\"><w:bookmarkStart w:id=\"1\" w:name=\"b\"/>{}<w:bookmarkEnd w:id=\"1\"/></w:p>",
        text_box(&p("{{this}}"), "Boks")
    );
    let xml = body(&format!("{}{marked}{}", p("{{#each tal}}"), p("{{/each}}")));
    for once in [
        "<wp:docPr id=\"1\"",
        "<wp:docPr id=\"2\"",
        "<wp:docPr id=\"3\"",
        "w:name=\"b\"",
        "w:name=\"b_2\"",
        "w:name=\"b_3\"",
        "w14:paraId=\"00000001\"",
    ] {
        assert_eq!(xml.matches(once).count(), 1, "{once}: {xml}");
    }
}

/// Emptied cell still has a paragraph (M2Doc 158): two peers write a file that Word refuses.
#[test]
fn an_emptied_cell_has_a_paragraph() {
    let cell = format!("<w:tc>{}</w:tc>", paragraphs(&["{{#if nej}}", "væk", "{{/if}}"]));
    let grid = "<w:tblGrid><w:gridCol w:w=\"2000\"/></w:tblGrid>";
    let xml = body(&format!("<w:tbl><w:tblPr/>{grid}<w:tr>{cell}</w:tr></w:tbl>"));
    assert!(xml.contains("<w:tc><w:p/></w:tc>"), "{xml}");
}

/// All rows gone, table removed: elsewhere an empty row or a table without rows stays.
#[test]
fn a_table_goes_with_its_last_row() {
    reads(
        &format!("{}{}", table(&[&["{{#each ingen}}{{this}}", "{{/each}}"]]), p("Slut")),
        "Slut\n",
    );
}

/// Rich text: raw XML, sold apart, or lost styles (docxtpl 12, 68, 120, 160, 388; carbone 115).
#[test]
fn rich_text_comes_in_the_styles_of_the_template() {
    let blocks = vec![heading(2, "Mål"), para("Ord"), list(Some(1), &["Et"])];
    let shelf = Shelf::default().text("a", "Vision", blocks);
    let done = with(&template(&p("{{kapitel \"a\"}}")), &shelf);
    let xml = part(&done, "word/document.xml");
    assert_eq!(text(&xml), "Vision\nMål\nOrd\nEt\n");
    assert!(xml.contains("<w:pStyle w:val=\"Overskrift1\"/>"), "{xml}");
}

/// Images / alt text; charts: in a header one peer writes a file that Word refuses.
#[test]
fn a_chart_in_a_header_has_its_picture_and_alternative_text() {
    let mut package = template(&p("x"));
    package.set_part("word/header1.xml", header(&p("{{figur \"f\"}}")).into_bytes());
    let done = with(&package, &Shelf::default().figure("f", drawing()));
    let xml = part(&done, "word/header1.xml");
    assert!(xml.contains("descr=\"Søjlediagram: antallet"), "{xml}");
    let relations = part(&done, "word/_rels/header1.xml.rels");
    assert!(relations.contains("Target=\"media/figur1.png\""), "{relations}");
}

/// Hyperlinks: their address may be a tag; two peers have none.
#[test]
fn the_address_of_a_link_is_merged() {
    let link = format!("<w:p><w:hyperlink r:id=\"rId9\">{}</w:hyperlink></w:p>", runs(&["her"]));
    let mut package = template(&link);
    let entry = "<Relationship Id=\"rId9\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink\" Target=\"mailto:{{navn}}@example.dk\" TargetMode=\"External\"/></Relationships>";
    let relations = part(&package, "word/_rels/document.xml.rels");
    let relations = relations.replace("</Relationships>", entry);
    package.set_part("word/_rels/document.xml.rels", relations.into_bytes());
    let done = part(&rendered(&package), "word/_rels/document.xml.rels");
    assert!(done.contains("Target=\"mailto:Birken@example.dk\""), "{done}");
}

/// TOC / fields refreshed (docxtpl 137, docxtemplater 457), without Word asking (docx 1212).
#[test]
fn a_table_of_contents_names_the_headings_and_word_asks_nothing() {
    let field = |kind: &str| format!("<w:r><w:fldChar w:fldCharType=\"{kind}\"/></w:r>");
    let toc = format!(
        "<w:p>{}<w:r><w:instrText> TOC \\o \"1-1\" </w:instrText></w:r>{}{}{}</w:p>",
        field("begin"),
        field("separate"),
        runs(&["gammelt"]),
        field("end")
    );
    let shelf = Shelf::default().text("a", "Vision", vec![para("Ord")]);
    let done = with(&template(&format!("{toc}{}", p("{{kapitel \"a\"}}"))), &shelf);
    assert_eq!(text(&part(&done, "word/document.xml")), "1⇥Vision⇥\nVision\nOrd\n");
    let settings = done.part("word/settings.xml").unwrap_or_default().to_vec();
    assert!(!String::from_utf8(settings).unwrap().contains("updateFields"));
}

/// All errors at once; error position (docxtpl 256, 319, 378): one peer of seven, by offset.
#[test]
fn all_faults_of_all_parts_are_told_each_with_its_place() {
    let cells = table(&[&["ok", "{{#if ja}}"], &["x", "y"]]);
    let mut package = template(&format!("{}{cells}", p("{{/each}}")));
    package.set_part("word/header1.xml", header(&p("{{navn")).into_bytes());
    package.set_part("word/footer1.xml", footer(&p("{{navnn}}")).into_bytes());
    let found: Vec<String> = refused(&package)
        .to_string()
        .lines()
        .map(|line| line.split(": ").next().unwrap().to_owned())
        .collect();
    assert_eq!(
        found,
        [
            "fejl[blok-ikke-aabnet] skabelon.docx, brødtekst, afsnit 1, mærket »{{/each}}«",
            "fejl[blok-ikke-lukket] skabelon.docx, brødtekst, tabel 1, række 1, celle 2, mærket »{{#if ja}}«",
            "fejl[ukendt-felt] skabelon.docx, sidefod, afsnit 1, mærket »{{navnn}}«",
            "fejl[felt-ikke-lukket] skabelon.docx, sidehoved, afsnit 1, mærket »{{navn«",
        ]
    );
}

/// Missing variable (docxtemplater 181, 343; docx-templates 55): blank, or the word "undefined".
#[test]
fn a_missing_value_is_a_finding_unless_it_is_said_to_be_optional() {
    let found = faults(&p("{{navnn}}"));
    assert!(found.contains("navnn") && found.contains("»navn«"), "{found}");
    reads(&p("({{valgfri navnn}})"), "()\n");
}

/// Escaping of < &: off by default in one peer; a lone brace breaks the file of another.
#[test]
fn no_data_and_no_brace_breaks_the_file() {
    let mut context = context();
    context.set("navn", "<w:p/> & \"to\"");
    let package = template(&p("a { b } {{navn}}"));
    let done = try_package(&package, &context, &Shelf::default()).unwrap();
    let done =
        Package::read(&done.bytes, "ud.docx", &socialaftale::package::Limits::DOCUMENT).unwrap();
    assert_eq!(text(&part(&done, "word/document.xml")), "a { b } <w:p/> & \"to\"\n");
}

/// Newline in value: a raw newline, which Word shows as a space, in two peers.
#[test]
fn a_line_break_in_a_value_is_one_in_word() {
    let mut context = context();
    context.set("navn", "en\nto");
    let done = try_package(&template(&p("{{navn}}")), &context, &Shelf::default()).unwrap();
    let done =
        Package::read(&done.bytes, "ud.docx", &socialaftale::package::Limits::DOCUMENT).unwrap();
    let xml = part(&done, "word/document.xml");
    assert!(xml.contains("en</w:t><w:br/><w:t"), "{xml}");
}

/// Same bytes twice: no peer.
#[test]
fn the_same_bytes_twice() {
    let package = template(&paragraphs(&["{{kapitel \"vision\"}}", "{{kapitel \"takster\"}}"]));
    let make = || try_package(&package, &context(), &shelf()).unwrap().bytes;
    assert!(make() == make());
}

/// New header-row flags (poi-tl 602, 1074) and language: no option found in any peer.
#[test]
fn a_new_table_has_a_header_row_and_the_document_a_language() {
    let done = with(&template(&p("{{tabel \"t\"}}")), &Shelf::default().table("t", takster()));
    assert_eq!(part(&done, "word/document.xml").matches("<w:tblHeader/>").count(), 1);
    assert!(part(&done, "word/styles.xml").contains("<w:lang w:val=\"da-DK\"/>"));
    assert!(part(&done, "docProps/core.xml").contains("<dc:language>da-DK</dc:language>"));
}

/// Several rows per item, or close and open tag in one row (easy-template-x 48, 85; poi-tl 1118).
#[test]
fn two_rows_for_each_and_one_row_that_ends_a_loop_and_begins_another() {
    let xml = table(&[
        &["{{#each takster}}{{tilbud}}"],
        &["{{takst}}"],
        &["{{/each}}{{#each tal}}"],
        &["{{this}}"],
        &["{{/each}}"],
    ]);
    reads(
        &xml,
        "Aalborg Krisecenter | \n2.139 | \nSvenstrupgård | \n1.208 | \nen | \nto | \ntre | \n",
    );
}

/// Section breaks in loops (docxtemplater 527).
#[test]
fn a_section_for_each_turn() {
    let page = p("{{this}}").replace("<w:p>", "<w:p><w:pPr><w:sectPr/></w:pPr>");
    let xml = body(&format!("{}{page}{}", p("{{#each tal}}"), p("{{/each}}")));
    assert_eq!((text(&xml), xml.matches("<w:sectPr").count()), ("en\nto\ntre\n".to_owned(), 3));
}

/// Typographic quotes in tags (docx-templates PR 152); non-breaking space after #if.
#[test]
fn quotes_and_spaces_as_word_types_them() {
    reads(&p("{{#if\u{a0}(eq navn „Birken“)}}ja{{else}}nej{{/if}}"), "ja\n");
    reads(&p("{{#if (eq navn »Birken«)}}ja{{else}}nej{{/if}}"), "ja\n");
}

/// Merged cells (docxtpl 522, poi-tl 802).
#[test]
fn cells_merged_over_columns_and_rows_stay_merged_in_every_turn() {
    let cell = |properties: &str, words: &str| {
        format!("<w:tc><w:tcPr>{properties}</w:tcPr>{}</w:tc>", p(words))
    };
    let rows = format!(
        "<w:tr>{}{}</w:tr><w:tr>{}{}{}</w:tr>",
        cell("<w:vMerge w:val=\"restart\"/>", "{{#each tal}}{{this}}"),
        cell("<w:gridSpan w:val=\"2\"/>", "a"),
        cell("<w:vMerge/>", ""),
        cell("", "b"),
        cell("", "c{{/each}}")
    );
    let grid = "<w:gridCol w:w=\"1500\"/>".repeat(3);
    let xml = body(&format!("<w:tbl><w:tblPr/><w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"));
    assert_eq!(
        text(&xml),
        "en | a | \n | b | c | \nto | a | \n | b | c | \ntre | a | \n | b | c | \n"
    );
    for kept in ["<w:gridSpan w:val=\"2\"/>", "<w:vMerge w:val=\"restart\"/>", "<w:vMerge/>"] {
        assert_eq!(xml.matches(kept).count(), 3, "{xml}");
    }
}

/// gt with a decimal: whole numbers only in one peer.
#[test]
fn decimals_are_compared() {
    reads(&p("{{#if (gt \"2,5\" \"2,45\")}}ja{{else}}nej{{/if}}"), "ja\n");
}

/// Cell merge / shading: sold apart in one peer, none in three.
#[test]
fn cells_take_colour_and_breadth_from_data() {
    let mut context = context();
    context.set("farve", "grøn");
    context.set("bredde", "2");
    let cells = table(&[
        &["{{celle farve=farve}}i mål", "a", "b"],
        &["{{celle over=bredde}}samlet", "", "c"],
    ]);
    let done = try_package(&template(&cells), &context, &Shelf::default()).unwrap();
    let xml = part(&read(&done), "word/document.xml");
    assert!(xml.contains("w:fill=\"D8ECD8\"/></w:tcPr>"), "{xml}");
    assert!(xml.contains("<w:gridSpan w:val=\"2\"/>"), "{xml}");
    assert_eq!(text(&xml), "i mål | a | b | \nsamlet | c | \n");
}

/// Sub-documents: sold apart in one peer, none in three; misplaced ones break the file (docxtpl 565).
#[test]
fn a_whole_word_file_comes_in_and_one_in_mid_sentence_is_told_of() {
    let shelf = Shelf::default().document("bilag/brev.docx", &template(&p("Kære alle")).write());
    let xml =
        part(&with(&template(&p("{{dokument \"bilag/brev.docx\"}}")), &shelf), "word/document.xml");
    assert_eq!(text(&xml), "Kære alle\n");
    let found =
        try_package(&template(&p("Se {{dokument \"bilag/brev.docx\"}}.")), &context(), &shelf);
    assert!(found.unwrap_err().to_string().contains("afsnit 1, mærket »{{dokument"));
}

/// List of variables: four peers give names, none says where each stands or what a loop makes of it.
#[test]
fn a_template_tells_what_it_uses_and_where() {
    let package =
        template(&paragraphs(&["{{#each takster}}", "{{tilbud}} {{../navn}}", "{{/each}}"]));
    let bytes = package.write();
    let opened = Prepared::open(&WordTemplate { name: "skabelon.docx", bytes: &bytes }).unwrap();
    let uses: Vec<(UseKind, String)> =
        opened.check().uses.into_iter().map(|used| (used.kind, used.name)).collect();
    let fields: Vec<&str> = uses
        .iter()
        .filter(|(kind, _)| *kind == UseKind::Field)
        .map(|(_, name)| name.as_str())
        .collect();
    assert_eq!(fields, ["takster", "takster[].tilbud", "navn"]);
}

/// Error position, as Word comments: sold apart in one peer, none in the rest.
#[test]
fn faults_stand_as_comments_in_a_copy_of_the_template() {
    let bytes = template(&p("{{kroner x}}")).write();
    let file = WordTemplate { name: "skabelon.docx", bytes: &bytes };
    let findings = Prepared::open(&file).unwrap().check().findings;
    let copy = commented(&file, &findings).unwrap();
    let copy = Package::read(&copy, "kopi.docx", &socialaftale::package::Limits::DOCUMENT).unwrap();
    assert!(
        part(&copy, "word/comments.xml").contains("Der findes ingen hjælper, der hedder »kroner«.")
    );
    assert!(part(&copy, "word/document.xml").contains("<w:commentReference w:id=\"1\"/>"));
}
