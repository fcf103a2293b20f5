//! How things look.

use super::compared::{body, compare};
use crate::word::small::{p, template};

#[test]
fn a_word_that_becomes_bold_keeps_its_old_look_in_the_change() {
    let new = "<w:p><w:r><w:t xml:space=\"preserve\">Det er </w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>vigtigt</w:t></w:r><w:r><w:t xml:space=\"preserve\"> nu</w:t></w:r></w:p>";
    assert_eq!(
        body(&p("Det er vigtigt nu"), new),
        r#"<w:p><w:r><w:t>Det er </w:t></w:r><w:r><w:rPr><w:b/><w:rPrChange w:id="1"><w:rPr/></w:rPrChange></w:rPr><w:t>vigtigt</w:t></w:r><w:r><w:t> nu</w:t></w:r></w:p>"#
    );
}

#[test]
fn a_paragraph_gets_another_style_and_its_mark_another_look() {
    let old = "<w:p><w:pPr><w:jc w:val=\"both\"/><w:rPr><w:i/></w:rPr></w:pPr><w:r><w:t>Forord</w:t></w:r></w:p>";
    let new =
        "<w:p><w:pPr><w:pStyle w:val=\"Overskrift1\"/></w:pPr><w:r><w:t>Forord</w:t></w:r></w:p>";
    assert_eq!(
        body(old, new),
        r#"<w:p><w:pPr><w:pStyle w:val="Overskrift1"/><w:rPr><w:rPrChange w:id="1"><w:rPr><w:i/></w:rPr></w:rPrChange></w:rPr><w:pPrChange w:id="2"><w:pPr><w:jc w:val="both"/></w:pPr></w:pPrChange></w:pPr><w:r><w:t>Forord</w:t></w:r></w:p>"#
    );
}

#[test]
fn the_layout_of_a_section_is_tracked() {
    let section = |width: u32| {
        format!("{}<w:sectPr><w:pgSz w:w=\"{width}\" w:h=\"16838\"/></w:sectPr>", p("Slut"))
    };
    assert_eq!(
        body(&section(11906), &section(16838)),
        r#"<w:p><w:r><w:t>Slut</w:t></w:r></w:p><w:sectPr><w:pgSz w:w="16838" w:h="16838"/><w:sectPrChange w:id="1"><w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr></w:sectPrChange></w:sectPr>"#
    );
}

#[test]
fn a_section_in_the_middle_is_tracked_and_may_go() {
    let with =
        |between: &str| format!("{}{between}{}", p("Forsiden står alene for sig selv"), p("Slut"));
    let ends = |width: u32| {
        format!(
            "<w:p><w:pPr><w:sectPr><w:pgSz w:w=\"{width}\" w:h=\"16838\"/></w:sectPr></w:pPr></w:p>"
        )
    };
    assert_eq!(
        body(&with(&ends(11906)), &with(&ends(16838))),
        r#"<w:p><w:r><w:t>Forsiden står alene for sig selv</w:t></w:r></w:p><w:p><w:pPr><w:sectPr><w:pgSz w:w="16838" w:h="16838"/><w:sectPrChange w:id="1"><w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr></w:sectPrChange></w:sectPr></w:pPr></w:p><w:p><w:r><w:t>Slut</w:t></w:r></w:p>"#
    );
    assert_eq!(
        body(&with(&ends(11906)), &with("")),
        r#"<w:p><w:r><w:t>Forsiden står alene for sig selv</w:t></w:r></w:p><w:p><w:pPr><w:rPr><w:del w:id="1"/></w:rPr><w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr></w:pPr></w:p><w:p><w:r><w:t>Slut</w:t></w:r></w:p>"#
    );
}

#[test]
fn a_style_that_looks_otherwise_is_said_not_to_be_tracked() {
    let (old, mut new) = (template(&p("Forord")), template(&p("Forord")));
    let styles = String::from_utf8(new.part("word/styles.xml").unwrap().to_vec()).unwrap();
    let styles = styles.replace(
        "<w:name w:val=\"heading 1\"/>",
        "<w:name w:val=\"heading 1\"/><w:rPr><w:b/></w:rPr>",
    );
    new.set_part("word/styles.xml", styles.into_bytes());
    let done = compare(&old, &new);
    assert_eq!(done.untracked, ["typografier"]);
}
