//! Loops over columns: cells repeat along the row, and the rest of the table follows.

use serde_json::json;
use socialaftale::finding::Findings;
use socialaftale::merge::Context;
use socialaftale::package::{Limits, Package};

use super::sample::Shelf;
use super::small::{context, p, part, table, template, text, try_package};

fn years() -> Context {
    let mut context = context();
    context.set("aar", json!(["2021", "2022", "2023"]));
    context.set(
        "raekker",
        json!([
            {"navn": "Birken", "vaerdier": ["1", "2", "3"]},
            {"navn": "Egen", "vaerdier": ["4", "5", "6"]},
        ]),
    );
    context.set("en", json!(["1"]));
    context.set("mange", json!((0..63).map(|n| n.to_string()).collect::<Vec<_>>()));
    context
}

fn made(body: &str) -> Result<String, Findings> {
    let done =
        try_package(&template(&format!("{body}{}", p("slut"))), &years(), &Shelf::default())?;
    let package = Package::read(&done.bytes, "ud.docx", &Limits::DOCUMENT).unwrap();
    let xml = part(&package, "word/document.xml");
    assert!(!xml.contains("tmp:"), "{xml}");
    Ok(xml)
}

#[track_caller]
fn xml(body: &str) -> String {
    made(body).unwrap_or_else(|faults| panic!("{faults}"))
}

#[track_caller]
fn reads(body: &str, expected: &str) {
    assert_eq!(text(&xml(body)), format!("{expected}slut\n"));
}

#[track_caller]
fn refused(body: &str, expected: &str) {
    assert_eq!(made(body).unwrap_err().to_string(), expected);
}

/// The columns of the first table's grid.
fn grid(xml: &str) -> Vec<u32> {
    let grid = xml.split("<w:tblGrid>").nth(1).unwrap().split("</w:tblGrid>").next().unwrap();
    let widths = grid.split("w:w=\"").skip(1).map(|rest| rest.split('"').next().unwrap());
    widths.map(|width| width.parse().unwrap()).collect()
}

/// A cell over so many columns, so wide, with more properties.
fn cell(span: u32, more: &str, words: &str) -> String {
    format!(
        "<w:tc><w:tcPr><w:tcW w:w=\"{}\" w:type=\"dxa\"/><w:gridSpan w:val=\"{span}\"/>{more}</w:tcPr>{}</w:tc>",
        span * 2000,
        p(words)
    )
}

fn rows(columns: usize, rows: &[&[String]]) -> String {
    let rows: String =
        rows.iter().map(|cells| format!("<w:tr>{}</w:tr>", cells.concat())).collect();
    let grid = "<w:gridCol w:w=\"2000\"/>".repeat(columns);
    format!("<w:tbl><w:tblPr/><w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>")
}

#[test]
fn a_cell_repeats_along_the_row_and_shares_its_width() {
    let body = table(&[&["Navn", "{{#kolonner aar}}{{this}}{{/kolonner}}", "I alt"]]);
    reads(&body, "Navn | 2021 | 2022 | 2023 | I alt | \n");
    let widths = grid(&xml(&body));
    assert_eq!(widths, [2000, 666, 667, 667, 2000]);
    assert_eq!(widths.iter().sum::<u32>(), 6000);
}

#[test]
fn it_works_in_rows_that_repeat_with_all_that_a_loop_knows() {
    reads(
        &table(&[
            &["Navn", "{{#kolonner aar as |a|}}{{@index}}: {{a}}{{/kolonner}}"],
            &[
                "{{#each raekker}}{{navn}}",
                "{{#kolonner vaerdier}}{{../navn}} {{this}}{{/kolonner}}{{/each}}",
            ],
        ]),
        "Navn | 0: 2021 | 1: 2022 | 2: 2023 | \nBirken | Birken 1 | Birken 2 | Birken 3 | \nEgen | Egen 4 | Egen 5 | Egen 6 | \n",
    );
}

#[test]
fn a_table_of_one_column_repeats_it() {
    reads(&table(&[&["{{#kolonner aar}}{{this}}{{/kolonner}}"]]), "2021 | 2022 | 2023 | \n");
}

