//! Tables whose rows come and go: what stays right, and what goes with them.

use socialaftale::finding::Severity;

use super::sample::Shelf;
use super::small::{body, context, p, table, template, text, try_package};

#[track_caller]
fn reads(body_xml: &str, expected: &str) {
    assert_eq!(text(&body(body_xml)), expected);
}

/// A table of rows as they stand, between two paragraphs.
fn between(rows: &str) -> String {
    let grid = "<w:tblGrid><w:gridCol w:w=\"2000\"/><w:gridCol w:w=\"2000\"/></w:tblGrid>";
    format!("{}<w:tbl><w:tblPr/>{grid}{rows}</w:tbl>{}", p("før"), p("efter"))
}

fn row(properties: &str, cells: &[&str]) -> String {
    let cells: String = cells.iter().map(|words| format!("<w:tc>{}</w:tc>", p(words))).collect();
    format!("<w:tr><w:trPr>{properties}</w:trPr>{cells}</w:tr>")
}

#[test]
fn a_table_whose_rows_all_vanish_goes_with_its_markers() {
    let around = |list: &str| {
        between(
            &[
                row("", &[&format!("{{{{#each {list}}}}}"), ""]),
                row("", &["{{this}}", "x"]),
                row("", &["{{/each}}", ""]),
            ]
            .concat(),
        )
    };
    reads(&around("ingen"), "før\nefter\n");
    reads(&around("tal"), "før\nen | x | \nto | x | \ntre | x | \nefter\n");
}

#[test]
fn an_else_in_a_row_of_its_own_gives_a_row_for_the_empty_list() {
    let rows = |list: &str| {
        table(&[
            &["Tilbud"],
            &[&format!("{{{{#each {list}}}}}")],
            &["{{this}}"],
            &["{{else}}"],
            &["Ingen"],
            &["{{/each}}"],
        ])
    };
    reads(&rows("ingen"), "Tilbud | \nIngen | \n");
    reads(&rows("tal"), "Tilbud | \nen | \nto | \ntre | \n");
}

#[test]
fn the_row_for_the_empty_list_may_carry_the_tags_itself() {
    let rows = |list: &str| {
        table(&[
            &["Tilbud", ""],
            &[&format!("{{{{#each {list}}}}}{{{{this}}}}"), "x"],
            &["{{else}}Ingen takster", "{{/each}}"],
        ])
    };
    reads(&rows("ingen"), "Tilbud |  | \nIngen takster |  | \n");
    reads(&rows("tal"), "Tilbud |  | \nen | x | \nto | x | \ntre | x | \n");
}

#[test]
fn a_table_of_which_only_the_header_is_left_is_told_of() {
    let header = row("<w:tblHeader/>", &["Tilbud", "Takst"]);
    let loops = |list: &str| row("", &[&format!("{{{{#each {list}}}}}{{{{this}}}}"), "{{/each}}"]);
    let findings = |rows: String| {
        try_package(&template(&between(&rows)), &context(), &Shelf::default()).unwrap().findings
    };
    let found = findings(format!("{header}{}", loops("ingen")));
    assert!(found.iter().all(|finding| finding.severity == Severity::Advarsel));
    assert_eq!(
        found.to_string(),
        "advarsel[tabel-uden-raekker] skabelon.docx, brødtekst, tabel 1, række 2, celle 1, mærket »{{#each ingen}}«: Tabellen har kun sit hoved: listen er tom. Sæt en række ind efter den sidste med {{else}} og fx »Ingen«, før blokken lukkes.\n"
    );
    assert_eq!(findings(format!("{header}{}", loops("tal"))).to_string(), "");
    assert_eq!(findings(header).to_string(), "");
}

#[test]
fn a_table_of_one_column_and_one_in_a_cell_empty_alike() {
    reads(&(table(&[&["{{#each ingen}}{{this}}{{/each}}"]]) + &p("slut")), "slut\n");
    let inner = table(&[&["{{#each ingen}}{{this}}", "{{/each}}"]]) + &p("");
    let outer = format!("<w:tr><w:tc>{inner}</w:tc><w:tc>{}</w:tc></w:tr>", p("b"));
    let xml = body(&between(&outer));
    assert_eq!(xml.matches("<w:tbl>").count(), 1);
    assert_eq!(text(&xml), "før\n | b | \nefter\n");
}

#[test]
fn loops_in_a_table_in_a_row_that_repeats() {
    let inner = table(&[&["{{#each noter}}{{this}}", "{{../tilbud}}{{/each}}"]]) + &p("");
    let outer = format!(
        "<w:tr><w:tc>{}</w:tc><w:tc>{inner}{}</w:tc></w:tr>",
        p("{{#each takster}}{{takst}}"),
        p("{{/each}}")
    );
    reads(
        &between(&outer),
        "før\n2.139 | a | Aalborg Krisecenter | \nb | Aalborg Krisecenter |  | \n1.208 |  | \nefter\n",
    );
}

