//! Tables, their rows and their cells.

use super::compared::{body, compare};
use crate::word::small::{p, table, template};

#[test]
fn a_row_is_inserted_and_a_cell_changed() {
    let old = table(&[&["Tilbud", "Takst"], &["Birken", "1.208"]]);
    let new = table(&[&["Tilbud", "Takst"], &["Birken", "1.310"], &["Linden", "990"]]);
    assert_eq!(
        body(&(old + &p("Slut")), &(new + &p("Slut"))),
        r#"<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="2000"/><w:gridCol w:w="2000"/></w:tblGrid><w:tr><w:tc><w:p><w:r><w:t>Tilbud</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>Takst</w:t></w:r></w:p></w:tc></w:tr><w:tr><w:tc><w:p><w:r><w:t>Birken</w:t></w:r></w:p></w:tc><w:tc><w:p><w:del w:id="1"><w:r><w:delText>1.208</w:delText></w:r></w:del><w:ins w:id="2"><w:r><w:t>1.310</w:t></w:r></w:ins></w:p></w:tc></w:tr><w:tr><w:trPr><w:ins w:id="7"/></w:trPr><w:tc><w:p><w:pPr><w:rPr><w:ins w:id="3"/></w:rPr></w:pPr><w:ins w:id="4"><w:r><w:t>Linden</w:t></w:r></w:ins></w:p></w:tc><w:tc><w:p><w:pPr><w:rPr><w:ins w:id="5"/></w:rPr></w:pPr><w:ins w:id="6"><w:r><w:t>990</w:t></w:r></w:ins></w:p></w:tc></w:tr></w:tbl><w:p><w:r><w:t>Slut</w:t></w:r></w:p>"#
    );
}

#[test]
fn a_row_is_deleted_with_all_its_words() {
    let old = table(&[&["Tilbud", "Takst"], &["Birken", "1.208"]]);
    let new = table(&[&["Tilbud", "Takst"]]);
    assert_eq!(
        body(&(old + &p("Slut")), &(new + &p("Slut"))),
        r#"<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="2000"/><w:gridCol w:w="2000"/></w:tblGrid><w:tr><w:tc><w:p><w:r><w:t>Tilbud</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>Takst</w:t></w:r></w:p></w:tc></w:tr><w:tr><w:trPr><w:del w:id="5"/></w:trPr><w:tc><w:p><w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr><w:del w:id="2"><w:r><w:delText>Birken</w:delText></w:r></w:del></w:p></w:tc><w:tc><w:p><w:pPr><w:rPr><w:del w:id="3"/></w:rPr></w:pPr><w:del w:id="4"><w:r><w:delText>1.208</w:delText></w:r></w:del></w:p></w:tc></w:tr></w:tbl><w:p><w:r><w:t>Slut</w:t></w:r></w:p>"#
    );
}

#[test]
fn a_table_with_another_number_of_columns_is_another_table() {
    let old = table(&[&["Tilbud", "Takst"], &["Birken", "1.208"]]);
    let new = table(&[&["Tilbud", "Takst", "Enhed"], &["Birken", "1.208", "døgn"]]);
    let done = compare(&template(&(old + &p("Slut"))), &template(&(new + &p("Slut"))));
    assert_eq!((done.summary.inserted_rows, done.summary.deleted_rows), (2, 2));
}

#[test]
fn cells_that_are_joined_make_another_row() {
    let old = table(&[&["Tilbud", "Takst"], &["Birken", "1.208"]]);
    let joined = "<w:tc><w:tcPr><w:gridSpan w:val=\"2\"/></w:tcPr><w:p><w:r><w:t>Birken</w:t></w:r></w:p></w:tc>";
    let new =
        old.replace(&format!("<w:tc>{}</w:tc><w:tc>{}</w:tc>", p("Birken"), p("1.208")), joined);
    assert_ne!(old, new);
    let done = compare(&template(&(old + &p("Slut"))), &template(&(new + &p("Slut"))));
    assert_eq!((done.summary.inserted_rows, done.summary.deleted_rows), (1, 1));
}

#[test]
fn a_table_comes_and_goes() {
    let birken = table(&[&["Birken", "1.208"]]);
    let done = compare(&template(&p("Slut")), &template(&(birken.clone() + &p("Slut"))));
    assert_eq!(done.summary.inserted_rows, 1);
    let done = compare(&template(&(birken + &p("Slut"))), &template(&p("Slut")));
    assert_eq!(done.summary.deleted_rows, 1);
}

#[test]
fn the_last_paragraph_of_a_cell_stays_in_its_cell() {
    let cell = |inside: &str| {
        format!(
            "<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w=\"2000\"/></w:tblGrid><w:tr><w:tc>{inside}</w:tc></w:tr></w:tbl>{}",
            p("Slut")
        )
    };
    let old = cell(&(p("Birken er et tilbud") + &p("Det ligger i skoven")));
    let new = cell(&p("Birken er et tilbud"));
    assert_eq!(
        body(&old, &new),
        r#"<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="2000"/></w:tblGrid><w:tr><w:tc><w:p><w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr><w:r><w:t>Birken er et tilbud</w:t></w:r></w:p><w:p><w:del w:id="2"><w:r><w:delText>Det ligger i skoven</w:delText></w:r></w:del></w:p></w:tc></w:tr></w:tbl><w:p><w:r><w:t>Slut</w:t></w:r></w:p>"#
    );
}

#[test]
fn looks_of_tables_rows_and_cells_are_tracked() {
    let made = |style: &str, height: &str, colour: &str| {
        format!(
            "<w:tbl><w:tblPr>{style}</w:tblPr><w:tblGrid><w:gridCol w:w=\"2000\"/></w:tblGrid><w:tr><w:trPr>{height}</w:trPr><w:tc><w:tcPr>{colour}</w:tcPr>{}</w:tc></w:tr></w:tbl>{}",
            p("Birken"),
            p("Slut")
        )
    };
    let old = made("<w:jc w:val=\"left\"/>", "<w:trHeight w:val=\"300\"/>", "<w:noWrap/>");
    let new = made(
        "<w:jc w:val=\"center\"/>",
        "<w:trHeight w:val=\"400\"/>",
        "<w:vAlign w:val=\"center\"/>",
    );
    assert_eq!(
        body(&old, &new),
        r#"<w:tbl><w:tblPr><w:jc w:val="center"/><w:tblPrChange w:id="1"><w:tblPr><w:jc w:val="left"/></w:tblPr></w:tblPrChange></w:tblPr><w:tblGrid><w:gridCol w:w="2000"/></w:tblGrid><w:tr><w:trPr><w:trHeight w:val="400"/><w:trPrChange w:id="2"><w:trPr><w:trHeight w:val="300"/></w:trPr></w:trPrChange></w:trPr><w:tc><w:tcPr><w:vAlign w:val="center"/><w:tcPrChange w:id="3"><w:tcPr><w:noWrap/></w:tcPr></w:tcPrChange></w:tcPr><w:p><w:r><w:t>Birken</w:t></w:r></w:p></w:tc></w:tr></w:tbl><w:p><w:r><w:t>Slut</w:t></w:r></w:p>"#
    );
}