#[test]
fn several_cells_repeat_together() {
    let body = table(&[&["{{#kolonner aar}}a{{this}}", "b{{/kolonner}}", "c"]]);
    reads(&body, "a2021 | b | a2022 | b | a2023 | b | c | \n");
    assert_eq!(grid(&xml(&body)), [666, 666, 667, 667, 667, 667, 2000]);
}

#[test]
fn the_marks_may_have_paragraphs_of_their_own() {
    let inside = [p("{{#kolonner aar}}"), p("{{this}}"), p("{{/kolonner}}")].concat();
    let body = format!(
        "<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w=\"900\"/></w:tblGrid><w:tr><w:tc>{inside}</w:tc></w:tr></w:tbl>"
    );
    reads(&body, "2021 | 2022 | 2023 | \n");
}

#[test]
fn cells_above_and_below_go_over_all_copies() {
    let body = rows(
        3,
        &[
            &[cell(3, "", "Alt")],
            &[cell(1, "", ""), cell(1, "<w:vMerge w:val=\"restart\"/>", "Takst"), cell(1, "", "")],
            &[
                cell(1, "", ""),
                cell(1, "", "{{#kolonner aar}}{{this}}{{/kolonner}}"),
                cell(1, "", ""),
            ],
        ],
    );
    let xml = xml(&body);
    assert!(xml.contains("<w:gridSpan w:val=\"5\"/></w:tcPr><w:p><w:r><w:t>Alt"), "{xml}");
    assert!(xml.contains("<w:tcW w:w=\"2000\" w:type=\"dxa\"/><w:gridSpan w:val=\"3\"/><w:vMerge w:val=\"restart\"/></w:tcPr><w:p><w:r><w:t>Takst"), "{xml}");
    assert!(xml.contains("<w:tcW w:w=\"666\" w:type=\"dxa\"/><w:gridSpan w:val=\"1\"/></w:tcPr><w:p><w:r><w:t xml:space=\"preserve\">2021"), "{xml}");
}

#[test]
fn an_empty_list_takes_the_column_out_of_every_row() {
    let body = rows(
        2,
        &[
            &[cell(2, "", "Alt")],
            &[cell(1, "", "Navn"), cell(1, "", "Takst")],
            &[cell(1, "", "Birken"), cell(1, "", "{{#kolonner ingen}}{{this}}{{/kolonner}}")],
        ],
    );
    reads(&body, "Alt | \nNavn | \nBirken | \n");
    let xml = xml(&body);
    assert_eq!(grid(&xml), [2000]);
    assert!(!xml.contains("<w:gridSpan w:val=\"2\"/>"), "{xml}");
    let only = table(&[&["{{#kolonner ingen}}{{this}}{{/kolonner}}"]]);
    reads(&only, "");
}

#[test]
fn columns_skipped_at_the_ends_of_a_row_follow() {
    let body = format!(
        "<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w=\"900\"/><w:gridCol w:w=\"900\"/></w:tblGrid><w:tr><w:tc>{}</w:tc><w:tc>{}</w:tc></w:tr><w:tr><w:trPr><w:gridBefore w:val=\"1\"/></w:trPr><w:tc>{}</w:tc></w:tr></w:tbl>",
        p("{{#kolonner aar}}{{this}}{{/kolonner}}"),
        p("a"),
        p("b")
    );
    let xml = xml(&body);
    assert!(xml.contains("<w:gridBefore w:val=\"3\"/>"), "{xml}");
}

#[test]
fn two_loops_may_stand_in_one_row() {
    let body = table(&[
        &["Over begge", "", ""],
        &["{{#kolonner aar}}{{this}}{{/kolonner}}", "-", "{{#kolonner tal}}{{this}}{{/kolonner}}"],
    ]);
    reads(&body, "Over begge |  |  | \n2021 | 2022 | 2023 | - | en | to | tre | \n");
    assert_eq!(xml(&body).matches("<w:gridSpan w:val=\"3\"/>").count(), 2);
}

