use rust_decimal::Decimal;
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};

use crate::project::{self, Cell, INDBERETNINGER, MYNDIGHEDER, Project, TAKSTER, UDMELDINGER};

fn with_takst(address: &str, cell: Cell<'_>) -> Vec<String> {
    Project::shipped().workbook_cell(TAKSTER, "Takster", address, cell).findings()
}

fn with_kontroltal(address: &str, cell: Cell<'_>) -> Vec<String> {
    Project::shipped().workbook_cell(UDMELDINGER, "Kontroltal", address, cell).findings()
}

fn with_answer(address: &str, cell: Cell<'_>) -> Vec<String> {
    Project::shipped().workbook_cell(INDBERETNINGER, "Tal", address, cell).findings()
}

#[test]
fn a_number_is_read_as_it_stands_with_its_cell() {
    let project = Project::shipped().workbook_cell(TAKSTER, "Takster", "L2", Cell::Number("95.34"));
    let records = project.read().0.expect("a project");
    let percent = records.projekt.takster[0].belaegning.as_ref().expect("a percent");
    assert_eq!(percent.value, Decimal::new(9534, 2));
    assert_eq!(percent.place.to_string(), "inputs/takster.xlsx, arket »Takster«, celle L2");
}

#[test]
fn a_misspelt_column_is_told_with_the_one_that_is_there() {
    assert_eq!(
        with_takst("J1", Cell::Text("Taks")),
        ["fejl[ukendt-kolonne] inputs/takster.xlsx, arket »Takster«: Kolonnen »Takst« mangler. \
          Skal »Taks« hedde »Takst«?"]
    );
}

#[test]
fn a_column_unlike_any_other_is_told_with_the_headings_there_are() {
    let found = with_kontroltal("F1", Cell::Text("XQZ"));
    assert_eq!(
        found,
        [
            "fejl[ukendt-kolonne] inputs/centrale-udmeldinger.xlsx, arket »Kontroltal«: Kolonnen »Mangler \
          svar« mangler. Kolonnerne hedder: Udmelding, Gruppe, 2017, 2018, 2019, XQZ, Status, Kilde."
        ]
    );
}

#[test]
fn every_missing_column_of_a_sheet_is_told_at_once() {
    let project = Project::shipped()
        .workbook_cell(TAKSTER, "Befolkning", "A1", Cell::Blank)
        .workbook_cell(TAKSTER, "Befolkning", "D1", Cell::Blank);
    let found = project.findings();
    assert_eq!(found.len(), 2, "{found:#?}");
    assert!(found[0].contains("arket »Befolkning«: Kolonnen »Antal« mangler."));
    assert!(found[1].contains("arket »Befolkning«: Kolonnen »Befolkning« mangler."));
}

#[test]
fn headings_are_found_without_regard_to_case_and_spaces() {
    let project = Project::shipped()
        .workbook_cell(TAKSTER, "Takster", "J1", Cell::Text("  TAKST\u{a0} "))
        .workbook_cell(TAKSTER, "Takster", "M1", Cell::Text("Gælder\u{a0}  fra"))
        .workbook_cell(TAKSTER, "Takster", "L1", Cell::Text("Belæ\u{200b}gningsprocent"));
    assert_eq!(project.findings(), Vec::<String>::new());
}

#[test]
fn decomposed_letters_are_the_composed_ones() {
    let found = Project::shipped()
        .replace(MYNDIGHEDER, "\"Aalborg Kommune\"", "\"Ålborg Kommune\"")
        .workbook_cell(INDBERETNINGER, "Tal", "C32", Cell::Text("A\u{30a}lborg Kommune"))
        .findings();
    let of_answers = found.iter().filter(|finding| finding.contains("arket »Tal«"));
    assert_eq!(of_answers.count(), 35, "{found:#?}");
    assert!(found.iter().all(|finding| !finding.contains("celle C32:")), "{found:#?}");
}

#[test]
fn text_where_a_number_belongs_is_told_with_the_text() {
    assert_eq!(
        with_takst("J5", Cell::Text("ca. 1.943 kr.")),
        [
            "fejl[forkert-indhold] inputs/takster.xlsx, arket »Takster«, celle J5: Under »Takst« skal \
          der stå et tal, men her står teksten »ca. 1.943 kr.«. Skriv kun tallet i cellen, og sæt \
          ord og forbehold i kolonnen »Note«."
        ]
    );
}

