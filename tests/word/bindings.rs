//! Controls that show a value from the file's own data, which Word would write over a tag's.

use super::small::{body, p};

fn control(kind: &str, inner: &str) -> String {
    format!(
        "<w:sdt><w:sdtPr><w:{kind} w:xpath=\"/a/b\" w:storeItemID=\"{{1}}\"/></w:sdtPr><w:sdtContent>{inner}</w:sdtContent></w:sdt>"
    )
    .replace("w:w15:", "w15:")
}

#[test]
fn a_control_that_holds_a_tag_is_bound_no_more() {
    for kind in ["dataBinding", "w15:dataBinding"] {
        let looped = format!(
            "{}{}{}",
            p("{{#each takster}}"),
            control(kind, &p("{{tilbud}}")),
            p("{{/each}}")
        );
        let xml = body(&looped);
        assert!(!xml.contains("dataBinding"), "{xml}");
        assert!(!body(&control(kind, &control(kind, &p("{{navn}}")))).contains("dataBinding"));
    }
}

#[test]
fn a_control_without_tags_stays_bound() {
    let xml = body(&format!("{}{}", control("dataBinding", &p("x")), p("{{navn}}")));
    assert_eq!(xml.matches("<w:dataBinding ").count(), 1, "{xml}");
}
