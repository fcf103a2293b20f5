//! What of a workbook cannot be seen in Excel, or stands above its table.

use rust_xlsxwriter::{Format, Workbook, Worksheet};

use crate::project::{Project, TAKSTER};

/// The shipped takster with a change to the XML around the rows of »Takster«.
fn with_xml(old: &str, new: &str) -> Vec<String> {
    let project = Project::shipped().sheet_xml(TAKSTER, "Takster", |xml| {
        assert!(xml.contains(old), "»{old}« is not in the sheet");
        xml.replacen(old, new, 1)
    });
    project.findings()
}

fn unseen(says: &str) -> Vec<String> {
    vec![format!(
        "oplysning[skjult-i-excel] inputs/takster.xlsx, arket »Takster«: Arket {says}. Det skjulte \
         er læst med. Slet det skjulte, hvis det ikke skal med."
    )]
}

fn hide_rows(xml: String, rows: &[u32]) -> String {
    rows.iter().fold(xml, |xml, row| {
        xml.replacen(&format!(r#"<row r="{row}""#), &format!(r#"<row r="{row}" hidden="1""#), 1)
    })
}

fn with_hidden_rows(rows: &[u32]) -> Project {
    Project::shipped().sheet_xml(TAKSTER, "Takster", |xml| hide_rows(xml, rows))
}

#[test]
fn hidden_rows_are_read_and_told_with_their_numbers() {
    assert_eq!(with_hidden_rows(&[3]).findings(), unseen("har 1 skjult række (3)"));
    let several = with_hidden_rows(&[2, 3, 4, 6]);
    assert_eq!(several.findings(), unseen("har 4 skjulte rækker (2-4, 6)"));
    assert!(several.assembled().shown() == crate::project::shipped().shown());
}

#[test]
fn many_hidden_stretches_are_counted_but_not_all_named() {
    let filled = |row: u32| format!(r#"<row r="{row}"><c r="A{row}"><v>1</v></c></row>"#);
    let project = Project::shipped().sheet_xml(TAKSTER, "Takster", |xml| {
        let more: String = (60..72).map(filled).collect();
        let xml = xml.replace("</sheetData>", &format!("{more}</sheetData>"));
        hide_rows(xml, &[60, 62, 64, 66, 68, 70])
    });
    let found = project.findings();
    let told = found.iter().find(|finding| finding.starts_with("oplysning"));
    let told = told.unwrap_or_else(|| panic!("{found:#?}"));
    assert!(told.contains("Arket har 6 skjulte rækker (60, 62, 64, 66, 68, …)."), "{told}");
}

#[test]
fn hidden_columns_of_the_table_are_told_by_their_letters() {
    let columns = r#"<cols><col min="3" max="5" hidden="1"/><col min="40" max="16384" hidden="true"/></cols>"#;
    let project = Project::shipped().sheet_xml(TAKSTER, "Takster", |xml| {
        let (before, rest) = xml.split_once("<cols>").expect("widths");
        format!("{before}{columns}{}", rest.split_once("</cols>").expect("widths").1)
    });
    assert_eq!(project.findings(), unseen("har 3 skjulte kolonner (C-E)"));
}

#[test]
fn rows_that_a_filter_hides_are_read_and_the_filter_told() {
    let filter = r#"</sheetData><autoFilter ref="A1:P8"><filterColumn colId="3"><filters><filter val="x"/></filters></filterColumn></autoFilter>"#;
    let project = Project::shipped().sheet_xml(TAKSTER, "Takster", |xml| {
        hide_rows(without_filter(&xml).replace("</sheetData>", filter), &[5, 6])
    });
    assert_eq!(project.findings(), unseen("er filtreret og har 2 skjulte rækker (5-6)"));
}

fn without_filter(xml: &str) -> String {
    match xml.split_once("<autoFilter") {
        Some((before, rest)) => {
            format!("{before}{}", rest.split_once("/>").expect("a filter without choices").1)
        }
        None => xml.to_owned(),
    }
}

#[test]
fn a_row_that_is_shown_or_blank_is_not_told() {
    assert_eq!(with_xml("</sheetData>", r#"<row r="90" hidden="1"/></sheetData>"#), [""; 0]);
    assert_eq!(with_xml(r#"<row r="3""#, r#"<row r="3" hidden="0""#), [""; 0]);
}

#[test]
fn a_hidden_sheet_is_read_and_told() {
    for state in ["hidden", "veryHidden"] {
        let project = Project::shipped().part_xml(TAKSTER, "xl/workbook.xml", |xml| {
            let name = r#"name="Takster""#;
            let visible = xml.replace(r#" state="visible""#, "");
            visible.replace(name, &format!(r#"{name} state="{state}""#))
        });
        assert_eq!(project.findings(), unseen("er skjult"));
    }
}

#[test]
fn macros_are_never_run_and_that_is_told_once() {
    let shipped = Project::shipped();
    let mut package = shipped.package(TAKSTER);
    package.set_part("xl/vbaProject.bin", b"\xd0\xcf\x11\xe0".to_vec());
    assert_eq!(
        Project::shipped().with(TAKSTER, package.write()).findings(),
        [
            "oplysning[makroer] inputs/takster.xlsx: Projektmappen har makroer. De er ikke kørt; kun \
          cellernes værdier er læst. Gem den som .xlsx, så følger makroerne ikke med."
        ]
    );
}

#[test]
fn a_workbook_saved_under_another_ending_is_pointed_at() {
    for ending in ["xlsm", "xls", "ods", "XLSB"] {
        let shipped = Project::shipped();
        let bytes = shipped.bytes(TAKSTER).to_vec();
        let other = format!("inputs/takster.{ending}");
        let found = Project::shipped().without(TAKSTER).with(&other, bytes).findings();
        assert_eq!(
            found[0],
            format!(
                "fejl[fil-mangler] inputs/takster.xlsx: Filen findes ikke. Åbn »{other}« i Excel, \
                 og gem den som inputs/takster.xlsx."
            )
        );
    }
}

/// The shipped takster with »Befolkning« written anew below what `above` puts at its top.
fn below_a_title(above: impl Fn(&mut Worksheet), first: u32) -> Project {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    above(sheet);
    let names = ["Befolkning", "Kommune", "År", "Antal"];
    for (column, name) in (0..).zip(names) {
        sheet.write(first, column, name).expect("a cell");
    }
    for (column, words) in (0..).zip(["0-17-årige", "Rebild Kommune"]) {
        sheet.write(first + 1, column, words).expect("a cell");
    }
    for (column, number) in (2..).zip([2020, 7000]) {
        sheet.write(first + 1, column, number).expect("a cell");
    }
    let bytes = workbook.save_to_buffer().expect("a workbook");
    let written = Project::shipped().with("inputs/ny.xlsx", bytes);
    let package = written.package("inputs/ny.xlsx");
    let sheet = package.part("xl/worksheets/sheet1.xml").expect("a sheet").to_vec();
    let strings = package.part("xl/sharedStrings.xml").expect("strings").to_vec();
    let xml = with_words(&sheet, &strings);
    Project::shipped().sheet_xml(TAKSTER, "Befolkning", |_| xml)
}

/// A sheet with its shared words in place, so that it can stand in another workbook.
fn with_words(sheet: &[u8], strings: &[u8]) -> String {
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).expect("XML is UTF-8");
    let strings = text(strings);
    let words = strings.split("<si><t>").skip(1).map(|rest| rest.split('<').next().expect("words"));
    words.enumerate().fold(text(sheet), |sheet, (index, word)| {
        sheet.replace(
            &format!(r#" t="s"><v>{index}</v>"#),
            &format!(r#" t="inlineStr"><is><t>{word}</t></is>"#),
        )
    })
}

#[test]
fn a_title_merged_across_the_columns_above_the_headings_does_no_harm() {
    let title = |sheet: &mut Worksheet| {
        sheet
            .merge_range(0, 0, 0, 4, "Befolkningen i kommunerne", &Format::new())
            .expect("a title");
        sheet.merge_range(1, 0, 1, 4, "Antal borgere", &Format::new()).expect("a title");
    };
    let project = below_a_title(title, 3);
    assert_eq!(project.findings(), [""; 0]);
    let records = project.read().0.expect("a project");
    let place = &records.projekt.befolkning[0].antal.place;
    assert_eq!(place.to_string(), "inputs/takster.xlsx, arket »Befolkning«, celle D5");
}

#[test]
fn a_heading_that_stands_twice_below_a_title_is_told_in_its_own_row() {
    let title = |sheet: &mut Worksheet| {
        sheet.merge_range(0, 0, 0, 4, "Befolkning", &Format::new()).expect("a title");
        sheet.write(1, 6, "Antal").expect("a heading");
    };
    assert_eq!(
        below_a_title(title, 1).findings(),
        ["fejl[kolonne-to-gange] inputs/takster.xlsx, arket »Befolkning«, celle G2: Kolonnen \
          »Antal« findes to gange. Slet eller omdøb den ene."]
    );
}

#[test]
fn merged_headings_are_told_with_their_range() {
    let wide = |sheet: &mut Worksheet| {
        sheet.merge_range(0, 0, 0, 1, "Før", &Format::new()).expect("a heading");
        sheet.merge_range(0, 2, 0, 4, "Efter", &Format::new()).expect("a heading");
    };
    let found = below_a_title(wide, 1).findings();
    let told = |first: &str, range: &str| {
        format!(
            "fejl[flettede-celler] inputs/takster.xlsx, arket »Befolkning«, celle {first}: Cellerne \
             {range} er flettet sammen. Ophæv fletningen, og skriv værdien i hver celle."
        )
    };
    assert!(found.contains(&told("A1", "A1:B1")), "{found:#?}");
    assert!(found.contains(&told("C1", "C1:E1")), "{found:#?}");
}

#[test]
fn a_kommunenummer_is_no_kommune_whatever_its_form() {
    use crate::project::{Cell, INDBERETNINGER};
    for (cell, shown) in
        [(Cell::Text("0851"), "0851"), (Cell::Text("851"), "851"), (Cell::Number("851"), "851")]
    {
        assert_eq!(
            Project::shipped().workbook_cell(INDBERETNINGER, "Tal", "C8", cell).findings(),
            [format!(
                "fejl[ukendt-navn] inputs/indberetninger.xlsx, arket »Tal«, celle C8: \
                 »{shown}« er ikke en kommune, som projektet kender."
            )]
        );
    }
}

#[test]
fn a_range_that_ends_before_it_begins_is_told_and_never_stops_the_program() {
    let merged = r#"</sheetData><mergeCells count="1"><mergeCell ref="G8:A2"/></mergeCells>"#;
    let found = with_xml("</sheetData>", merged);
    assert_eq!(found.len(), 1, "{found:#?}");
    assert!(found[0].starts_with("fejl["), "{found:#?}");
}
