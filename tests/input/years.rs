//! The years that are counted are what the workbooks say.

use crate::project::{Cell, Project, TAKSTER, UDMELDINGER};

fn with(sheet: &str, address: &str, cell: Cell<'_>) -> Project {
    Project::shipped().workbook_cell(UDMELDINGER, sheet, address, cell)
}

#[test]
fn an_udmelding_counts_the_years_it_says() {
    let project = with("Udmeldinger", "J4", Cell::Number("2018"))
        .workbook_cell(UDMELDINGER, "Udmeldinger", "K4", Cell::Number("2020"))
        .workbook_cell(UDMELDINGER, "Landsdele", "E1", Cell::Number("2020"));
    let assembled = project.assembled();
    let gravide = assembled.projekt().udmeldinger.last().expect("an udmelding");
    assert_eq!(
        (gravide.aar.as_slice(), gravide.periode().as_str()),
        (&[2018, 2019, 2020][..], "2018-2020")
    );
    let table = assembled.table("cu.gravide.landsdele");
    let cells = |row: &socialaftale::text::tree::Row| -> Vec<String> {
        row.cells.iter().map(|cell| socialaftale::text::tree::plain_text(cell)).collect()
    };
    assert_eq!(cells(&table.header[0])[2..], ["2018", "2019", "2020"]);
    assert_eq!(cells(&table.rows[1])[2..], ["0", "4", "4"]);
}

#[test]
fn a_year_that_is_counted_has_its_column() {
    let found = with("Landsdele", "F1", Cell::Number("2016")).findings();
    assert_eq!(
        found,
        ["fejl[ukendt-kolonne] inputs/centrale-udmeldinger.xlsx, arket »Landsdele«: Kolonnen \
             »2018« mangler. Skal »2016« hedde »2018«?"]
    );
}

#[test]
fn a_year_stands_over_one_column() {
    let found = with("Landsdele", "F1", Cell::Number("2017")).findings();
    assert_eq!(found.len(), 2, "{found:#?}");
    assert!(found.iter().any(|one| one.contains(
        "fejl[kolonne-to-gange] inputs/centrale-udmeldinger.xlsx, arket »Landsdele«, celle F1: \
         Kolonnen »2017« findes to gange."
    )));
}

#[test]
fn a_year_is_four_digits_of_our_time_and_the_first_comes_first() {
    for (typed, shown) in [("19", "19"), ("2019.5", "2019.5"), ("20190", "20190")] {
        assert_eq!(
            with("Udmeldinger", "J2", Cell::Number(typed)).findings(),
            [format!(
                "fejl[ikke-et-aar] inputs/centrale-udmeldinger.xlsx, arket »Udmeldinger«, celle J2: I \
                 »Fra år« står {shown}, som ikke er et årstal. Skriv årstallet med fire cifre, fx 2019."
            )]
        );
    }
    assert_eq!(
        with("Udmeldinger", "J2", Cell::Number("2020")).findings(),
        [
            "fejl[aar-i-forkert-orden] inputs/centrale-udmeldinger.xlsx, arket »Udmeldinger«, celle K2: \
             Der tælles fra 2020, men kun til 2019. Ret »Fra år« eller »Til år«."
        ]
    );
}

#[test]
fn the_belaegning_stands_in_the_years_of_its_columns() {
    let project =
        Project::shipped().workbook_cell(TAKSTER, "Belægning", "F1", Cell::Number("2020"));
    let assembled = project.assembled();
    assert_eq!(assembled.field("belaegning.aalborg_krisecenter.procent.2020"), "92,1");
    let table = assembled.table("belaegning.aalborg_krisecenter");
    let headings: Vec<String> = table.header[0]
        .cells
        .iter()
        .map(|cell| socialaftale::text::tree::plain_text(cell))
        .collect();
    assert_eq!(headings, ["Opgørelse", "2018", "2019", "2020"]);
}
