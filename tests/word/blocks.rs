//! Where a block stands decides what it takes with it.

use super::small::{body, p, part, rendered, table, template, text};

#[track_caller]
fn reads(body_xml: &str, expected: &str) {
    assert_eq!(text(&body(body_xml)), expected);
}

fn paragraphs(texts: &[&str]) -> String {
    texts.iter().map(|text| p(text)).collect()
}

#[test]
fn a_block_inside_a_paragraph_stays_inside() {
    reads(&p("Et {{#if ja}}rigtigt{{else}}forkert{{/if}} svar"), "Et rigtigt svar\n");
    reads(&p("{{#each tal}}{{this}}{{#unless @last}}, {{/unless}}{{/each}}"), "en, to, tre\n");
}

#[test]
fn tags_alone_in_paragraphs_leave_no_blank_ones() {
    let loops =
        paragraphs(&["før", "{{#each tal}}", "Nr. {{@index}}: {{this}}", "{{/each}}", "efter"]);
    reads(&loops, "før\nNr. 0: en\nNr. 1: to\nNr. 2: tre\nefter\n");
    reads(
        &paragraphs(&["før", "{{#each ingen}}", "{{this}}", "{{/each}}", "efter"]),
        "før\nefter\n",
    );
}

#[test]
fn else_and_else_if_choose_between_paragraphs() {
    let choice = ["{{#if nej}}", "A", "{{else if ja}}", "B", "{{else}}", "C", "{{/if}}"];
    reads(&paragraphs(&choice), "B\n");
    reads(
        &paragraphs(&["{{#each ingen}}", "{{this}}", "{{else}}", "Ingen", "{{/each}}"]),
        "Ingen\n",
    );
}

#[test]
fn several_tags_may_share_a_paragraph() {
    reads(
        &paragraphs(&["{{#each takster}}{{#if noter}}", "{{tilbud}}", "{{/if}}{{/each}}"]),
        "Aalborg Krisecenter\n",
    );
}

#[test]
fn a_tag_at_the_edge_of_a_paragraph_leaves_it_whole() {
    reads(&paragraphs(&["{{#each tal}}Nr.", "{{this}}{{/each}}"]), "Nr.\nen\nNr.\nto\nNr.\ntre\n");
}

#[test]
fn loops_nest_and_see_what_is_around_them() {
    let nested = paragraphs(&[
        "{{#each takster}}",
        "{{tilbud}}",
        "{{#each noter}}",
        "– {{this}} i {{../tilbud}}, {{@root.navn}}",
        "{{/each}}",
        "{{/each}}",
    ]);
    reads(
        &nested,
        "Aalborg Krisecenter\n– a i Aalborg Krisecenter, Birken\n– b i Aalborg Krisecenter, Birken\nSvenstrupgård\n",
    );
}

#[test]
fn block_parameters_name_what_a_loop_is_at() {
    reads(
        &paragraphs(&["{{#each takster as |t|}}", "{{t.tilbud}}", "{{/each}}"]),
        "Aalborg Krisecenter\nSvenstrupgård\n",
    );
}

#[test]
fn tags_in_cells_of_a_row_repeat_the_row() {
    let xml =
        table(&[&["Tilbud", "Takst"], &["{{#each takster}}{{tilbud}}", "{{takst}}{{/each}}"]]);
    reads(&xml, "Tilbud | Takst | \nAalborg Krisecenter | 2.139 | \nSvenstrupgård | 1.208 | \n");
}

#[test]
fn a_row_of_one_cell_repeats_too() {
    reads(&table(&[&["{{#each tal}}{{this}}{{/each}}"]]), "en | \nto | \ntre | \n");
    reads(&table(&[&["Alle: {{#each tal}}{{this}} {{/each}}"]]), "Alle: en to tre  | \n");
}

#[test]
fn rows_that_hold_only_tags_vanish() {
    let xml =
        table(&[&["{{#each takster}}", ""], &["{{tilbud}}", "{{takst}}"], &["{{/each}}", ""]]);
    reads(&xml, "Aalborg Krisecenter | 2.139 | \nSvenstrupgård | 1.208 | \n");
}

#[test]
fn several_rows_repeat_together() {
    let xml = table(&[&["{{#each takster}}{{tilbud}}"], &["{{takst}}{{/each}}"]]);
    reads(&xml, "Aalborg Krisecenter | \n2.139 | \nSvenstrupgård | \n1.208 | \n");
}

