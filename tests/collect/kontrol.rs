//! The table of answers, held against the returned files that it was read from.

use socialaftale::check::unsettled;
use socialaftale::collect::deviations;

use crate::project::{Cell, INDBERETNINGER, Project, listed};

fn told(project: &Project) -> Vec<String> {
    let records = project.read().0.expect("a project");
    listed(deviations(&records.projekt, &project.files()))
}

fn changed(sheet: &str, address: &str, cell: Cell<'_>) -> Project {
    Project::shipped().workbook_cell(INDBERETNINGER, sheet, address, cell)
}

#[test]
fn the_shipped_table_is_as_it_was_collected() {
    assert_eq!(told(&Project::shipped()), [""; 0]);
    assert_eq!(told(&Project::shipped().without(INDBERETNINGER)), [""; 0]);
}

#[test]
fn an_answer_that_is_written_over_is_told_with_what_was_returned() {
    let found = told(&changed("Tal", "F32", Cell::Number("99")));
    assert_eq!(found.len(), 1, "{found:#?}");
    let start = "advarsel[svar-rettet-direkte] inputs/indberetninger.xlsx, arket »Tal«, celle F32: Her \
                 står »99«, men i svaret fra Aalborg Kommune står »";
    assert!(found[0].starts_with(start), "{found:?}");
    assert!(found[0].contains("« (inputs/besvarelser/spise-aalborg-"), "{found:?}");
    let text = told(&changed("Tekster", "E4", Cell::Text("Noget andet")));
    assert!(text.len() == 1 && text[0].contains("arket »Tekster«, celle E4: "), "{text:?}");
    assert_eq!(told(&changed("Tal", "L32", Cell::Number("99"))), [""; 0], "a correction is none");
}

#[test]
fn a_row_that_is_gone_is_told_whether_it_was_answered_or_not() {
    for (row, sender) in [(32, "Aalborg Kommune, "), (14, "Læsø Kommune ")] {
        let address = |column: char| format!("{column}{row}");
        let gone = ('A'..='N').fold(Project::shipped(), |project, column| {
            project.workbook_cell(INDBERETNINGER, "Tal", &address(column), Cell::Blank)
        });
        let found = told(&gone);
        let said =
            "advarsel[svar-slettet] inputs/indberetninger.xlsx: Her mangler 1 række med svar fra ";
        assert_eq!(found.len(), 1, "{found:#?}");
        assert!(found[0].starts_with(&format!("{said}{sender}")), "{found:?}");
    }
}

#[test]
fn a_returned_file_that_is_no_longer_as_it_came_is_told() {
    let file = "inputs/besvarelser/dom-hjoerring.xlsx";
    let said = "advarsel[svarfil-mangler] inputs/indberetninger.xlsx: Filen med svaret fra Hjørring \
                Kommune på udmeldingen om ";
    for project in [Project::shipped().without(file), Project::shipped().append_bytes(file)] {
        let found = told(&project);
        assert!(found.len() == 1 && found[0].starts_with(said), "{found:?}");
    }
}

#[test]
fn unclear_and_blank_numbers_are_listed_for_each_who_has_answered() {
    let about =
        |project: &Project| listed(unsettled(&project.read().0.expect("a project").projekt));
    let before = about(&Project::shipped());
    let unclear = changed("Tal", "F32", Cell::Blank)
        .workbook_cell(INDBERETNINGER, "Tal", "G32", Cell::Text("uklar"))
        .workbook_cell(INDBERETNINGER, "Tal", "H32", Cell::Text("ca. 5"));
    let found: Vec<String> =
        about(&unclear).into_iter().filter(|one| !before.contains(one)).collect();
    assert_eq!(found.len(), 1, "{found:#?}");
    assert!(found[0].starts_with("oplysning[uafklaret-svar] inputs/indberetninger.xlsx, arket »Tal«, celle B32: Svaret fra Aalborg Kommune, "), "{found:?}");
    assert!(found[0].contains(" har 1 uklart tal: »boern_unge« i 2017 (ca. 5). "), "{found:?}");
    let settled = unclear.workbook_cell(INDBERETNINGER, "Tal", "L32", Cell::Number("5"));
    assert_eq!(about(&settled), before);
}
