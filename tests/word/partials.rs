//! Partials: defined in the template itself, or files of their own, which are grafted in.

use socialaftale::finding::Findings;
use socialaftale::package::{Limits, Package};
use socialaftale::render::word::{Prepared, WordPartial, WordTemplate};

use super::sample::Shelf;
use super::small::{
    W, body, context, faults, header, note_reference, notes, options, p, part, relate, table,
    template, text,
};

fn called(host: &Package, files: &[(&str, &Package)]) -> Result<Package, Findings> {
    let bytes = host.write();
    let template = WordTemplate { name: "skabelon.docx", bytes: &bytes };
    let files: Vec<(String, String, Vec<u8>)> = files
        .iter()
        .map(|(name, file)| ((*name).to_owned(), format!("delt/{name}.docx"), file.write()))
        .collect();
    let partials: Vec<WordPartial<'_>> =
        files.iter().map(|(name, file, bytes)| WordPartial { name, file, bytes }).collect();
    let done = Prepared::open_with(&template, &partials)?;
    let done = done.render(&context(), &Shelf::default(), &options())?;
    Ok(Package::read(&done.bytes, "ud.docx", &Limits::DOCUMENT).unwrap())
}

#[track_caller]
fn reads(host: &str, file: &str, expected: &str) {
    let done = called(&template(host), &[("hilsen", &template(file))]);
    let xml = part(&done.unwrap_or_else(|faults| panic!("{faults}")), "word/document.xml");
    assert_eq!(text(&xml), expected);
    assert!(!xml.contains("tmp:"), "{xml}");
}

#[track_caller]
fn refused(host: &str, file: &str, expected: &str) {
    let done = called(&template(host), &[("hilsen", &template(file))]);
    assert_eq!(done.unwrap_err().to_string(), expected);
}

#[test]
fn a_file_comes_in_where_it_is_called_and_sees_what_is_around() {
    let file = format!("{}{}<w:sectPr/>", p("Kære {{navn}}"), p("{{this.tilbud}} ({{@index}})"));
    let host = format!("{}{}{}", p("{{#each takster}}"), p("{{> hilsen}}"), p("{{/each}}"));
    let file = file.replace("{{navn}}", "{{@root.navn}}");
    reads(&host, &file, "Kære Birken\nAalborg Krisecenter (0)\nKære Birken\nSvenstrupgård (1)\n");
}

#[test]
fn a_file_is_given_a_value_or_named_ones() {
    reads(
        &format!("{}{}", p("{{#each takster}}{{> hilsen this slags=\"Takst\"}}"), p("{{/each}}")),
        &p("{{slags}}: {{takst}}"),
        "Takst: 2.139\nTakst: 1.208\n",
    );
    reads(&p("{{> hilsen takster.[0]}}"), &p("{{takst}}"), "2.139\n");
}

#[test]
fn a_file_in_a_cell_leaves_the_cell_whole() {
    reads(&table(&[&["{{> hilsen}}", "b"]]), &format!("{}{}", p("et"), p("to")), "et\nto | b | \n");
}

#[test]
fn files_may_call_one_another() {
    let host = template(&p("{{> a}}"));
    let (a, b) = (template(&format!("{}{}", p("a"), p("{{> b}}"))), template(&p("b {{navn}}")));
    let done = called(&host, &[("a", &a), ("b", &b)]).unwrap();
    assert_eq!(text(&part(&done, "word/document.xml")), "a\nb Birken\n");
}

#[test]
fn faults_in_a_file_name_the_file() {
    refused(
        &p("{{> hilsen}}"),
        &format!("{}{}", p("Kære"), p("{{nvn}}")),
        "fejl[ukendt-felt] delt/hilsen.docx, brødtekst, afsnit 2, mærket »{{nvn}}«: Der findes intet felt, der hedder »nvn«. Mente du »navn«?\n",
    );
    refused(
        &p("{{> hilsen}}"),
        &p("{{#if ja}}"),
        "fejl[blok-ikke-lukket] delt/hilsen.docx, brødtekst, afsnit 1, mærket »{{#if ja}}«: Blokken {{#if ja}} er åbnet (afsnit 1), men ikke lukket, før delen »brødtekst« slutter. Sæt {{/if}} ind, hvor blokken skal slutte.\n",
    );
    let host = template(&p("{{> hilsen}}"));
    let mut broken = Package::new();
    broken.set_part("a", "b".as_bytes());
    let found = called(&host, &[("hilsen", &broken)]).unwrap_err().to_string();
    assert_eq!(
        found,
        "fejl[skabelon-beskadiget] delt/hilsen.docx, brødtekst: Delskabelonen kan ikke læses. Åbn den i Word, og gem den på ny som .docx.\n"
    );
}

