//! Where a fault is said to stand: beside text boxes, in them, and in tables inside tables.

use super::boxed::text_box;
use super::sample::Shelf;
use super::small::{context, part, try_unjudged};
use super::small::{faults, p, table, template};

fn found(body: &str) -> String {
    try_unjudged(&template(body), &context(), &Shelf::default()).unwrap_err().to_string()
}

fn old_box(inner: &str) -> String {
    format!(
        "<w:p><w:r><w:pict><v:textbox xmlns:v=\"urn:schemas-microsoft-com:vml\"><w:txbxContent>{inner}</w:txbxContent></v:textbox></w:pict></w:r></w:p>"
    )
}

#[test]
fn paragraphs_in_text_boxes_do_not_count() {
    let boxed = old_box(&p("k").repeat(2));
    assert!(found(&format!("{boxed}{}", p("{{nvn}}"))).contains("brødtekst, afsnit 2, mærket"));
    let boxed = format!("<w:p>{}</w:p>", text_box(&format!("{}{}", table(&[&["k"]]), p("k")), ""));
    let after = format!("{boxed}{}", table(&[&["{{nvn}}"]]));
    assert!(found(&after).contains("brødtekst, tabel 1, række 1, celle 1, mærket"));
}

#[test]
fn a_fault_in_a_text_box_is_told_once_though_it_is_stored_twice() {
    let boxed = format!("{}<w:p>{}</w:p>", p("før"), text_box(&p("{{nvn}}"), ""));
    assert_eq!(
        faults(&boxed),
        "fejl[ukendt-felt] skabelon.docx, brødtekst, tekstboks i afsnit 2, mærket »{{nvn}}«: Der findes intet felt, der hedder »nvn«. Mente du »navn«?\n"
    );
    let open = format!("<w:p>{}</w:p>", text_box(&p("{{navn"), ""));
    assert_eq!(faults(&open).lines().count(), 1, "{}", faults(&open));
    assert!(faults(&open).contains("brødtekst, tekstboks i afsnit 1, mærket »{{navn«"));
}

#[test]
fn a_text_box_in_a_cell_is_in_that_cell() {
    let boxed = table(&[&["a", "b"]]).replace(&p("b"), &old_box(&p("{{nvn}}")));
    assert!(found(&boxed).contains("brødtekst, tekstboks i tabel 1, række 1, celle 2, mærket"));
}

#[test]
fn a_fault_in_a_table_inside_a_table_names_both_cells() {
    let inner = format!("{}{}", table(&[&["x", "{{nvn}}"]]), p(""));
    let xml = table(&[&["a"], &["b"]]).replace(&p("b"), &inner);
    assert_eq!(
        found(&xml),
        "fejl[ukendt-felt] skabelon.docx, brødtekst, tabel 1, række 2, celle 1, indre tabel række 1, celle 2, mærket »{{nvn}}«: Der findes intet felt, der hedder »nvn«. Mente du »navn«?\n"
    );
}

#[test]
fn headings_are_known_by_the_names_of_their_styles() {
    let mut package = template(&format!(
        "<w:p><w:pPr><w:pStyle w:val=\"Rubrik\"/></w:pPr><w:r><w:t>Rigtig</w:t></w:r></w:p><w:p><w:pPr><w:pStyle w:val=\"Titelblok\"/></w:pPr><w:r><w:t>Falsk</w:t></w:r></w:p>{}",
        p("{{nvn}}")
    ));
    let styles = part(&package, "word/styles.xml").replace(
        "</w:styles>",
        "<w:style w:type=\"paragraph\" w:styleId=\"Rubrik\"><w:name w:val=\"Heading 2\"/></w:style><w:style w:type=\"paragraph\" w:styleId=\"Titelblok\"><w:name w:val=\"Titelblok\"/></w:style></w:styles>",
    );
    package.set_part("word/styles.xml", styles.into_bytes());
    let found = try_unjudged(&package, &context(), &Shelf::default()).unwrap_err().to_string();
    assert!(found.contains("brødtekst, under »Rigtig«, afsnit 3, mærket"), "{found}");
}
