//! Blocks inside one another, and round everything that can stand in a document.

use super::small::{body, p, table, text};

#[track_caller]
fn reads(body_xml: &str, expected: &str) {
    assert_eq!(text(&body(body_xml)), expected);
}

fn paragraphs(texts: &[&str]) -> String {
    texts.iter().map(|text| p(text)).collect()
}

#[test]
fn five_blocks_inside_one_another_as_paragraphs_rows_and_words() {
    reads(
        &paragraphs(&[
            "{{#if ja}}",
            "{{#each takster}}",
            "{{#with this}}",
            "{{#unless nej}}",
            "{{#each noter as |note|}}",
            "{{note}} {{../tilbud}}",
            "{{/each}}",
            "{{/unless}}",
            "{{/with}}",
            "{{/each}}",
            "{{/if}}",
        ])
        .replace("{{#unless nej}}", "{{#unless @root.nej}}"),
        "a Aalborg Krisecenter\nb Aalborg Krisecenter\n",
    );
    reads(
        &p(
            "{{#if ja}}1{{#unless nej}}2{{#with aftale}}3{{#if titel}}4{{#each @root.tal}}{{this}}{{/each}}{{/if}}{{/with}}{{/unless}}{{/if}}",
        ),
        "1234entotre\n",
    );
    reads(
        &table(&[
            &["{{#if ja}}"],
            &["{{#each takster}}"],
            &["{{tilbud}}"],
            &["{{#each noter}}{{this}}{{#if @first}}!{{/if}}{{/each}}"],
            &["{{/each}}"],
            &["{{/if}}"],
        ]),
        "Aalborg Krisecenter | \na! | \nb | \nSvenstrupgård | \n",
    );
}

#[test]
fn a_chain_of_else_ifs_chooses_rows() {
    let rows = |a: &str, b: &str| {
        table(&[
            &["hoved"],
            &[&format!("{{{{#if {a}}}}}")],
            &["A"],
            &[&format!("{{{{else if {b}}}}}")],
            &["B"],
            &["{{else}}"],
            &["C"],
            &["{{/if}}"],
        ])
    };
    reads(&rows("ja", "nej"), "hoved | \nA | \n");
    reads(&rows("nej", "ja"), "hoved | \nB | \n");
    reads(&rows("nej", "nej"), "hoved | \nC | \n");
}

#[test]
fn unless_and_with_take_paragraphs() {
    reads(&paragraphs(&["{{#unless nej}}", "a", "{{else}}", "b", "{{/unless}}"]), "a\n");
    reads(&paragraphs(&["{{#with aftale}}", "{{titel}}", "{{/with}}"]), "Nordjysk Socialaftale\n");
}

#[test]
fn each_item_may_have_a_section_of_its_own() {
    let ends =
        "<w:p><w:pPr><w:sectPr><w:pgSz w:w=\"11906\" w:h=\"16838\"/></w:sectPr></w:pPr></w:p>";
    let xml = body(&format!("{}{}{ends}{}", p("{{#each tal}}"), p("{{this}}"), p("{{/each}}")));
    assert_eq!(text(&xml), "en\n\nto\n\ntre\n\n");
    assert_eq!(xml.matches("<w:sectPr>").count(), 3);
    let closing = ends.replace("</w:p>", "<w:r><w:t>{{/each}}</w:t></w:r></w:p>");
    let at_its_end = body(&format!("{}{}{closing}", p("{{#each tal}}"), p("{{this}}")));
    assert_eq!(at_its_end.matches("<w:sectPr>").count(), 1, "{at_its_end}");
}

#[test]
fn a_loop_round_a_table_and_its_heading_repeats_both() {
    let xml = [
        p("{{#each takster}}"),
        p("{{tilbud}}"),
        table(&[&["Takst", "{{takst}}"], &["{{#each noter}}{{this}}", "{{/each}}"]]),
        p("{{/each}}"),
    ];
    reads(
        &xml.concat(),
        "Aalborg Krisecenter\nTakst | 2.139 | \na |  | \nb |  | \nSvenstrupgård\nTakst | 1.208 | \n",
    );
}