#[test]
fn whole_paragraphs_cannot_stand_in_a_sentence() {
    refused(
        &p("Se {{> hilsen}} her"),
        &p("x"),
        "fejl[delskabelon-midt-i-afsnit] skabelon.docx, brødtekst, afsnit 1, mærket »{{> hilsen}}«: Det, som {{> hilsen}} sætter ind, har hele afsnit og kan ikke stå midt i et afsnit. Giv mærket et afsnit for sig selv.\n",
    );
    let inline =
        format!("{}{}{}{}", p("{{#*inline \"a\"}}"), p("x"), p("{{/inline}}"), p("Se {{> a}} her"));
    assert!(faults(&inline).starts_with("fejl[delskabelon-midt-i-afsnit]"));
}

#[test]
fn a_partial_that_calls_itself_is_told_of() {
    refused(
        &p("{{> hilsen}}"),
        &p("{{> hilsen}}"),
        "fejl[delskabelon-i-ring] delt/hilsen.docx, brødtekst, afsnit 1, mærket »{{> hilsen}}«: Delskabelonen »hilsen« sætter sig selv ind og ville aldrig slutte. Fjern mærket {{> hilsen}} i delskabelonen eller i en, som den kalder.\n",
    );
}

#[test]
fn an_unknown_partial_is_told_of_with_the_nearest_name() {
    refused(
        &format!("{}{}", p("{{> hilsn}}"), p("{{> hilsen}}")),
        &p("x"),
        "fejl[ukendt-delskabelon] skabelon.docx, brødtekst, afsnit 1, mærket »{{> hilsn}}«: Der findes ingen delskabelon, der hedder »hilsn«. Mente du »hilsen«?\n",
    );
}

#[test]
fn a_partial_of_the_templates_own_holds_paragraphs_or_words() {
    let paragraphs = [
        "{{> hilsen}}",
        "{{#*inline \"hilsen\"}}",
        "Kære {{navn}}",
        "{{/inline}}",
        "slut",
        "{{> hilsen navn=\"Ida\"}}",
    ];
    let all: String = paragraphs.iter().map(|text| p(text)).collect();
    assert_eq!(text(&body(&all)), "Kære Birken\nslut\nKære Ida\n");
    let words = p("{{#*inline \"kr\"}}{{takst}} kr.{{/inline}}")
        + &p("{{#each takster}}{{> kr}} og {{/each}}{{> kr takster.[0]}}");
    let xml = body(&words);
    assert_eq!(text(&xml), "2.139 kr. og 1.208 kr. og 2.139 kr.\n");
    assert_eq!(xml.matches("<w:p").count(), 1, "{xml}");
}

#[test]
fn words_keep_the_format_they_were_given() {
    let bold =
        "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>{{#*inline \"a\"}}fed{{/inline}}</w:t></w:r></w:p>";
    let xml = body(&format!("{bold}{}", p("før {{> a}} efter")));
    assert!(xml.contains("<w:r><w:t xml:space=\"preserve\">før </w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t xml:space=\"preserve\">fed</w:t></w:r><w:r><w:t xml:space=\"preserve\"> efter</w:t></w:r>"), "{xml}");
}

#[test]
fn a_block_that_calls_gives_what_to_put_in_or_to_use_instead() {
    let texts = |texts: &[&str]| -> String { texts.iter().map(|text| p(text)).collect() };
    assert_eq!(text(&body(&texts(&["{{#> mangler}}", "standard", "{{/mangler}}"]))), "standard\n");
    reads(
        &texts(&["{{#> hilsen}}", "inderst {{navn}}", "{{/hilsen}}"]),
        &texts(&["øverst", "{{> @partial-block}}", "nederst"]),
        "øverst\ninderst Birken\nnederst\n",
    );
    refused(
        &texts(&["{{#> hilsen}}", "inderst", "{{/hilsen}}"]),
        &p("her: {{> @partial-block}}"),
        "fejl[delskabelon-midt-i-afsnit] delt/hilsen.docx, brødtekst, afsnit 1, mærket »{{> @partial-block}}«: Det, som {{> @partial-block}} sætter ind, har hele afsnit og kan ikke stå midt i et afsnit. Giv mærket et afsnit for sig selv.\n",
    );
}

#[test]
fn a_partial_may_hold_rows() {
    let rows = table(&[
        &["{{#*inline \"raekke\"}}", ""],
        &["{{tilbud}}", "{{takst}}"],
        &["{{/inline}}", ""],
        &["Tilbud", "Takst"],
        &["{{#each takster}}", ""],
        &["{{> raekke}}", ""],
        &["{{/each}}", ""],
    ]);
    assert_eq!(
        text(&body(&rows)),
        "Tilbud | Takst | \nAalborg Krisecenter | 2.139 | \nSvenstrupgård | 1.208 | \n"
    );
}

