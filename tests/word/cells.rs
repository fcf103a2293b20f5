//! Cells whose colour, breadth and height are data.

use serde_json::json;
use socialaftale::merge::Context;

use super::sample::Shelf;
use super::small::{body, context, faults, p, part, read, table, template, text, try_package};

fn statuses() -> Context {
    let mut context = context();
    context.set(
        "maal",
        json!([
            {"omraade": "Unge", "navn": "A", "farve": "grøn", "bredde": "1"},
            {"omraade": "Unge", "navn": "B", "farve": "", "bredde": "1"},
            {"omraade": "Voksne", "navn": "C", "farve": "#1A1A1A", "bredde": "2"},
        ]),
    );
    context
}

/// The body of a table with one row for each of the statuses.
fn filled(cells: &[&str]) -> String {
    let mut cells: Vec<String> = cells.iter().map(ToString::to_string).collect();
    cells[0].insert_str(0, "{{#each maal}}");
    cells.last_mut().unwrap().push_str("{{/each}}");
    let row: Vec<&str> = cells.iter().map(String::as_str).collect();
    let done = try_package(&template(&table(&[&row])), &statuses(), &Shelf::default()).unwrap();
    part(&read(&done), "word/document.xml")
}

fn rows(xml: &str) -> Vec<&str> {
    xml.split("<w:tr>").skip(1).collect()
}

#[test]
fn a_cell_is_coloured_by_the_data_and_dark_ones_have_white_text() {
    let xml = filled(&["{{navn}}", "{{celle farve=farve}}x"]);
    let rows = rows(&xml);
    assert!(rows[0].contains("<w:tc><w:tcPr><w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"D8ECD8\"/></w:tcPr><w:p><w:r><w:t xml:space=\"preserve\">x</w:t></w:r></w:p></w:tc>"), "{xml}");
    assert!(!rows[1].contains("w:shd"), "{xml}");
    assert!(
        rows[2].contains(
            "w:fill=\"1A1A1A\"/></w:tcPr><w:p><w:r><w:rPr><w:color w:val=\"FFFFFF\"/></w:rPr><w:t "
        ),
        "{xml}"
    );
    assert_eq!(xml.matches("tmp:").count(), 0, "{xml}");
}

#[test]
fn the_shade_stands_in_its_place_and_replaces_that_of_the_template() {
    let cell = "<w:tc><w:tcPr><w:tcW w:w=\"900\" w:type=\"dxa\"/><w:shd w:val=\"clear\" w:fill=\"000000\"/><w:vAlign w:val=\"center\"/></w:tcPr><w:p><w:r><w:t>{{celle farve=\"F3F6F7\"}}a</w:t></w:r></w:p></w:tc>";
    let xml = body(&format!(
        "<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w=\"900\"/></w:tblGrid><w:tr>{cell}</w:tr></w:tbl>"
    ));
    assert!(xml.contains("<w:tcPr><w:tcW w:w=\"900\" w:type=\"dxa\"/><w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"F3F6F7\"/><w:vAlign w:val=\"center\"/></w:tcPr>"), "{xml}");
}

#[test]
fn a_cell_with_nothing_else_keeps_one_paragraph() {
    let xml = body(&table(&[&["{{celle farve=\"gul\"}}", "a"]]));
    assert!(xml.contains("</w:tcPr><w:p/></w:tc>"), "{xml}");
    let two = format!(
        "<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w=\"900\"/></w:tblGrid><w:tr><w:tc>{}{}</w:tc></w:tr></w:tbl>",
        p("{{celle farve=\"gul\"}}"),
        p("a")
    );
    assert_eq!(text(&body(&two)), "a | \n");
}

#[test]
fn a_cell_goes_over_columns_and_swallows_its_neighbours() {
    let xml = filled(&["{{celle over=bredde}}{{navn}}", "to", "tre"]);
    assert_eq!(text(&xml), "A | to | tre | \nB | to | tre | \nC | tre | \n");
    assert!(rows(&xml)[2].starts_with("<w:tc><w:tcPr><w:gridSpan w:val=\"2\"/></w:tcPr>"), "{xml}");
}

#[test]
fn the_width_of_swallowed_cells_is_added() {
    let cell = |text: &str| {
        format!("<w:tc><w:tcPr><w:tcW w:w=\"900\" w:type=\"dxa\"/></w:tcPr>{}</w:tc>", p(text))
    };
    let xml = body(&format!(
        "<w:tbl><w:tblPr/><w:tblGrid/><w:tr>{}{}{}</w:tr></w:tbl>",
        cell("{{celle over=3}}a"),
        cell("b"),
        cell("c")
    ));
    assert!(xml.contains("<w:tr><w:tc><w:tcPr><w:tcW w:w=\"2700\" w:type=\"dxa\"/><w:gridSpan w:val=\"3\"/></w:tcPr>"), "{xml}");
}

