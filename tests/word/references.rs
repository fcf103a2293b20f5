//! Cross-references as fields, and the fields that a template has of its own.

use socialaftale::text::tree::{Block, Inline, Reference};

use super::sample::{Shelf, drawing, heading, reference, takster, words};
use super::small::{
    body, context, notes, options, p, part, read, rendered, template, text, try_package, with,
};
use socialaftale::render::word::{WordOptions, WordTemplate, render};

fn field(instruction: &str, result: &str) -> String {
    format!(
        "<w:r><w:fldChar w:fldCharType=\"begin\" w:dirty=\"false\"/></w:r><w:r><w:instrText>{instruction}</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\" w:dirty=\"false\"/></w:r><w:r><w:t xml:space=\"preserve\">{result}</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\" w:dirty=\"false\"/></w:r>"
    )
}

fn referring(inline: Inline) -> String {
    let own = Block::Paragraph(vec![words("Se "), inline, words(".")]);
    let shelf = Shelf::default()
        .text("a", "Vision", vec![own, heading(2, "Mål")])
        .table("t", takster())
        .figure("f", drawing());
    let template =
        format!("{}{}{}", p("{{kapitel \"a\"}}"), p("{{tabel \"t\"}}"), p("{{figur \"f\"}}"));
    with(&shelf, &template)
}

/// The name of the one bookmark whose start stands right before that.
fn bookmark<'x>(xml: &'x str, before: &str) -> &'x str {
    let (start, _) = xml.split_once(before).expect(before);
    let (_, name) = start.rsplit_once("w:name=\"").unwrap();
    name.strip_suffix("\"/>").unwrap()
}

#[test]
fn a_table_and_a_figure_are_referred_to_by_the_number_of_their_caption() {
    for (target, word, kind) in [("tabel:t", "tabel", "Tabel"), ("figur:f", "figur", "Figur")] {
        let xml = referring(reference(target));
        let name = bookmark(&xml, &format!("<w:fldSimple w:instr=\" SEQ {kind} \\* ARABIC \">"));
        let expected = format!(
            "<w:hyperlink w:anchor=\"{name}\" w:history=\"1\"><w:r><w:t xml:space=\"preserve\">{word}\u{a0}</w:t></w:r>{}</w:hyperlink>",
            field(&format!(" REF {name} \\h "), "1")
        );
        assert!(xml.contains(&expected), "{xml}");
        assert!(text(&xml).contains(&format!("Se {word}\u{a0}1.\n")), "{xml}");
    }
}

#[test]
fn a_chapter_is_referred_to_by_the_number_of_its_heading() {
    let xml = referring(reference("kapitel:a"));
    let name = bookmark(&xml, "<w:r><w:t xml:space=\"preserve\">Vision</w:t></w:r>");
    let expected =
        format!("kapitel\u{a0}</w:t></w:r>{}", field(&format!(" REF {name} \\r \\h "), "1"));
    assert!(xml.contains(&expected), "{xml}");
}

#[test]
fn a_bookmark_of_the_template_keeps_its_name_and_what_leads_to_it() {
    let old = "<w:p><w:bookmarkStart w:id=\"1\" w:name=\"_Ref000001\"/><w:r><w:t>Gammel</w:t></w:r><w:bookmarkEnd w:id=\"1\"/></w:p>";
    let own = Block::Paragraph(vec![words("Se "), reference("kapitel:a")]);
    let shelf = Shelf::default().text("a", "Vision", vec![own]);
    let xml = with(&shelf, &format!("{}{old}", p("{{kapitel \"a\"}}")));
    assert_eq!(bookmark(&xml, "<w:r><w:t>Gammel</w:t></w:r>"), "_Ref000001");
    let name = bookmark(&xml, "<w:r><w:t xml:space=\"preserve\">Vision</w:t></w:r>");
    assert_eq!(name, "_Ref000002");
    assert!(xml.contains(" REF _Ref000002 \\r \\h "), "{xml}");
}

#[test]
fn words_of_its_own_stay_a_link() {
    let Inline::Reference(plain) = reference("tabel:t") else { panic!() };
    let xml =
        referring(Inline::Reference(Reference { content: vec![words("oversigten")], ..plain }));
    assert!(
        xml.contains(
            "w:history=\"1\"><w:r><w:t xml:space=\"preserve\">oversigten</w:t></w:r></w:hyperlink>"
        ),
        "{xml}"
    );
    assert!(!xml.contains(" REF "), "{xml}");
}

