use socialaftale::merge::Context;
use socialaftale::text::tree::{Block, Inline};

use super::merged;
use crate::word::sample::{Shelf, words};

fn shelf() -> Shelf {
    let shown = |text: &str| Inline::Verbatim(text.to_owned());
    let paragraph = vec![words("Skriv "), shown("{{navn}} \"x\""), shown("[afventer: y]")];
    let lines = Block::Verbatim("{{#each x}}\n  a".to_owned());
    Shelf::default().text("a", "A", vec![Block::Paragraph(paragraph), lines])
}

#[test]
fn words_shown_are_raw_and_count_as_no_open_point() {
    let source = merged("{{tekst \"a\"}}", &Context::new(), &shelf()).expect("merged").main;
    assert_eq!(
        source,
        "#\"Skriv \";#raw(\"{{navn}} \\\"x\\\"\");#raw(\"\\u{5b}afventer: y]\");\n\n\
         #raw(block: true, \"{{#each x}}\\n  a\")\n\n"
    );
}
