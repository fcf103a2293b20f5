//! Tables of contents: which headings they list, and what stays beside them.

use socialaftale::package::Package;

use super::sample::{Shelf, heading};
use super::small::{
    body, context, header, note_reference, notes, p, part, read, rendered, template, text,
    try_package, with,
};

fn mark(kind: &str) -> String {
    format!("<w:r><w:fldChar w:fldCharType=\"{kind}\"/></w:r>")
}

fn run(words: &str) -> String {
    format!("<w:r><w:t>{words}</w:t></w:r>")
}

/// A field with a stale entry whose end stands in a paragraph that goes on with `tail`.
fn field(before: &str, codes: &[&str], tail: (&str, &str)) -> String {
    let codes: String =
        codes.iter().map(|code| format!("<w:r><w:instrText>{code}</w:instrText></w:r>")).collect();
    let (properties, after) = tail;
    let (begin, separate, end) = (mark("begin"), mark("separate"), mark("end"));
    format!(
        "<w:p>{before}{begin}{codes}{separate}{}</w:p><w:p>{properties}{end}{after}</w:p>",
        run("gammel")
    )
}

fn toc(code: &str) -> String {
    field("", &[&format!(" {code} ")], ("", ""))
}

fn headed(style: &str, inner: &str) -> String {
    format!("<w:p><w:pPr><w:pStyle w:val=\"{style}\"/></w:pPr>{inner}</w:p>")
}

fn h(level: usize, words: &str) -> String {
    headed(&format!("Overskrift{level}"), &run(words))
}

/// A template with the styles of headings down to the fifth, and some of its own.
fn styled(body: &str) -> Package {
    let mut package = template(body);
    let style = |id: &str, inside: &str| {
        format!("<w:style w:type=\"paragraph\" w:styleId=\"{id}\">{inside}</w:style>")
    };
    let headings: String = (2..=5)
        .map(|level| {
            style(&format!("Overskrift{level}"), &format!("<w:name w:val=\"heading {level}\"/>"))
        })
        .collect();
    let own = [
        style("Egen", "<w:name w:val=\"Egen overskrift\"/>"),
        style("Led", "<w:name w:val=\"Led\"/><w:pPr><w:outlineLvl w:val=\"1\"/></w:pPr>"),
        style("Underled", "<w:name w:val=\"Underled\"/><w:basedOn w:val=\"Led\"/>"),
        style("Rund", "<w:name w:val=\"Rund\"/><w:basedOn w:val=\"Rund\"/>"),
    ];
    let styles = part(&package, "word/styles.xml")
        .replace("</w:styles>", &format!("{headings}{}</w:styles>", own.concat()));
    package.set_part("word/styles.xml", styles.into_bytes());
    package
}

/// The text of a document with that table of contents before these headings.
fn listed(code: &str, headings: &str) -> String {
    let package = styled(&format!("{}{headings}", toc(code)));
    let done = try_package(&package, &context(), &Shelf::default()).unwrap();
    let all = text(&part(&read(&done), "word/document.xml"));
    let shown: Vec<&str> = all.lines().filter_map(|line| line.strip_suffix('⇥')).collect();
    shown.join(" ")
}

#[test]
fn a_section_break_and_words_after_the_field_stay() {
    let section = "<w:pPr><w:sectPr><w:pgSz w:w=\"16838\" w:h=\"11906\" w:orient=\"landscape\"/></w:sectPr></w:pPr>";
    let toc = field("", &[" TOC \\o \"1-3\" "], (section, &run("EFTER")));
    let xml = body(&format!("{toc}{}", h(1, "Et")));
    let end = format!("</w:p><w:p>{section}{}{}</w:p>", mark("end"), run("EFTER"));
    assert!(xml.contains(&end), "{xml}");
    assert_eq!(text(&xml), "Et⇥\nEFTER\nEt\n");
}

#[test]
fn words_before_the_field_and_in_its_only_paragraph_stay() {
    let begin = format!("{}{}", run("FØR "), mark("begin"));
    let code = "<w:instrText> TOC \\o \"1-3\" </w:instrText>";
    let inside = format!(
        "<w:p>{begin}<w:r>{code}<w:fldChar w:fldCharType=\"separate\"/></w:r>{}<w:r><w:rPr><w:b/></w:rPr><w:t>gammel</w:t><w:fldChar w:fldCharType=\"end\"/><w:t>EFTER</w:t></w:r></w:p>",
        run("gammel")
    );
    let xml = body(&format!("{inside}{}", h(1, "Et")));
    assert_eq!(text(&xml), "FØR Et⇥\nEFTER\nEt\n");
    let end = "<w:p><w:r><w:rPr><w:b/></w:rPr><w:fldChar w:fldCharType=\"end\"/><w:t>EFTER</w:t></w:r></w:p>";
    assert!(xml.contains(end), "{xml}");
}