/// A field of the template with a tag in its result.
fn own(instruction: &str) -> String {
    format!(
        "<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText> {instruction} </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:p>"
    )
}

#[test]
fn fields_of_the_template_stay_and_those_that_may_be_wrong_are_counted_again() {
    for instruction in ["PAGE", "NUMPAGES", "STYLEREF \"Overskrift 1\"", "DATE \\@ \"d. MMMM\""] {
        assert_eq!(body(&own(instruction)), own(instruction), "{instruction}");
    }
    for instruction in ["REF _Ref1 \\h", "SEQ Tabel \\* ARABIC", "PAGEREF _Toc1"] {
        let dirty = own(instruction).replace("\"begin\"/>", "\"begin\" w:dirty=\"true\"/>");
        assert_eq!(body(&own(instruction)), dirty, "{instruction}");
    }
    let simple =
        "<w:p><w:fldSimple w:instr=\" SEQ Figur \"><w:r><w:t>1</w:t></w:r></w:fldSimple></w:p>";
    assert_eq!(body(simple), simple.replace("SEQ Figur \"", "SEQ Figur \" w:dirty=\"true\""));
}

#[test]
fn a_field_in_the_instruction_of_another_is_told_from_it() {
    let nested = own("IF X").replace(
        "<w:r><w:fldChar w:fldCharType=\"separate\"/>",
        "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>REF b</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/>",
    );
    let xml = body(&nested);
    assert_eq!(xml.matches("w:dirty").count(), 1, "{xml}");
    assert!(xml.contains("w:dirty=\"true\"/></w:r><w:r><w:instrText>REF b"), "{xml}");
}

#[test]
fn word_updates_all_fields_only_where_it_is_asked_to() {
    let mut package = template(&p("x"));
    let done = read(&try_package(&package, &context(), &Shelf::default()).unwrap());
    assert!(done.part("word/settings.xml").is_none());
    let render_with = |bytes: &[u8]| {
        let options = WordOptions { update_fields: true, ..options() };
        let template = WordTemplate { name: "k.docx", bytes };
        let done = render(&template, &context(), &Shelf::default(), &options).unwrap();
        read(&done)
    };
    let made = render_with(&package.write());
    assert!(
        part(&made, "word/settings.xml")
            .ends_with("main\"><w:updateFields w:val=\"true\"/></w:settings>")
    );
    assert!(part(&made, "word/_rels/document.xml.rels").contains("Target=\"settings.xml\""));
    assert!(part(&made, "[Content_Types].xml").contains("/word/settings.xml"));
    let known = "<w:settings xmlns:w=\"x\"><w:zoom/><w:updateFields w:val=\"false\"/><w:compat/></w:settings>";
    package.set_part("word/settings.xml", known.as_bytes());
    let made = part(&render_with(&package.write()), "word/settings.xml");
    assert!(
        made.ends_with("<w:zoom/><w:updateFields w:val=\"true\"/><w:compat/></w:settings>"),
        "{made}"
    );
    let kept = known.replace("false", "true");
    package.set_part("word/settings.xml", kept.as_bytes());
    let done = read(&try_package(&package, &context(), &Shelf::default()).unwrap());
    assert_eq!(part(&done, "word/settings.xml"), kept);
}

/// A paragraph in a bookmark.
fn marked(name: &str, words: &str) -> String {
    format!(
        "<w:p><w:bookmarkStart w:id=\"1\" w:name=\"{name}\"/><w:r><w:t>{words}</w:t></w:r><w:bookmarkEnd w:id=\"1\"/></w:p>"
    )
}

fn simple(instruction: &str) -> String {
    format!("<w:p><w:fldSimple w:instr=\"{instruction}\"/></w:p>")
}