#[test]
fn a_number_kept_as_text_is_never_guessed_but_told_with_what_it_can_mean() {
    let is_text = "Tallet er gemt som tekst.";
    let cases = [
        ("1.933", format!("{is_text} Skriv 1933 i cellen, hvis det er det, der menes.")),
        ("1933", format!("{is_text} Skriv 1933 i cellen, hvis det er det, der menes.")),
        ("95,34", format!("{is_text} Skriv 95,34 i cellen, hvis det er det, der menes.")),
        ("\u{2212}5", format!("{is_text} Skriv -5 i cellen, hvis det er det, der menes.")),
        ("1,933", format!("{is_text} Skriv 1933 eller 1,933, alt efter hvad der menes.")),
        (
            "1,933.00",
            "Skriv kun tallet i cellen, og sæt ord og forbehold i kolonnen »Note«.".to_owned(),
        ),
    ];
    for (typed, hint) in cases {
        assert_eq!(
            with_takst("J5", Cell::Text(typed)),
            [format!(
                "fejl[forkert-indhold] inputs/takster.xlsx, arket »Takster«, celle J5: Under \
                 »Takst« skal der stå et tal, men her står teksten »{typed}«. {hint}"
            )]
        );
    }
}

#[test]
fn signs_for_a_missing_number_are_told_and_never_read_as_none() {
    for typed in ["-", "..", "–", "n/a", "ukendt"] {
        assert_eq!(
            with_takst("J5", Cell::Text(typed)),
            [format!(
                "fejl[forkert-indhold] inputs/takster.xlsx, arket »Takster«, celle J5: Under \
                 »Takst« skal der stå et tal, men her står teksten »{typed}«. Ret cellen, eller \
                 lad den stå tom, hvis oplysningen mangler."
            )]
        );
    }
}

#[test]
fn words_where_a_number_belongs_may_be_left_out() {
    assert_eq!(
        with_kontroltal("C5", Cell::Text("ukendt")),
        [
            "fejl[forkert-indhold] inputs/centrale-udmeldinger.xlsx, arket »Kontroltal«, celle C5: Under \
          »2017« skal der stå et tal, men her står teksten »ukendt«. Ret cellen, eller lad den stå \
          tom, hvis oplysningen mangler."
        ]
    );
}

#[test]
fn excels_own_errors_are_told_and_never_printed_or_counted() {
    let signs = [
        ("#REF!", "#REFERENCE!"),
        ("#N/A", "#I/T"),
        ("#DIV/0!", "#DIV/0!"),
        ("#NAME?", "#NAVN?"),
        ("#VALUE!", "#VÆRDI!"),
        ("#NULL!", "#NUL!"),
        ("#NUM!", "#NUM!"),
    ];
    for (sign, shown) in signs {
        assert_eq!(
            with_takst("J5", Cell::Error(sign)),
            [format!(
                "fejl[excel-fejl] inputs/takster.xlsx, arket »Takster«, celle J5: Cellen under \
                 »Takst« viser fejlen {shown}. Ret formlen i Excel."
            )]
        );
    }
}

#[test]
fn a_formula_without_its_result_is_told_and_never_blank() {
    assert_eq!(
        with_takst("J5", Cell::Formula("J6+10")),
        [
            "fejl[formel-uden-resultat] inputs/takster.xlsx, arket »Takster«, celle J5: Formlen under \
          »Takst« er ikke regnet ud. Åbn filen i Excel, lad den regne, og gem den."
        ]
    );
}

#[test]
fn a_formula_with_its_result_is_the_result() {
    let project = Project::shipped().sheet_xml(TAKSTER, "Takster", |xml| {
        xml.replacen("<v>1943</v>", "<f>J6+11</f><v>1944</v>", 1)
    });
    assert_eq!(project.assembled().field("takst.hobro_krisecenter.takst"), "1.944");
}