/// A file with a style, a list, a picture, a link and a note of its own.
fn rich() -> Package {
    let styled = |style: &str, words: &str| {
        format!(
            "<w:p><w:pPr><w:pStyle w:val=\"{style}\"/></w:pPr><w:r><w:t>{words}</w:t></w:r></w:p>"
        )
    };
    let item = "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr><w:r><w:t>punkt</w:t></w:r></w:p>";
    let picture =
        "<w:p><w:r><w:drawing><a:blip xmlns:a=\"a\" r:embed=\"rId7\"/></w:drawing></w:r></w:p>";
    let link = "<w:p><w:hyperlink r:id=\"rId8\"><w:r><w:t>her</w:t></w:r></w:hyperlink></w:p>";
    let noted = format!(
        "<w:p w14:paraId=\"1\">{}<w:r><w:commentReference w:id=\"1\"/></w:r></w:p>",
        note_reference("footnote", 1)
    );
    let content =
        [&styled("Heading1", "Titel"), &styled("Egen", "Egen"), item, picture, link, &noted];
    let mut file = template(&content.map(|xml| xml.to_owned()).concat());
    let document = part(&file, "word/document.xml").replacen(
        "<w:document ",
        "<w:document xmlns:mc=\"mc\" xmlns:w14=\"w14\" mc:Ignorable=\"w14\" ",
        1,
    );
    file.set_part("word/document.xml", document.into_bytes());
    let styles = format!(
        "<w:styles {W}><w:style w:type=\"paragraph\" w:styleId=\"Heading1\"><w:name w:val=\"heading 1\"/></w:style><w:style w:type=\"paragraph\" w:styleId=\"Egen\"><w:name w:val=\"Egen\"/><w:basedOn w:val=\"Grund\"/><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:style><w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Grund\"><w:name w:val=\"Grund\"/><w:next w:val=\"Egen\"/></w:style></w:styles>"
    );
    file.set_part("word/styles.xml", styles.into_bytes());
    let numbering = format!(
        "<w:numbering {W}><w:abstractNum w:abstractNumId=\"5\"><w:nsid w:val=\"1\"/><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:pStyle w:val=\"Egen\"/></w:lvl></w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"5\"/></w:num></w:numbering>"
    );
    file.set_part("word/numbering.xml", numbering.into_bytes());
    file.set_part("word/media/image1.png", "billede".as_bytes());
    relate(&mut file, "word/document.xml", "rId7", "image", "media/image1.png");
    relate(&mut file, "word/document.xml", "rId8", "hyperlink", "https://%7B%7Bnavn%7D%7D.dk");
    notes(&mut file, "footnote", &["Note om {{navn}}"]);
    file
}

#[test]
fn what_a_file_leans_on_comes_with_it() {
    let done = called(&template(&p("{{> a}}")), &[("a", &rich())]).unwrap();
    let xml = part(&done, "word/document.xml");
    assert!(xml.contains("<w:pStyle w:val=\"Overskrift1\"/>"), "{xml}");
    assert!(xml.contains("<w:pStyle w:val=\"Egen\"/>"), "{xml}");
    assert!(xml.contains("<w:numId w:val=\"1\"/>"), "{xml}");
    assert!(xml.contains("<a:blip xmlns:a=\"a\" r:embed=\"rId2\"/>"), "{xml}");
    assert!(xml.contains("<w:hyperlink r:id=\"rId3\">"), "{xml}");
    assert!(
        xml.ends_with("<w:r><w:footnoteReference w:id=\"1\"/></w:r></w:p></w:body></w:document>"),
        "{xml}"
    );
    assert!(!xml.contains("w14:") && !xml.contains("commentReference"), "{xml}");
    let styles = part(&done, "word/styles.xml");
    assert!(styles.contains("<w:style w:type=\"paragraph\" w:styleId=\"Egen\"><w:name w:val=\"Egen\"/><w:basedOn w:val=\"Grund\"/><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:style><w:style w:type=\"paragraph\" w:styleId=\"Grund\"><w:name w:val=\"Grund\"/><w:next w:val=\"Egen\"/></w:style>"), "{styles}");
    let numbering = part(&done, "word/numbering.xml");
    assert!(numbering.contains("<w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:pStyle w:val=\"Egen\"/></w:lvl></w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>"), "{numbering}");
    let relations = part(&done, "word/_rels/document.xml.rels");
    assert!(relations.contains("Target=\"/word/media/figur1.png\""), "{relations}");
    assert!(
        relations.contains("Target=\"https://Birken.dk\" TargetMode=\"External\""),
        "{relations}"
    );
    assert_eq!(text(&part(&done, "word/footnotes.xml")), "\n\nNote om Birken\n");
    assert_eq!(done.part("word/media/figur1.png"), Some("billede".as_bytes()));
}

