//! Long sheets; how fast they are in a release build is measured in `tests/bench/workbook.rs`.

use crate::project::{Project, TAKSTER};

#[test]
fn blank_rows_with_a_format_are_passed_over() {
    let blank =
        |row: u32| format!(r#"<row r="{row}" s="3" customFormat="1"><c r="A{row}" s="3"/></row>"#);
    let project = Project::shipped().sheet_xml(TAKSTER, "Takster", |xml| {
        let rows: String = (100..100_100).map(blank).collect();
        xml.replace("</sheetData>", &format!("{rows}</sheetData>"))
    });
    assert_eq!(project.findings(), [""; 0]);
    assert!(project.assembled().shown() == crate::project::shipped().shown());
}

#[test]
fn rows_and_cells_out_of_order_are_put_in_order() {
    let project = Project::shipped().sheet_xml(TAKSTER, "Takster", |xml| {
        let (before, rest) = xml.split_once("<row ").expect("rows");
        let (data, after) = rest.split_once("</sheetData>").expect("rows");
        let mut rows: Vec<String> = data.split("<row ").map(|row| format!("<row {row}")).collect();
        rows.reverse();
        format!("{before}{}</sheetData>{after}", rows.concat())
    });
    assert!(project.assembled().shown() == crate::project::shipped().shown());
}