#[test]
fn cells_merged_downwards_begin_anew_when_their_first_row_is_gone() {
    let merged = |kind: &str, words: &str| {
        format!("<w:tc><w:tcPr><w:vMerge{kind}/></w:tcPr>{}</w:tc><w:tc>{}</w:tc>", p(""), p(words))
    };
    let rows = format!(
        "<w:tr>{}</w:tr><w:tr>{}</w:tr><w:tr>{}</w:tr>",
        merged(" w:val=\"restart\"", "{{#each ingen}}b"),
        merged("", "{{/each}}"),
        merged("", "c")
    );
    let xml = body(&between(&rows));
    assert_eq!(xml.matches("<w:vMerge").count(), 1, "{xml}");
    assert!(xml.contains("<w:vMerge w:val=\"restart\"/>"), "{xml}");
    let kept = body(&between(
        &rows.replace("ingen", "tal").replace(">{{#each tal}}b", ">{{#each tal}}{{this}}"),
    ));
    assert_eq!(kept.matches("<w:vMerge w:val=\"restart\"/>").count(), 3, "{kept}");
    assert_eq!(kept.matches("<w:vMerge/>").count(), 1, "{kept}");
}

#[test]
fn header_rows_stay_header_rows_and_bands_are_counted_anew() {
    let band = "<w:cnfStyle w:val=\"000000100000\"/>";
    let rows =
        row("<w:tblHeader/>", &["Tal", ""]) + &row(band, &["{{#each tal}}{{this}}", "{{/each}}"]);
    let xml = body(&between(&rows));
    assert_eq!(xml.matches("<w:tblHeader/>").count(), 1);
    assert_eq!(xml.matches("w:cnfStyle").count(), 0, "{xml}");
    let plain = body(&between(&row(band, &["a", "b"])));
    assert_eq!(plain.matches("w:cnfStyle").count(), 1, "{plain}");
}

#[test]
fn a_row_that_repeats_keeps_the_blank_lines_of_its_cells() {
    let blank = "<w:p/>";
    let cell = [&p("{{#each takster}}"), &p("før"), blank, &p("{{tilbud}}"), blank].concat();
    let row = format!("<w:tr><w:tc>{cell}</w:tc><w:tc>{}</w:tc></w:tr>", p("{{/each}}"));
    let xml = body(&between(&row));
    for place in ["Aalborg Krisecenter", "Svenstrupgård"] {
        let place = format!("<w:p><w:r><w:t xml:space=\"preserve\">{place}</w:t></w:r></w:p>");
        let cell = format!("<w:tc>{}{blank}{place}{blank}</w:tc><w:tc><w:p/></w:tc>", p("før"));
        assert_eq!(xml.matches(&cell).count(), 1, "{xml}");
    }
}

#[test]
fn a_bookmark_reaches_from_a_row_that_vanishes_into_one_that_stays() {
    let start = "<w:bookmarkStart w:id=\"1\" w:name=\"Liste\"/>";
    let rows = [
        row("", &["{{#if ja}}", ""]).replacen("<w:p>", &format!("<w:p>{start}"), 1),
        row("", &["a", "b"]).replacen("</w:p>", "<w:bookmarkEnd w:id=\"1\"/></w:p>", 1),
        row("", &["{{/if}}", ""]),
    ];
    let xml = body(&between(&rows.concat()));
    let kept = "<w:bookmarkStart w:id=\"0\" w:name=\"Liste\"/><w:tr>";
    assert!(xml.contains(kept) && xml.contains("<w:bookmarkEnd w:id=\"0\"/>"), "{xml}");
}

#[test]
fn a_bookmark_reaches_from_a_line_of_a_cell_that_vanishes() {
    let line = "<w:p><w:bookmarkStart w:id=\"1\" w:name=\"Liste\"/><w:r><w:t>{{#each tal}}</w:t></w:r></w:p>";
    let last = "<w:p><w:r><w:t>x</w:t></w:r><w:bookmarkEnd w:id=\"1\"/></w:p>";
    let row = format!("<w:tr><w:tc>{line}{last}</w:tc><w:tc>{}</w:tc></w:tr>", p("{{/each}}"));
    let xml = body(&between(&row));
    assert_eq!(xml.matches("<w:tc><w:bookmarkStart ").count(), 3, "{xml}");
    assert!(xml.contains("w:name=\"Liste\"") && xml.contains("w:name=\"Liste_2\""), "{xml}");
}