#[test]
fn cells_that_say_the_same_grow_together() {
    let xml = filled(&["{{celle saml=true}}{{omraade}}", "{{navn}}"]);
    assert_eq!(text(&xml), "Unge | A | \n | B | \nVoksne | C | \n");
    let rows = rows(&xml);
    assert!(rows[0].contains("<w:tcPr><w:vMerge w:val=\"restart\"/></w:tcPr>"), "{xml}");
    assert!(rows[1].contains("<w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc>"), "{xml}");
    assert!(!rows[2].contains("w:vMerge"), "{xml}");
}

#[test]
fn cells_of_other_columns_or_breadths_stay_apart() {
    let saml = "{{celle saml=true}}a";
    let xml = body(&table(&[&[saml, "x"], &["x", saml]]));
    assert!(!xml.contains("w:vMerge"), "{xml}");
    let xml = body(&table(&[&["{{celle saml=true over=2}}a", "x"], &[saml, "x"]]));
    assert!(!xml.contains("w:vMerge"), "{xml}");
}

#[test]
fn what_cannot_be_done_is_told_of_all_at_once() {
    let cells = [
        "{{celle farve=\"lyserød\"}}",
        "{{celle over=\"mange\"}}",
        "{{celle saml=\"måske\"}}",
        "{{celle over=9}}",
    ];
    let at = |n: usize| {
        format!("skabelon.docx, brødtekst, tabel 1, række 1, celle {n}, mærket »{}«", cells[n - 1])
    };
    let expected = format!(
        "fejl[ukendt-farve] {}: »lyserød« er ikke en farve. Skriv rød, gul, grøn, blå, grå, hvid eller en farvekode som F3F6F7.\n\
         fejl[celle-over] {}: Cellen kan ikke gå over »mange« kolonner. Skriv et helt tal fra 1 til 63.\n\
         fejl[celle-saml] {}: Valget »saml« kan ikke være »måske«. Skriv saml=true eller saml=false.\n",
        at(1),
        at(2),
        at(3),
    );
    assert_eq!(faults(&table(&[&cells])), expected);
    assert_eq!(
        faults(&table(&[&["a", "{{celle over=3}}b", "c"]])),
        "fejl[celle-over] skabelon.docx, brødtekst, tabel 1, række 1, celle 2, mærket »{{celle over=3}}«: Cellen kan ikke gå over 3 kolonner; med cellerne til højre når den over 2. Tallet skal passe med de celler, der står til højre i rækken.\n"
    );
}

#[test]
fn outside_a_cell_or_without_a_wish_it_is_a_fault() {
    assert_eq!(
        faults(&p("{{celle farve=\"gul\"}}x")),
        "fejl[celle-uden-for-tabel] skabelon.docx, brødtekst, afsnit 1, mærket »{{celle farve=\"gul\"}}«: »celle« ændrer den tabelcelle, den står i, men her er ingen tabelcelle. Flyt mærket ind i en celle i en tabel.\n"
    );
    assert_eq!(
        faults(&table(&[&["{{celle}}x"]])),
        "fejl[celle-uden-valg] skabelon.docx, brødtekst, tabel 1, række 1, celle 1, mærket »{{celle}}«: »celle« siger ikke, hvad der skal ske med cellen. Skriv fx {{celle farve=\"gul\"}}, {{celle over=3}} eller {{celle saml=true}}.\n"
    );
}

/// What is told of a document that is made all the same.
#[track_caller]
fn told(body: &str) -> String {
    try_package(&template(body), &context(), &Shelf::default()).unwrap().findings.to_string()
}

#[test]
fn what_a_swallowed_cell_held_is_told_of() {
    assert_eq!(
        told(&table(&[&["{{celle over=2}}{{navn}}", "{{aftale.titel}}"]])),
        "advarsel[celle-med-indhold] skabelon.docx, brødtekst, tabel 1, række 1, celle 1, mærket »{{celle over=2}}«: Cellen går over 2 kolonner, men en af de celler, den sluger, er ikke tom; det, der stod i den, er udeladt. Lad de celler, der sluges, stå tomme, eller flyt deres indhold.\n"
    );
    let picture = "<w:p><w:r><w:sym w:font=\"Wingdings\" w:char=\"F0FC\"/></w:r></w:p>";
    let swallowed = table(&[&["{{celle over=2}}a", "x"]]).replace(&p("x"), picture);
    assert_eq!(told(&swallowed).matches("celle-med-indhold").count(), 1);
    assert_eq!(told(&table(&[&["{{celle over=2}}a", " "], &["a", "b"]])), "");
    let each = table(&[&["{{#each tal}}{{celle over=2}}{{this}}", "x{{/each}}"]]);
    assert_eq!(told(&each).lines().count(), 1, "once for all rows");
}

#[test]
fn one_column_is_a_column() {
    let wide = "<w:tc><w:tcPr><w:gridSpan w:val=\"2\"/></w:tcPr>";
    let cells = table(&[&["{{celle over=1}}a"], &["a", "b"]]).replacen("<w:tc>", wide, 1);
    assert_eq!(
        faults(&cells),
        "fejl[celle-over] skabelon.docx, brødtekst, tabel 1, række 1, celle 1, mærket »{{celle over=1}}«: Cellen kan ikke gå over 1 kolonne; med cellerne til højre når den over 2. Tallet skal passe med de celler, der står til højre i rækken.\n"
    );
}
