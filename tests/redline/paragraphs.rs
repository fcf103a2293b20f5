//! Paragraphs that come, go, are divided and put together.

use super::compared::body;
use crate::word::small::{p, table};

const A: &str = "Kommunerne samarbejder om de mest specialiserede tilbud.";
const B: &str = "Regionen deltager i arbejdet med at udvikle dem.";
const C: &str = "Aftalen gælder i to år fra januar.";

#[test]
fn an_inserted_paragraph_has_an_inserted_mark() {
    assert_eq!(
        body(&(p(A) + &p(C)), &(p(A) + &p(B) + &p(C))),
        r#"<w:p><w:r><w:t>Kommunerne samarbejder om de mest specialiserede tilbud.</w:t></w:r></w:p><w:p><w:pPr><w:rPr><w:ins w:id="1"/></w:rPr></w:pPr><w:ins w:id="2"><w:r><w:t>Regionen deltager i arbejdet med at udvikle dem.</w:t></w:r></w:ins></w:p><w:p><w:r><w:t>Aftalen gælder i to år fra januar.</w:t></w:r></w:p>"#
    );
}

#[test]
fn a_deleted_paragraph_has_a_deleted_mark() {
    assert_eq!(
        body(&(p(A) + &p(B) + &p(C)), &(p(A) + &p(C))),
        r#"<w:p><w:r><w:t>Kommunerne samarbejder om de mest specialiserede tilbud.</w:t></w:r></w:p><w:p><w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr><w:del w:id="2"><w:r><w:delText>Regionen deltager i arbejdet med at udvikle dem.</w:delText></w:r></w:del></w:p><w:p><w:r><w:t>Aftalen gælder i to år fra januar.</w:t></w:r></w:p>"#
    );
}

#[test]
fn the_last_paragraph_goes_with_the_mark_before_it() {
    assert_eq!(
        body(&(p(A) + &p(B)), &p(A)),
        r#"<w:p><w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr><w:r><w:t>Kommunerne samarbejder om de mest specialiserede tilbud.</w:t></w:r></w:p><w:p><w:del w:id="2"><w:r><w:delText>Regionen deltager i arbejdet med at udvikle dem.</w:delText></w:r></w:del></w:p>"#
    );
}

#[test]
fn a_new_last_paragraph_comes_with_the_mark_before_it() {
    assert_eq!(
        body(&p(A), &(p(A) + &p(B))),
        r#"<w:p><w:pPr><w:rPr><w:ins w:id="1"/></w:rPr></w:pPr><w:r><w:t>Kommunerne samarbejder om de mest specialiserede tilbud.</w:t></w:r></w:p><w:p><w:ins w:id="2"><w:r><w:t>Regionen deltager i arbejdet med at udvikle dem.</w:t></w:r></w:ins></w:p>"#
    );
}

#[test]
fn a_divided_paragraph_gets_a_mark() {
    assert_eq!(
        body(&(p(&format!("{A} {B}")) + &p(C)), &(p(A) + &p(B) + &p(C))),
        r#"<w:p><w:pPr><w:rPr><w:ins w:id="1"/></w:rPr></w:pPr><w:r><w:t>Kommunerne samarbejder om de mest specialiserede tilbud.</w:t></w:r><w:del w:id="2"><w:r><w:delText> </w:delText></w:r></w:del></w:p><w:p><w:r><w:t>Regionen deltager i arbejdet med at udvikle dem.</w:t></w:r></w:p><w:p><w:r><w:t>Aftalen gælder i to år fra januar.</w:t></w:r></w:p>"#
    );
}

#[test]
fn paragraphs_put_together_lose_a_mark() {
    assert_eq!(
        body(&(p(A) + &p(B) + &p(C)), &(p(&format!("{A} {B}")) + &p(C))),
        r#"<w:p><w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr><w:r><w:t>Kommunerne samarbejder om de mest specialiserede tilbud.</w:t></w:r></w:p><w:p><w:ins w:id="2"><w:r><w:t> </w:t></w:r></w:ins><w:r><w:t>Regionen deltager i arbejdet med at udvikle dem.</w:t></w:r></w:p><w:p><w:r><w:t>Aftalen gælder i to år fra januar.</w:t></w:r></w:p>"#
    );
}

#[test]
fn what_is_all_new_is_deleted_and_inserted_whole() {
    assert_eq!(
        body(&(p("Gammelt forord.") + &p(C)), &(p("Helt anden indledning her.") + &p(C))),
        r#"<w:p><w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr><w:del w:id="2"><w:r><w:delText>Gammelt forord.</w:delText></w:r></w:del></w:p><w:p><w:pPr><w:rPr><w:ins w:id="3"/></w:rPr></w:pPr><w:ins w:id="4"><w:r><w:t>Helt anden indledning her.</w:t></w:r></w:ins></w:p><w:p><w:r><w:t>Aftalen gælder i to år fra januar.</w:t></w:r></w:p>"#
    );
}

#[test]
fn a_paragraph_before_a_table_goes_alone() {
    let table = table(&[&["a", "b"]]);
    assert_eq!(
        body(&(p(A) + &p(B) + &table + &p(C)), &(p(A) + &table + &p(C))),
        r#"<w:p><w:r><w:t>Kommunerne samarbejder om de mest specialiserede tilbud.</w:t></w:r></w:p><w:p><w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr><w:del w:id="2"><w:r><w:delText>Regionen deltager i arbejdet med at udvikle dem.</w:delText></w:r></w:del></w:p><w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="2000"/><w:gridCol w:w="2000"/></w:tblGrid><w:tr><w:tc><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>b</w:t></w:r></w:p></w:tc></w:tr></w:tbl><w:p><w:r><w:t>Aftalen gælder i to år fra januar.</w:t></w:r></w:p>"#
    );
}