#[test]
fn a_table_in_a_cell_has_columns_of_its_own() {
    let inner = table(&[&["{{#kolonner aar}}{{this}}{{/kolonner}}"]]) + &p("");
    let body = format!(
        "<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w=\"4000\"/></w:tblGrid><w:tr><w:tc>{inner}</w:tc></w:tr></w:tbl>"
    );
    assert_eq!(grid(&xml(&body)), [4000]);
    assert_eq!(xml(&body).matches("<w:tc>").count(), 4);
}

#[test]
fn rows_that_disagree_are_told_of() {
    refused(
        &table(&[
            &["{{#kolonner aar}}{{this}}{{/kolonner}}"],
            &["{{#kolonner takster}}{{takst}}{{/kolonner}}"],
        ]),
        "fejl[kolonner-ulige] skabelon.docx, brødtekst, tabel 1, række 2, celle 1, mærket »{{#kolonner takster}}«: Kolonnen gentages 2 gange her, men 3 gange i en række ovenfor. Hver række skal have lige mange værdier; ret listen, eller lav to tabeller.\n",
    );
}

#[test]
fn one_time_is_no_times() {
    refused(
        &table(&[
            &["{{#kolonner aar}}{{this}}{{/kolonner}}"],
            &["{{#kolonner en}}{{this}}{{/kolonner}}"],
        ]),
        "fejl[kolonner-ulige] skabelon.docx, brødtekst, tabel 1, række 2, celle 1, mærket »{{#kolonner en}}«: Kolonnen gentages 1 gang her, men 3 gange i en række ovenfor. Hver række skal have lige mange værdier; ret listen, eller lav to tabeller.\n",
    );
}

#[test]
fn cells_that_cut_through_what_repeats_are_told_of() {
    refused(
        &table(&[&["a", "b"], &["{{#kolonner aar}}{{this}}", "x{{/kolonner}}"]]),
        "fejl[kolonner-skaev] skabelon.docx, brødtekst, tabel 1, række 2, celle 1, mærket »{{#kolonner aar}}«: De celler, der gentages, står ikke under de samme kolonner i alle rækker. Lad cellerne i hver række begynde og slutte samme sted som dem, der gentages.\n",
    );
}

#[test]
fn more_columns_than_word_has_are_told_of() {
    refused(
        &table(&[&["Navn", "{{#kolonner mange}}{{this}}{{/kolonner}}"]]),
        "fejl[tabel-for-bred] skabelon.docx, brødtekst, tabel 1, række 1, celle 2, mærket »{{#kolonner mange}}«: Tabellen får 64 kolonner; Word kan højst have 63. Del listen over flere tabeller, eller lad rækkerne gentages i stedet.\n",
    );
    assert_eq!(grid(&xml(&table(&[&["{{#kolonner mange}}{{this}}{{/kolonner}}"]]))).len(), 63);
}

#[test]
fn an_else_and_places_that_are_no_cell_are_told_of() {
    refused(
        &table(&[&["{{#kolonner aar}}{{this}}{{else}}Ingen{{/kolonner}}"]]),
        "fejl[kolonner-med-ellers] skabelon.docx, brødtekst, tabel 1, række 1, celle 1, mærket »{{else}}«: {{#kolonner aar}} kan ikke have {{else}}. Sæt {{#if …}} inde i cellen i stedet, eller giv tabellen en kolonne mere.\n",
    );
    refused(
        &p("{{#kolonner aar}}{{this}}{{/kolonner}}"),
        "fejl[kolonner-uden-for-tabel] skabelon.docx, brødtekst, afsnit 1, mærket »{{#kolonner aar}}«: {{#kolonner aar}} gentager kolonner, men står ikke i en tabel. Sæt mærket i den celle, der skal gentages, eller brug {{#each …}} i stedet.\n",
    );
    refused(
        &table(&[&["{{#kolonner aar}}{{this}}"], &["{{/kolonner}}"]]),
        "fejl[kolonner-skaev] skabelon.docx, brødtekst, tabel 1, række 1, celle 1, mærket »{{#kolonner aar}}«: {{#kolonner aar}} står i tabel 1, række 1, celle 1, men {{/kolonner}} står i tabel 1, række 2, celle 1; de skal stå i celler i samme række. Sæt begge mærker i den celle, der skal gentages.\n",
    );
}