#[test]
fn a_section_break_within_the_field_stays() {
    let section = "<w:p><w:pPr><w:sectPr><w:cols w:num=\"2\"/></w:sectPr></w:pPr>";
    let toc = toc("TOC \\o \"1-3\"").replace("</w:p><w:p>", &format!("</w:p>{section}</w:p><w:p>"));
    let xml = body(&format!("{toc}{}", h(1, "Et")));
    assert!(xml.contains(&format!("{section}{}</w:p>", mark("end"))), "{xml}");
}

#[test]
fn a_list_of_figures_and_what_else_is_no_list_of_headings_waits_for_word() {
    let codes =
        ["TOC \\h \\z \\c \"Figur\"", "TOC \\a Figur", "TOC \\o \"1-3\" \\b del", "TOC \\f"];
    for code in codes {
        let toc = toc(code);
        let dirty = toc.replace("\"begin\"/>", "\"begin\" w:dirty=\"true\"/>");
        assert_eq!(body(&format!("{toc}{}", h(1, "Et"))), format!("{dirty}{}", h(1, "Et")));
    }
}

#[test]
fn a_field_without_an_end_in_its_own_cell_waits_for_word() {
    let half = format!("<w:p>{}<w:r><w:instrText>TOC</w:instrText></w:r></w:p>", mark("begin"));
    let control = format!("<w:sdt><w:sdtPr/><w:sdtContent>{half}</w:sdtContent></w:sdt>");
    let xml = body(&format!("{control}<w:p>{}</w:p>{}", mark("end"), h(1, "Et")));
    assert_eq!(text(&xml), "\n\nEt\n");
}

#[test]
fn only_the_levels_that_are_asked_for_are_listed() {
    let headings: String = (1..=5).map(|level| h(level, &format!("H{level}"))).collect();
    for (code, expected) in [
        ("TOC \\o \"2-3\"", "H2 H3"),
        ("TOC \\o \"1-4\"", "H1 H2 H3 H4"),
        ("TOC \\o&quot;3-9&quot; \\h", "H3 H4 H5"),
        ("TOC \\o", "H1 H2 H3 H4 H5"),
        ("TOC", "H1 H2 H3 H4 H5"),
        ("toc \\O \"1-1\"", "H1"),
    ] {
        assert_eq!(listed(code, &headings), expected, "{code}");
    }
}

#[test]
fn an_entry_has_the_style_of_its_level() {
    let package = styled(&format!("{}{}", toc("TOC \\o \"1-4\""), h(4, "Dybt")));
    let done = read(&try_package(&package, &context(), &Shelf::default()).unwrap());
    let xml = part(&done, "word/document.xml");
    assert!(xml.contains("<w:p><w:pPr><w:pStyle w:val=\"Toc4\"/></w:pPr>"), "{xml}");
    assert!(part(&done, "word/styles.xml").contains("<w:name w:val=\"toc 4\"/>"));
}

#[test]
fn styles_of_ones_own_are_listed_where_they_are_named() {
    let headings = format!("{}{}{}", h(1, "Et"), headed("Egen", &run("Egen")), h(2, "To"));
    for (code, expected) in [
        ("TOC \\o \"1-1\" \\t \"Egen overskrift;2\"", "Et Egen"),
        ("TOC \\t \"egen overskrift,1,heading 2,2\"", "Egen To"),
        // Danish Word writes its own name of a heading.
        ("TOC \\t \"Overskrift 2;1\"", "To"),
        ("TOC \\o \"1-1\" \\t \"Findes ikke;1;Egen overskrift;x\"", "Et"),
    ] {
        assert_eq!(listed(code, &headings), expected, "{code}");
    }
}

#[test]
fn outline_levels_are_listed_where_they_are_asked_for() {
    let outlined = |level: u32| {
        format!(
            "<w:p><w:pPr><w:outlineLvl w:val=\"{level}\"/></w:pPr>{}</w:p>",
            run(&format!("N{level}"))
        )
    };
    let headings = format!(
        "{}{}{}{}{}{}",
        h(1, "Et"),
        outlined(0),
        outlined(2),
        outlined(9),
        headed("Underled", &run("Led")),
        headed("Rund", &run("Rund"))
    );
    for (code, expected) in [
        ("TOC \\o \"1-2\"", "Et"),
        ("TOC \\o \"1-2\" \\h \\z \\u", "Et N0 Led"),
        ("TOC \\u", "N0 N2 Led"),
    ] {
        assert_eq!(listed(code, &headings), expected, "{code}");
    }
}

