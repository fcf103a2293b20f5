//! Cells and rows in content controls are cells and rows like all others.

use super::sample::Shelf;
use super::small::{body, context, p, table, template, text, try_package};

/// A control round cells, rows or paragraphs.
fn control(content: &str) -> String {
    format!("<w:sdt><w:sdtPr/><w:sdtContent>{content}</w:sdtContent></w:sdt>")
}

fn cell(content: &str) -> String {
    format!("<w:tc>{content}</w:tc>")
}

fn two_columns(rows: &[&str]) -> String {
    let rows: String = rows.iter().map(|cells| format!("<w:tr>{cells}</w:tr>")).collect();
    let grid = "<w:gridCol w:w=\"2000\"/>".repeat(2);
    format!("<w:tbl><w:tblPr/><w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>")
}

#[test]
fn a_cell_in_a_control_is_coloured() {
    let coloured = control(&cell(&p("{{celle farve=\"gul\"}}a")));
    let xml = body(&two_columns(&[&(coloured + &cell(&p("b")))]));
    assert!(xml.contains("<w:tc><w:tcPr><w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"FFF2BF\"/></w:tcPr><w:p><w:r><w:t xml:space=\"preserve\">a</w:t></w:r></w:p></w:tc>"), "{xml}");
    assert!(!xml.contains("tmp:"), "{xml}");
}

#[test]
fn a_call_in_a_control_in_a_cell_leaves_nothing_behind() {
    let content = control(&p("{{celle farve=\"gul\"}}")) + &p("x");
    let xml = body(&two_columns(&[&(cell(&content) + &cell(&p("b")))]));
    assert!(
        xml.contains("w:fill=\"FFF2BF\"/></w:tcPr><w:p><w:r><w:t>x</w:t></w:r></w:p></w:tc>"),
        "{xml}"
    );
    assert!(!xml.contains("tmp:"), "{xml}");
    let only =
        body(&two_columns(&[&(cell(&control(&p("{{celle farve=\"gul\"}}"))) + &cell(&p("b")))]));
    assert!(only.contains("w:fill=\"FFF2BF\"/></w:tcPr><w:p/></w:tc>"), "{only}");
}

#[test]
fn a_cell_goes_over_cells_in_controls() {
    let wide = cell(&p("{{celle over=2}}a"));
    let xml = body(&two_columns(&[&(wide + &control(&cell("<w:p/>")))]));
    assert!(xml.contains("<w:tr><w:tc><w:tcPr><w:gridSpan w:val=\"2\"/></w:tcPr>"), "{xml}");
    assert!(!xml.contains("w:sdt"), "{xml}");
    let within = control(&cell(&p("{{celle over=2}}a")));
    let xml = body(&two_columns(&[&(within + &cell("<w:p/>"))]));
    assert!(
        xml.contains("<w:sdtContent><w:tc><w:tcPr><w:gridSpan w:val=\"2\"/></w:tcPr>"),
        "{xml}"
    );
    assert_eq!(text(&xml), "a | \n");
}

#[test]
fn cells_in_controls_grow_together() {
    let same = control(&cell(&p("{{celle saml=true}}a")));
    let row = same + &cell(&p("b"));
    let xml = body(&two_columns(&[&row, &row]));
    assert_eq!(text(&xml), "a | b | \n | b | \n");
    assert_eq!(xml.matches("<w:vMerge w:val=\"restart\"/>").count(), 1, "{xml}");
    assert_eq!(xml.matches("<w:vMerge/>").count(), 1, "{xml}");
}

#[test]
fn a_merge_goes_on_beside_a_cell_in_a_control() {
    let merge = |kind: &str, content: &str| {
        format!("<w:tc><w:tcPr><w:vMerge{kind}/></w:tcPr>{content}</w:tc>")
    };
    let first = cell(&p("a")) + &merge(" w:val=\"restart\"", &p("m"));
    let second = control(&cell(&p("k"))) + &merge("", "<w:p/>");
    let looped = cell(&p("{{#each tal}}{{this}}")) + &cell(&p("{{/each}}"));
    let xml = body(&two_columns(&[&first, &second, &looped]));
    assert_eq!(xml.matches("<w:vMerge w:val=\"restart\"/>").count(), 1, "{xml}");
    assert_eq!(xml.matches("<w:vMerge/>").count(), 1, "{xml}");
}

#[test]
fn columns_repeat_beside_a_cell_in_a_control() {
    let each = cell(&p("{{#kolonner tal}}{{this}}{{/kolonner}}"));
    let first = control(&cell(&p("k"))) + &each;
    let second = cell(&p("v")) + &each;
    let xml = body(&two_columns(&[&first, &second]));
    assert_eq!(text(&xml), "k | en | to | tre | \nv | en | to | tre | \n");
    assert_eq!(xml.matches("<w:gridCol ").count(), 4, "{xml}");
}

#[test]
fn a_cell_in_a_control_repeats_with_it_and_those_above_follow() {
    let above = control(&cell(&p("over")));
    let each = control(&cell(&p("{{#kolonner tal}}{{this}}{{/kolonner}}")));
    let xml = body(&two_columns(&[&(cell(&p("a")) + &above), &(cell(&p("b")) + &each)]));
    assert_eq!(text(&xml), "a | over | \nb | en | to | tre | \n");
    assert_eq!(xml.matches("<w:gridSpan w:val=\"3\"/>").count(), 1, "{xml}");
    assert_eq!(xml.matches("<w:sdt>").count(), 4, "{xml}");
    let gone = control(&cell(&p("{{#kolonner ingen}}{{this}}{{/kolonner}}")));
    let xml = body(&two_columns(&[&(cell(&p("a")) + &above), &(cell(&p("b")) + &gone)]));
    assert_eq!(text(&xml), "a | \nb | \n");
    assert!(!xml.contains("w:sdt"), "{xml}");
}

#[test]
fn a_row_of_one_cell_in_a_control_repeats() {
    let row = control(&cell(&p("{{#each tal}}{{this}}{{/each}}")));
    let xml = body(&format!(
        "<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w=\"900\"/></w:tblGrid><w:tr>{row}</w:tr></w:tbl>"
    ));
    assert_eq!(text(&xml), "en | \nto | \ntre | \n");
}

#[test]
fn a_grid_has_room_for_rows_in_controls() {
    let wide = "<w:tr><w:tc><w:p/></w:tc><w:tc><w:p/></w:tc><w:tc><w:p/></w:tc></w:tr>";
    let xml =
        body(&format!("<w:tbl><w:tblPr/><w:tblGrid/>{}</w:tbl>{}", control(wide), p("{{navn}}")));
    assert_eq!(xml.matches("<w:gridCol ").count(), 3, "{xml}");
}

#[test]
fn a_header_row_in_a_control_is_no_row_of_the_list() {
    let header = "<w:tr><w:trPr><w:tblHeader/></w:trPr><w:tc><w:p/></w:tc></w:tr>";
    let rows = table(&[&["{{#each ingen}}{{this}}{{/each}}"]])
        .replace("<w:tr>", &format!("{}<w:tr>", control(header)));
    let done = try_package(&template(&rows), &context(), &Shelf::default()).unwrap();
    assert_eq!(
        done.findings.iter().map(|found| found.code).collect::<Vec<_>>(),
        ["tabel-uden-raekker"]
    );
}
