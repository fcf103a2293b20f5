//! Fields, which are changed whole or not at all.

use super::compared::{body, compare};
use crate::word::small::{p, template};

fn field(instruction: &str, shown: &str) -> String {
    format!(
        "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>{instruction}</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>{shown}</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r>"
    )
}

fn side(shown: &str) -> String {
    let field = field("PAGE", shown);
    format!("<w:p><w:r><w:t xml:space=\"preserve\">Side </w:t></w:r>{field}</w:p>")
}

#[test]
fn a_field_with_another_result_is_another_field() {
    assert_eq!(
        body(&side("9"), &side("12")),
        r#"<w:p><w:r><w:t>Side </w:t></w:r><w:del w:id="1"><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:delInstrText>PAGE</w:delInstrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:delText>9</w:delText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:del><w:ins w:id="2"><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>12</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:ins></w:p>"#
    );
}

#[test]
fn a_field_in_one_element_is_the_same_as_one_in_runs() {
    let simple = "<w:p><w:r><w:t xml:space=\"preserve\">Side </w:t></w:r><w:fldSimple w:instr=\"PAGE\"><w:r><w:t>9</w:t></w:r></w:fldSimple></w:p>";
    let done = compare(&template(simple), &template(&side("9")));
    assert_eq!((done.summary.inserted, done.summary.deleted), (0, 0));
}

#[test]
fn a_field_over_many_paragraphs_is_replaced_as_a_whole() {
    let contents = |entries: &[&str]| {
        let (first, rest) = entries.split_first().unwrap();
        let whole = field("TOC", first);
        let (begin, end) =
            whole.split_at(whole.len() - "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>".len());
        let rest: String = rest.iter().map(|entry| p(entry)).collect();
        format!("<w:p>{begin}</w:p>{rest}<w:p>{end}</w:p>{}", p("Slut"))
    };
    let old = contents(&["1 Forord om aftalens baggrund", "2 Parterne og deres ansvar"]);
    let new = contents(&["1 Parterne og deres ansvar", "2 Forord om aftalens baggrund"]);
    let done = body(&old, &new);
    assert_eq!(done.matches("<w:delInstrText>TOC</w:delInstrText>").count(), 1);
    assert_eq!(done.matches("<w:fldChar w:fldCharType=\"begin\"/>").count(), 2);
    assert_eq!(compare(&template(&old), &template(&new)).summary.moved, 0);
}