#[test]
fn lists_begin_anew_each_time_a_file_comes_in() {
    let done = called(&template(&(p("{{> a}}") + &p("{{> a}}"))), &[("a", &rich())]).unwrap();
    let xml = part(&done, "word/document.xml");
    let lists: Vec<&str> =
        xml.split("<w:numId w:val=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    assert_eq!(lists, ["1", "2"]);
    assert_eq!(part(&done, "word/numbering.xml").matches("<w:abstractNum ").count(), 1);
    assert_eq!(part(&done, "word/styles.xml").matches("\"Egen\"><w:name").count(), 1);
    assert!(xml.contains("<w:footnoteReference w:id=\"2\"/>"), "{xml}");
}

#[test]
fn what_leads_to_more_parts_brings_them_all() {
    let mut file = template(
        "<w:p><w:r><w:drawing><c:chart xmlns:c=\"c\" r:id=\"rId5\"/></w:drawing></w:r></w:p>",
    );
    file.set_part("word/charts/chart1.xml", "<c/>".as_bytes());
    file.set_part("word/embeddings/bog1.xlsx", "bog".as_bytes());
    relate(&mut file, "word/document.xml", "rId5", "chart", "charts/chart1.xml");
    relate(&mut file, "word/charts/chart1.xml", "rId1", "package", "../embeddings/bog1.xlsx");
    let mut host = template(&p("{{> a}}"));
    host.set_part("word/charts/chart1.xml", "<mit/>".as_bytes());
    let done = called(&host, &[("a", &file)]).unwrap();
    assert_eq!(part(&done, "word/charts/chart1.xml"), "<mit/>");
    assert_eq!(part(&done, "word/charts/chart2.xml"), "<c/>");
    let relations = part(&done, "word/charts/_rels/chart2.xml.rels");
    assert!(relations.contains("Target=\"/word/embeddings/bog1.xlsx\""), "{relations}");
    assert_eq!(done.part("word/embeddings/bog1.xlsx"), Some("bog".as_bytes()));
}

/// A file with a footnote.
fn noted() -> Package {
    let mut file = template(&format!("<w:p>{}</w:p>", note_reference("footnote", 1)));
    notes(&mut file, "footnote", &["note"]);
    file
}

#[test]
fn a_note_comes_in_nowhere_but_in_the_body() {
    let expected = |spot: &str| {
        format!(
            "fejl[note-forkert-sted] skabelon.docx, {spot}, mærket »{{{{> a}}}}«: Det, som {{{{> a}}}} sætter ind, har en note, men den kan kun stå i brødteksten. Sæt teksten ind i brødteksten, eller fjern noten.\n"
        )
    };
    let mut host = template(&p("x"));
    host.set_part("word/header1.xml", header(&p("{{> a}}")).into_bytes());
    relate(&mut host, "word/document.xml", "rId9", "header", "header1.xml");
    let faults = called(&host, &[("a", &noted())]).unwrap_err();
    assert_eq!(faults.to_string(), expected("sidehoved, afsnit 1"));
    // The same when the note is in a file that the file calls.
    let faults = called(&host, &[("a", &template(&p("{{> b}}"))), ("b", &noted())]).unwrap_err();
    assert_eq!(faults.to_string(), expected("sidehoved, afsnit 1"));
    let mut host = template(&format!("<w:p>{}</w:p>", note_reference("footnote", 1)));
    notes(&mut host, "footnote", &["{{> a}}"]);
    let faults = called(&host, &[("a", &noted())]).unwrap_err();
    assert_eq!(faults.to_string(), expected("fodnoter, afsnit 1"));
    called(&template(&p("{{> a}}")), &[("a", &noted())]).unwrap();
}

#[test]
fn a_section_ends_nowhere_but_in_the_body() {
    let file = template("<w:p><w:pPr><w:sectPr/></w:pPr></w:p><w:p/>");
    let xml =
        |host: &str| part(&called(&template(host), &[("a", &file)]).unwrap(), "word/document.xml");
    let cell = xml(&table(&[&["{{> a}}"]]));
    assert!(!cell.contains("w:sectPr"), "{cell}");
    let body = xml(&p("{{> a}}"));
    assert!(body.contains("<w:p><w:pPr><w:sectPr/></w:pPr></w:p>"), "{body}");
}
