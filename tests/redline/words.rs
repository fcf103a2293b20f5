//! Words inside a paragraph.

use super::compared::{body, compare};
use crate::word::small::{p, template};

#[test]
fn a_changed_word_is_deleted_and_inserted_and_the_rest_stays() {
    assert_eq!(
        body(&p("Der er 9 borgere."), &p("Der er 12 borgere.")),
        r#"<w:p><w:r><w:t>Der er </w:t></w:r><w:del w:id="1"><w:r><w:delText>9</w:delText></w:r></w:del><w:ins w:id="2"><w:r><w:t>12</w:t></w:r></w:ins><w:r><w:t> borgere.</w:t></w:r></w:p>"#
    );
}

#[test]
fn words_that_are_all_changed_are_changed_together() {
    assert_eq!(
        body(&p("Vi vil den gamle ordning nu."), &p("Vi vil en ny løsning nu.")),
        r#"<w:p><w:r><w:t>Vi vil </w:t></w:r><w:del w:id="1"><w:r><w:delText>den gamle ordning</w:delText></w:r></w:del><w:ins w:id="2"><w:r><w:t>en ny løsning</w:t></w:r></w:ins><w:r><w:t> nu.</w:t></w:r></w:p>"#
    );
}

#[test]
fn amounts_and_dates_are_one_word() {
    assert_eq!(
        body(&p("Takst: 1.234,50 kr. fra 2020-11-30"), &p("Takst: 1.234,75 kr. fra 2020-12-30")),
        r#"<w:p><w:r><w:t>Takst: </w:t></w:r><w:del w:id="1"><w:r><w:delText>1.234,50</w:delText></w:r></w:del><w:ins w:id="2"><w:r><w:t>1.234,75</w:t></w:r></w:ins><w:r><w:t> kr. fra </w:t></w:r><w:del w:id="3"><w:r><w:delText>2020-11-30</w:delText></w:r></w:del><w:ins w:id="4"><w:r><w:t>2020-12-30</w:t></w:r></w:ins></w:p>"#
    );
}

#[test]
fn runs_that_are_divided_differently_are_no_change() {
    let divided = "<w:p><w:r><w:t xml:space=\"preserve\">Der er </w:t></w:r><w:r><w:t>9 borgere.</w:t></w:r></w:p>";
    let done = compare(&template(&p("Der er 9 borgere.")), &template(divided));
    assert_eq!(done.summary, socialaftale::redline::Summary::default());
}

#[test]
fn tabs_and_breaks_are_compared_too() {
    let old = "<w:p><w:r><w:t>Kommune</w:t><w:tab/><w:t>Rebild</w:t></w:r></w:p>";
    let new = "<w:p><w:r><w:t>Kommune</w:t><w:br/><w:t>Rebild</w:t></w:r></w:p>";
    assert_eq!(
        body(old, new),
        r#"<w:p><w:r><w:t>Kommune</w:t></w:r><w:del w:id="1"><w:r><w:tab/></w:r></w:del><w:ins w:id="2"><w:r><w:br/></w:r></w:ins><w:r><w:t>Rebild</w:t></w:r></w:p>"#
    );
}