/// The names of bookmarks, and where links and fields lead, in the order of the document.
fn led(xml: &str) -> String {
    let marks = [
        "w:name=\"",
        "w:anchor=\"",
        "w:instr=\"",
        "<w:instrText>",
        "<w:instrText xml:space=\"preserve\">",
    ];
    let mut found: Vec<(usize, &str)> = Vec::new();
    for mark in marks {
        found.extend(xml.match_indices(mark).map(|(at, _)| {
            let rest = &xml[at + mark.len()..];
            let end = if mark.ends_with('>') { '<' } else { '"' };
            (at, rest.split(end).next().unwrap().trim())
        }));
    }
    found.sort_unstable();
    let all: Vec<&str> =
        found.into_iter().map(|(_, words)| words).filter(|w| !w.is_empty()).collect();
    all.join(", ")
}

fn looped(over: &str, inside: &str) -> String {
    format!("{}{inside}{}", p(&format!("{{{{#each {over}}}}}")), p("{{/each}}"))
}

#[test]
fn what_leads_to_a_bookmark_in_a_copy_leads_to_that_of_the_same_copy() {
    let link = "<w:p><w:hyperlink w:anchor=\"M\"><w:r><w:t>x</w:t></w:r></w:hyperlink></w:p>";
    let quoted =
        own("NOTEREF \"M\" \\h").replace("OTEREF", "</w:instrText></w:r><w:r><w:instrText>OTEREF");
    let inside =
        [&simple("REF m \\h"), &marked("M", "{{tilbud}}"), link, &quoted, &simple("SEQ M")];
    let all = format!("{}{}", looped("takster", &inside.concat()), simple("PAGEREF M"));
    let copy =
        |name: &str, note: &str| format!("REF {name} \\h, {name}, {name}, {note} \\h, SEQ M");
    assert_eq!(
        led(&body(&all)),
        format!("{}, {}, PAGEREF M", copy("M", "N, OTEREF \"M\""), copy("M_2", "NOTEREF \"M_2\""))
    );
}

#[test]
fn the_bookmark_of_the_nearest_copy_is_meant() {
    let inner =
        looped("../tal", &format!("{}{}{}", marked("B", "x"), simple("REF A"), simple("REF B")));
    let outer = format!("{}{inner}{}", marked("A", "x"), simple("REF B"));
    let turn = |a: &str, b: [&str; 3]| {
        let turns = b.map(|b| format!("{b}, REF {a}, REF {b}"));
        format!("{a}, {}, REF {}", turns.join(", "), b[0])
    };
    assert_eq!(
        led(&body(&looped("takster", &outer))),
        format!("{}, {}", turn("A", ["B", "B_2", "B_3"]), turn("A_2", ["B_4", "B_5", "B_6"]))
    );
}

#[test]
fn each_call_of_a_partial_leads_to_its_own_bookmark() {
    let partial = format!(
        "{}{}{}{}",
        p("{{#*inline \"del\"}}"),
        marked("M", "x"),
        simple("REF M"),
        p("{{/inline}}")
    );
    let call = p("{{> del}}");
    assert_eq!(led(&body(&format!("{partial}{call}{call}"))), "M, REF M, M_2, REF M_2");
}

#[test]
fn a_turn_without_the_bookmark_leads_to_the_first() {
    let inside =
        format!("{}{}{}{}", p("{{#if @first}}"), marked("M", "x"), p("{{/if}}"), simple("REF M"));
    assert_eq!(led(&body(&looped("tal", &inside))), "M, REF M, REF M, REF M");
}

#[test]
fn a_note_and_the_sentence_that_it_belongs_to_lead_to_each_other() {
    let note = "<w:r><w:footnoteReference w:id=\"1\"/></w:r>";
    let inside = marked("M", "x").replace("</w:p>", &format!("{note}</w:p>"));
    let mut package = template(&looped("takster", &format!("{inside}{}", simple("REF N"))));
    notes(&mut package, "footnote", &["note"]);
    let own = format!("{}{}", marked("N", "{{tilbud}}"), simple("REF M"));
    let said = part(&package, "word/footnotes.xml").replace(&p("note"), &own);
    package.set_part("word/footnotes.xml", said.into_bytes());
    let done = rendered(&package);
    assert_eq!(led(&part(&done, "word/document.xml")), "M, REF N, M_2, REF N_2");
    assert_eq!(led(&part(&done, "word/footnotes.xml")), "N, REF M, N_2, REF M_2");
}
