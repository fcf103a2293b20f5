use serde_json::json;
use socialaftale::merge::Context;

use super::{pdf, written};
use crate::built::pdf_text;

/// Words that would be markup or code if they were read as Typst.
const NASTY: [&str; 16] = [
    "#read(\"inputs/aftale.toml\")",
    "*fed* _kursiv_ `kode`",
    "= Overskrift",
    "- punkt",
    "$x$ og @henvisning og <label>",
    "Børne- & Ungeudvalget <b>",
    "A (CVR)",
    "A.len()",
    "[kantet] {krøllet}",
    "back\\slash og \"anførsel\"",
    "// ingen kommentar",
    "~ skjult ' tegn ...",
    "https://example.dk/?a=1&b=2#c",
    "1. punktum",
    "/ Ord: forklaring",
    "{{aftale.titel}}",
];

fn context(words: &[&str]) -> Context {
    let mut context = Context::new();
    context.set("ord", json!(words));
    context
}

const EACH: &str = "#set document(title: \"Lille\")\n#set text(font: \"Noto Sans\", lang: \"da\")\n\
    = Ord\n{{#each ord}}#par[Her: {{this}}(slut)]\n{{/each}}";

#[test]
fn values_are_string_literals_that_end_where_they_end() {
    let source = written("{{ord.0}}(CVR) {{streng ord.1}}", &context(&["A\\\"\n", "B\t#"]));
    assert_eq!(source, "#\"A\\\\\\\"\\n\";(CVR) \"B\\t#\"");
}

#[test]
fn no_value_is_read_as_typst_or_handlebars() {
    let bytes = pdf(EACH, &context(&NASTY)).unwrap_or_else(|f| panic!("{f}")).bytes;
    let text: String = pdf_text(&bytes).split_whitespace().collect();
    for words in NASTY {
        let expected: String = format!("Her: {words}(slut)").split_whitespace().collect();
        assert!(text.contains(&expected), "{words} is not in {text}");
    }
}