#[test]
fn a_second_table_of_contents_is_filled_as_well() {
    let both = format!("{}{}{}", toc("TOC \\o \"1-1\""), p("Mere"), toc("TOC \\o \"1-1\""));
    assert_eq!(text(&body(&format!("{both}{}", h(1, "Et")))), "Et⇥\nMere\nEt⇥\nEt\n");
}

#[test]
fn the_codes_of_a_field_may_be_split() {
    let toc = field("", &[" T", "OC \\o \"1", "-1\" "], ("", ""));
    assert_eq!(text(&body(&format!("{toc}{}", h(1, "Et")))), "Et⇥\nEt\n");
}

#[test]
fn words_that_have_been_moved_away_are_no_entry() {
    let moved =
        format!("<w:moveFrom w:id=\"1\" w:author=\"a\">{}</w:moveFrom>{}", run("Væk "), run("Nyt"));
    let xml = body(&format!("{}{}", toc("TOC \\o \"1-3\""), headed("Overskrift1", &moved)));
    assert!(xml.contains(">Nyt</w:t></w:r><w:r><w:tab/>"), "{xml}");
}

#[test]
fn a_chapter_in_a_text_box_beside_a_table_of_contents_leaves_no_trace() {
    let shelf = Shelf::default().text("a", "Vision", vec![heading(2, "Mål")]);
    let chapter = p("{{kapitel \"a\"}}");
    let boxed = format!(
        "<w:p><w:r><w:pict><v:textbox xmlns:v=\"urn:schemas-microsoft-com:vml\"><w:txbxContent>{chapter}</w:txbxContent></v:textbox></w:pict></w:r></w:p>"
    );
    let xml = with(&shelf, &format!("{}{boxed}", toc("TOC \\o \"1-3\"")));
    assert!(xml.contains(">Vision<") && !xml.contains("tmp:"), "{xml}");
}

/// A heading in the bookmark of that name.
fn marked(name: &str, id: u32, words: &str) -> String {
    let (start, end) = ("w:bookmarkStart", "w:bookmarkEnd");
    let inner =
        format!("<{start} w:id=\"{id}\" w:name=\"{name}\"/>{}<{end} w:id=\"{id}\"/>", run(words));
    headed("Overskrift1", &inner)
}

/// The heading that an entry of these words leads to.
fn led_to(xml: &str, words: &str) -> String {
    let (before, _) =
        xml.split_once(&format!("<w:t xml:space=\"preserve\">{words}</w:t>")).unwrap();
    let name = before.rsplit_once("w:anchor=\"").unwrap().1.split('"').next().unwrap();
    let starts: Vec<&str> = xml.split(&format!("w:name=\"{name}\"")).collect();
    assert_eq!(starts.len(), 2, "one bookmark »{name}«: {xml}");
    text(&format!("<{}", starts[1].split_once("</w:p>").unwrap().0))
}

#[test]
fn entries_lead_to_their_headings_in_a_template_made_from_a_document() {
    let headings = [marked("_Toc00000002", 1, "Et"), marked("_toc00000001", 2, "To")].concat();
    let mut package = template(&format!("{}{headings}", toc("TOC \\o \"1-3\"")));
    for (file, words, name) in
        [("header1", "x", "_Toc00000003"), ("header2", "{{navn}}", "_Toc00000004")]
    {
        let head = header(&marked(name, 3, words));
        package.set_part(format!("word/{file}.xml"), head.into_bytes());
    }
    let xml = part(&rendered(&package), "word/document.xml");
    for words in ["Et", "To"] {
        assert_eq!(led_to(&xml, words), words, "{xml}");
    }
    assert!(xml.contains("w:anchor=\"_Toc00000005\"") && xml.contains("w:name=\"_toc00000001\""));
}

#[test]
fn a_chapter_in_a_note_does_not_take_the_entries_of_the_body() {
    let shelf = Shelf::default().text("a", "Vision", vec![]);
    let note = format!("<w:p>{}</w:p>", note_reference("footnote", 1));
    let body = format!("{}{}{note}", toc("TOC \\o \"1-3\""), h(1, "Krop"));
    let mut package = template(&body);
    notes(&mut package, "footnote", &["{{kapitel \"a\"}}"]);
    let done = read(&try_package(&package, &context(), &shelf).unwrap());
    assert_eq!(led_to(&part(&done, "word/document.xml"), "Krop"), "Krop");
    assert!(!part(&done, "word/footnotes.xml").contains("_Toc"));
}