/// The shipped takster with a cell's content given as XML.
fn with_content(attributes: &str, content: &str) -> Project {
    Project::shipped().sheet_xml(TAKSTER, "Takster", |xml| {
        let start = xml.find(r#"<c r="J5""#).expect("the cell");
        let end = start + xml[start..].find("</c>").expect("a cell ends");
        let cell = format!(r#"<c r="J5" {attributes}>{content}"#);
        format!("{}{cell}{}", &xml[..start], &xml[end..])
    })
}

#[test]
fn a_shared_formula_with_a_vast_number_is_not_spread_out() {
    let shared = r#"<f t="shared" ref="J5:J6" si="99999999999">J7+1</f><v>1944</v>"#;
    let project = with_content("", shared);
    assert_eq!(project.assembled().field("takst.hobro_krisecenter.takst"), "1.944");
}

#[test]
fn a_shared_formula_without_its_result_is_told_in_every_cell() {
    for shared in [r#"<f t="shared" ref="J5:J6" si="0">J7+1</f>"#, r#"<f t="shared" si="0"/>"#] {
        let found = with_content("", shared).findings();
        assert_eq!(found.len(), 1, "{found:#?}");
        assert!(found[0].contains("fejl[formel-uden-resultat] "), "{found:?}");
        assert!(found[0].contains("celle J5: "), "{found:?}");
    }
}

#[test]
fn a_formula_whose_result_is_no_words_is_a_blank_cell() {
    for value in ["<v></v>", "<v/>"] {
        let blank = with_content(r#"t="str""#, &format!(r#"<f>IF(1=1,"","x")</f>{value}"#));
        assert_eq!(blank.findings(), Vec::<String>::new());
        let records = blank.read().0.expect("a project");
        assert_eq!(records.projekt.takster[3].takst, None);
    }
}

#[test]
fn a_number_too_large_for_sums_is_told_and_never_read() {
    for typed in ["1000000000000", "-1e12", "7.9e28", "1e300"] {
        assert_eq!(
            with_takst("J5", Cell::Number(typed)),
            ["fejl[tal-for-stort] inputs/takster.xlsx, arket »Takster«, celle J5: Tallet under \
              »Takst« er for stort til at være rigtigt. Ret tallet. Et nummer, der ikke skal regnes \
              med, skrives som tekst."],
            "{typed}"
        );
    }
    let largest =
        Project::shipped().workbook_cell(TAKSTER, "Takster", "J5", Cell::Number("999999999999"));
    assert_eq!(project::listed(largest.read().1), Vec::<String>::new());
}

#[test]
fn a_computed_number_is_read_as_excel_shows_it() {
    let computed =
        [("3.3000000000000003", "3.3"), ("0.30000000000000004", "0.3"), ("95.34", "95.34")];
    for (kept, shown) in computed {
        let project =
            Project::shipped().workbook_cell(TAKSTER, "Takster", "J5", Cell::Number(kept));
        let records = project.read().0.expect("a project");
        let takst = records.projekt.takster[3].takst.as_ref().expect("a number");
        assert_eq!(takst.value.to_string(), shown);
    }
}

#[test]
fn the_marks_of_the_merge_engine_are_dropped_from_a_cell() {
    let note = Cell::Text("\u{e000}Note\u{e001}1\u{f8ff}");
    let records = Project::shipped().workbook_cell(TAKSTER, "Takster", "P5", note).read().0;
    let takst = &records.expect("a project").projekt.takster[3];
    assert_eq!(takst.note.as_ref().map(|note| note.value.as_str()), Some("Note1"));
}

#[test]
fn merged_cells_are_told_with_their_range() {
    let project = Project::shipped().sheet_xml(TAKSTER, "Takster", |xml| {
        xml.replace(
            "</sheetData>",
            r#"</sheetData><mergeCells count="1"><mergeCell ref="G2:G8"/></mergeCells>"#,
        )
    });
    assert_eq!(
        project.findings(),
        [
            "fejl[flettede-celler] inputs/takster.xlsx, arket »Takster«, celle G2: Cellerne G2:G8 er \
          flettet sammen. Ophæv fletningen, og skriv værdien i hver celle."
        ]
    );
}

#[test]
fn a_merged_title_away_from_the_data_does_no_harm() {
    let project = Project::shipped().sheet_xml(TAKSTER, "Takster", |xml| {
        xml.replace(
            "</sheetData>",
            r#"</sheetData><mergeCells count="1"><mergeCell ref="T20:V22"/></mergeCells>"#,
        )
    });
    assert_eq!(project.findings(), Vec::<String>::new());
}

#[test]
fn an_unknown_kommune_is_told_with_the_nearest() {
    assert_eq!(
        with_answer("C8", Cell::Text("Hjøring Kommune")),
        ["fejl[ukendt-navn] inputs/indberetninger.xlsx, arket »Tal«, celle C8: \
             »Hjøring Kommune« er ikke en kommune, som projektet kender. Mente du »Hjørring Kommune«?",]
    );
}

#[test]
fn a_kommune_is_known_without_regard_to_case_and_space() {
    assert_eq!(with_answer("C8", Cell::Text(" HJØRRING\u{a0}kommune ")), Vec::<String>::new());
}

#[test]
fn an_answer_that_stands_twice_is_told_with_both_rows() {
    let found = with_answer("C5", Cell::Text("Brønderslev Kommune"));
    assert_eq!(
        found,
        [
            "fejl[noegle-to-gange] inputs/indberetninger.xlsx, arket »Tal«, celle E5: Svaret »spise, \
          Brønderslev Kommune, boern_unge, 2017« står to gange, første gang i \
          inputs/indberetninger.xlsx, arket »Tal«, celle E2. Giv hver sin nøgle, eller slet den ene."
        ]
    );
}

#[test]
fn the_region_is_no_kommune() {
    let found = with_answer("C5", Cell::Text("Region Nordjylland"));
    assert!(found[0].contains("»Region Nordjylland« er ikke en kommune, som projektet kender."));
}

#[test]
fn an_unknown_group_and_udmelding_are_told_with_the_nearest() {
    let found = Project::shipped()
        .workbook_cell(UDMELDINGER, "Kontroltal", "A2", Cell::Text("spsie"))
        .workbook_cell(UDMELDINGER, "Kontroltal", "B3", Cell::Text("voksen"))
        .findings();
    assert_eq!(
        found[..2],
        [
            "fejl[ukendt-navn] inputs/centrale-udmeldinger.xlsx, arket »Kontroltal«, celle A2: »spsie« \
             er ikke en central udmelding, som projektet kender. Mente du »spise«?",
            "fejl[ukendt-navn] inputs/centrale-udmeldinger.xlsx, arket »Kontroltal«, celle B3: »voksen« \
             er ikke en gruppe, som projektet kender. Mente du »voksne«?",
        ]
    );
}

#[test]
fn a_missing_sheet_is_told_with_the_nearest() {
    let project = Project::shipped().part_xml(UDMELDINGER, "xl/workbook.xml", |xml| {
        xml.replace(r#"name="Landsdele""#, r#"name="Landsdel""#)
    });
    assert_eq!(
        project.findings(),
        ["fejl[ark-mangler] inputs/centrale-udmeldinger.xlsx: Projektmappen har intet ark, der \
          hedder »Landsdele«. Skal arket »Landsdel« hedde »Landsdele«?"]
    );
}

#[test]
fn a_sheet_unlike_any_other_is_told_with_the_sheets_there_are() {
    let project = Project::shipped().part_xml(TAKSTER, "xl/workbook.xml", |xml| {
        xml.replace(r#"name="Objektiv finansiering""#, r#"name="XQZ""#)
    });
    assert_eq!(
        project.findings(),
        [
            "fejl[ark-mangler] inputs/takster.xlsx: Projektmappen har intet ark, der hedder »Objektiv \
             finansiering«. Arkene hedder: Takster, Ændringer, Belægning, Regnskab, XQZ, Befolkning, \
             Oplyst fordeling."
        ]
    );
}

#[test]
fn sheets_are_found_without_regard_to_case_and_outer_space() {
    let project = Project::shipped().part_xml(TAKSTER, "xl/workbook.xml", |xml| {
        xml.replace(r#"name="Befolkning""#, r#"name=" BEFOLKNING ""#)
    });
    assert_eq!(project.findings(), Vec::<String>::new());
}

#[test]
fn a_column_that_stands_twice_is_told() {
    assert_eq!(
        with_takst("U1", Cell::Text("Note")),
        ["fejl[kolonne-to-gange] inputs/takster.xlsx, arket »Takster«, celle U1: Kolonnen »Note« \
          findes to gange. Slet eller omdøb den ene."]
    );
}

#[test]
fn a_date_where_a_number_belongs_is_told() {
    let project = Project::shipped().sheet_xml(TAKSTER, "Takster", |xml| {
        xml.replace(r#"<c r="J5" s="3" t="n">"#, r#"<c r="J5" s="4" t="n">"#)
    });
    assert_eq!(
        project.findings(),
        [
            "fejl[forkert-indhold] inputs/takster.xlsx, arket »Takster«, celle J5: Under »Takst« skal \
          der stå et tal, men her står datoen 26. april 1905. Ret cellen, eller lad den stå tom, \
          hvis oplysningen mangler."
        ]
    );
}

#[test]
fn a_bare_number_or_words_where_a_date_belongs_are_told() {
    let project = Project::shipped().sheet_xml(TAKSTER, "Takster", |xml| {
        xml.replace(r#"<c r="M5" s="6" t="n">"#, r#"<c r="M5" s="3" t="n">"#)
    });
    assert_eq!(
        project.findings(),
        [
            "fejl[forkert-indhold] inputs/takster.xlsx, arket »Takster«, celle M5: Under »Gælder fra« \
          skal der stå en dato, men her står tallet 43.831. Skriv datoen som dd-mm-åååå, så Excel \
          viser den som dato."
        ]
    );
    let found = with_takst("M5", Cell::Text("1. januar"));
    assert!(found[0].contains("skal der stå en dato, men her står teksten »1. januar«."));
}

#[test]
fn dates_follow_the_epoch_of_the_workbook() {
    let project = Project::shipped().part_xml(TAKSTER, "xl/workbook.xml", |xml| {
        xml.replace("<workbookPr/>", r#"<workbookPr date1904="1"/>"#)
    });
    let records = project.read().0.expect("a project");
    let from = records.projekt.takster[0].gaelder_fra.as_ref().expect("a date");
    assert_eq!(from.value.to_string(), "2024-01-02");
}

#[test]
fn a_count_is_a_whole_number_from_zero_on() {
    for (typed, shown) in [("-1", "\u{2212}1"), ("2.5", "2,5")] {
        assert_eq!(
            with_kontroltal("E3", Cell::Number(typed)),
            [format!(
                "fejl[ikke-et-antal] inputs/centrale-udmeldinger.xlsx, arket »Kontroltal«, celle E3: I \
                 »2019« står {shown}, men et antal er et helt tal fra 0 og op. Ret tallet i cellen."
            )]
        );
    }
}

#[test]
fn a_blank_cell_that_must_be_filled_is_told() {
    assert_eq!(
        with_takst("B5", Cell::Blank),
        [
            "fejl[tom-celle] inputs/takster.xlsx, arket »Takster«, celle B5: Cellen under »Tilbud« er \
          tom. Udfyld cellen, eller slet rækken."
        ]
    );
    let found = with_takst("B5", Cell::Text(" \u{a0} "));
    assert_eq!(found.len(), 1, "{found:#?}");
    assert!(found[0].starts_with("fejl[tom-celle] "));
}

#[test]
fn faults_of_many_cells_and_both_workbooks_are_told_at_once() {
    let found = Project::shipped()
        .workbook_cell(TAKSTER, "Takster", "J5", Cell::Text("x"))
        .workbook_cell(TAKSTER, "Takster", "M6", Cell::Text("x"))
        .workbook_cell(TAKSTER, "Ændringer", "D2", Cell::Blank)
        .workbook_cell(UDMELDINGER, "Grupper", "D2", Cell::Text("måske"))
        .findings();
    let cells: Vec<&str> = found
        .iter()
        .filter_map(|finding| finding.split("celle ").nth(1)?.split(':').next())
        .collect();
    assert_eq!(cells, ["D2", "J5", "M6", "D2"], "{found:#?}");
}

#[test]
fn a_faulty_row_of_udmeldinger_does_not_blame_the_rows_that_hang_on_it() {
    let found =
        Project::shipped().workbook_cell(UDMELDINGER, "Udmeldinger", "B3", Cell::Blank).findings();
    assert_eq!(
        found,
        [
            "fejl[tom-celle] inputs/centrale-udmeldinger.xlsx, arket »Udmeldinger«, celle B3: Cellen \
          under »Titel« er tom. Udfyld cellen, eller slet rækken."
        ]
    );
}

#[test]
fn an_empty_sheet_is_told() {
    let project = Project::shipped().sheet_xml(TAKSTER, "Befolkning", |xml| {
        let (before, rest) = xml.split_once("<sheetData>").expect("data");
        let (_, after) = rest.split_once("</sheetData>").expect("data");
        format!("{before}<sheetData></sheetData>{after}")
    });
    assert_eq!(
        project.findings(),
        [
            "fejl[tomt-ark] inputs/takster.xlsx, arket »Befolkning«: Arket er tomt. Første række skal \
          have kolonnernes overskrifter."
        ]
    );
}

#[test]
fn two_cells_far_apart_cost_no_time_and_blank_rows_are_passed_over() {
    let begun = std::time::Instant::now();
    let project =
        Project::shipped().workbook_cell(TAKSTER, "Takster", "XFD1048576", Cell::Text("x"));
    let found = project.findings();
    assert_eq!(found.len(), 3, "{found:#?}");
    assert!(found[0].contains("celle A1048576: Cellen under »Nøgle« er tom."), "{found:#?}");
    assert!(begun.elapsed().as_secs() < 5, "{:?}", begun.elapsed());
}

/// A copy of a workbook by another writer: columns the other way round, one more, shared strings.
fn rewritten(bytes: &[u8]) -> Vec<u8> {
    use calamine::{Data, Reader, Xlsx};
    let mut from: Xlsx<_> =
        calamine::open_workbook_from_rs(std::io::Cursor::new(bytes)).expect("a workbook");
    let mut to = Workbook::new();
    let date = Format::new().set_num_format("dd-mm-yyyy");
    for name in from.sheet_names() {
        let range = from.worksheet_range(&name).expect("a sheet");
        let sheet = to.add_worksheet().set_name(&name).expect("a name");
        let width = u16::try_from(range.width()).expect("few columns");
        for (row, cells) in (0..).zip(range.rows()) {
            sheet.write(row, width, "Ekstra").expect("a cell");
            for (column, cell) in (0..).zip(cells) {
                let column = width - 1 - column;
                let written = match cell {
                    Data::Empty => continue,
                    Data::DateTime(day) => {
                        let day = ExcelDateTime::from_serial_datetime(day.as_f64()).expect("a day");
                        sheet.write_with_format(row, column, &day, &date)
                    }
                    Data::Float(number) => sheet.write(row, column, *number),
                    Data::Int(number) => sheet.write(row, column, *number as f64),
                    other => sheet.write(row, column, other.to_string()),
                };
                written.expect("a cell");
            }
        }
    }
    to.save_to_buffer().expect("a workbook")
}

#[test]
fn the_order_of_columns_and_extra_ones_change_nothing() {
    let shipped = Project::shipped();
    let (takster, udmeldinger) =
        (rewritten(shipped.bytes(TAKSTER)), rewritten(shipped.bytes(UDMELDINGER)));
    let rewritten = Project::shipped().with(TAKSTER, takster).with(UDMELDINGER, udmeldinger);
    assert_eq!(rewritten.findings(), Vec::<String>::new());
    assert!(rewritten.assembled().shown() == project::shipped().shown());
}

#[test]
fn a_heading_that_is_wanted_itself_is_not_taken_for_the_missing_one() {
    let found = with_takst("N1", Cell::Blank);
    assert_eq!(found.len(), 1, "{found:#?}");
    assert!(found[0].contains("Kolonnen »Besluttet af« mangler. Kolonnerne hedder: Nøgle, Tilbud"));
}

#[test]
fn rows_that_cannot_be_read_do_not_make_the_sums_wrong_too() {
    let found = with_answer("F5", Cell::Text("x"));
    assert_eq!(found.len(), 1, "{found:#?}");
}