#[test]
fn a_block_goes_round_a_whole_table() {
    let around = |condition: &str| {
        format!(
            "{}{}{}{}",
            p(&format!("{{{{#if {condition}}}}}")),
            table(&[&["celle"]]),
            p("{{/if}}"),
            p("slut")
        )
    };
    reads(&around("ja"), "celle | \nslut\n");
    reads(&around("nej"), "slut\n");
}

#[test]
fn tables_made_by_a_loop_stay_apart() {
    let xml = body(&format!("{}{}{}", p("{{#each tal}}"), table(&[&["{{this}}"]]), p("{{/each}}")));
    assert_eq!(xml.matches("<w:tbl>").count(), 3);
    assert!(!xml.contains("</w:tbl><w:tbl>"));
}

#[test]
fn a_table_without_rows_goes() {
    let xml =
        body(&format!("{}{}", table(&[&["{{#each ingen}}{{this}}", "{{/each}}"]]), p("slut")));
    assert!(!xml.contains("w:tbl"), "{xml}");
}

#[test]
fn an_emptied_cell_keeps_a_paragraph() {
    let cell = format!("<w:tc>{}{}{}</w:tc>", p("{{#if nej}}"), p("væk"), p("{{/if}}"));
    let xml = body(&format!("<w:tbl><w:tblPr/><w:tblGrid/><w:tr>{cell}</w:tr></w:tbl>{}", p("")));
    assert!(xml.contains("<w:tc><w:p/></w:tc>"), "{xml}");
    assert!(xml.contains("<w:gridCol"), "{xml}");
}

#[test]
fn comments_leave_nothing() {
    reads(&paragraphs(&["før", "{{!-- husk bilag --}}", "efter{{! nej }}"]), "før\nefter\n");
}

#[test]
fn a_section_break_stays_with_its_marker() {
    let marker = "<w:p><w:pPr><w:sectPr/></w:pPr><w:r><w:t>{{/if}}</w:t></w:r></w:p>";
    let xml = body(&format!("{}{}{marker}", p("{{#if ja}}"), p("A")));
    assert_eq!(xml.matches("w:sectPr").count(), 1);
}

#[test]
fn bookmarks_and_drawings_in_copies_get_ids_of_their_own() {
    let marked = r#"<w:p><w:bookmarkStart w:id="7" w:name="her"/><w:r><w:t>{{this}}</w:t></w:r><w:bookmarkEnd w:id="7"/></w:p>"#;
    let xml = body(&format!("{}{marked}{}", p("{{#each tal}}"), p("{{/each}}")));
    for (id, name) in [("0", "her"), ("1", "her_2"), ("2", "her_3")] {
        assert!(
            xml.contains(&format!("<w:bookmarkStart w:id=\"{id}\" w:name=\"{name}\"/>")),
            "{xml}"
        );
        assert!(xml.contains(&format!("<w:bookmarkEnd w:id=\"{id}\"/>")), "{xml}");
    }
}

#[test]
fn a_list_inside_a_loop_counts_anew_in_each_turn() {
    let item = |text: &str| {
        format!(
            "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"
        )
    };
    let numbering = "<w:numbering xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/></w:lvl></w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num></w:numbering>";
    let numbers = |xml: String| -> Vec<String> {
        xml.split("<w:numId w:val=\"")
            .skip(1)
            .map(|rest| rest.split('"').next().unwrap().to_owned())
            .collect()
    };
    let of = |xml: String| {
        let mut package = template(&xml);
        package.set_part("word/numbering.xml", numbering.as_bytes());
        numbers(part(&rendered(&package), "word/document.xml"))
    };
    let headed = format!(
        "{}{}{}{}{}",
        p("{{#each takster}}"),
        p("{{tilbud}}"),
        item("x"),
        item("y"),
        p("{{/each}}")
    );
    assert_eq!(of(headed), ["2", "2", "3", "3"]);
    let bare = format!("{}{}{}", p("{{#each tal}}"), item("{{this}}"), p("{{/each}}"));
    assert_eq!(of(bare), ["1", "1", "1"]);
}

#[test]
fn a_condition_round_all_of_a_paragraph_takes_the_paragraph_with_it() {
    let xml =
        p("a") + &p("{{#if nej}}b{{/if}}") + &p("{{#unless nej}}{{navn}}{{/unless}}") + &p("d");
    reads(&xml, "a\nBirken\nd\n");
    reads(&(p("a {{#if nej}}b{{/if}}") + &p("{{#if nej}}c{{else}}d{{/if}}")), "a \nd\n");
    reads(&table(&[&["{{#if nej}}b{{/if}}", "c"]]), " | c | \n");
}
