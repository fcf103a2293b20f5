//! Words that a text shows as they stand, between backticks and between fences.

use std::sync::Arc;

use socialaftale::finding::Findings;
use socialaftale::text::markdown::{parse, verbatim};
use socialaftale::text::tree::{Block, Inline, List, plain_text};

use crate::project::listed;

fn parsed(source: &str) -> (Vec<Block>, Vec<String>) {
    let (file, mut findings) = (Arc::from("proeve.md"), Findings::new());
    let blocks = parse(source, &file, 10, &mut findings);
    (blocks, listed(findings))
}

#[track_caller]
fn blocks(source: &str) -> Vec<Block> {
    let (blocks, findings) = parsed(source);
    assert_eq!(findings, Vec::<String>::new());
    blocks
}

fn words(text: &str) -> Inline {
    Inline::Text(text.to_owned())
}

fn shown(text: &str) -> Inline {
    Inline::Verbatim(text.to_owned())
}

#[test]
fn words_between_backticks_stand_as_they_are() {
    assert_eq!(
        blocks("Skriv `{{aftale.titel}}` her."),
        [Block::Paragraph(vec![words("Skriv "), shown("{{aftale.titel}}"), words(" her.")])]
    );
}

#[test]
fn a_call_between_backticks_puts_nothing_in() {
    let alone = shown("{{tabel \"takster\"}}");
    assert_eq!(blocks("`{{tabel \"takster\"}}`"), [Block::Paragraph(vec![alone])]);
}

#[test]
fn two_backticks_hold_one() {
    assert_eq!(blocks("`` ` ``"), [Block::Paragraph(vec![shown("`")])]);
}

#[test]
fn a_pipe_in_a_cell_is_written_with_a_backslash() {
    let source = "| A |\n|---|\n| `{{#each x as \\|y\\|}}` |\n";
    let Some(Block::Table(table)) = blocks(source).pop() else { panic!("no table") };
    assert_eq!(table.rows[0].cells[0], [shown("{{#each x as |y|}}")]);
}

#[test]
fn lines_between_fences_keep_their_spaces_and_blank_lines() {
    let source = "Før\n\n```toml\n[word]\n\n  a  = \"b\"\n```\n\nEfter\n";
    let lines = Block::Verbatim("[word]\n\n  a  = \"b\"".to_owned());
    let paragraph = |text| Block::Paragraph(vec![words(text)]);
    assert_eq!(blocks(source), [paragraph("Før"), lines, paragraph("Efter")]);
}

#[test]
fn fences_may_stand_in_lists_and_quotes() {
    let lines = |text: &str| Block::Verbatim(text.to_owned());
    let item = vec![Block::Paragraph(vec![words("a")]), lines("x")];
    assert_eq!(
        blocks("- a\n  ```\n  x\n  ```\n"),
        [Block::List(List { start: None, items: vec![item] })]
    );
    assert_eq!(blocks("> ```\n> x\n> ```\n"), [Block::Quote(vec![lines("x")])]);
}

#[test]
fn what_begins_and_does_not_end_is_told_where_it_begins() {
    let told = |line, column, mark: &str| {
        format!(
            "fejl[kode-ikke-lukket] proeve.md, linje {line}, kolonne {column}: Her begynder med {mark} \
             noget, der skal vises, som det står, men det slutter ikke. Sæt {mark} igen, hvor det \
             slutter, eller slet tegnet."
        )
    };
    assert_eq!(parsed("Æ `kode\n\nNæste").1, [told(10, 3, "`")]);
    assert_eq!(parsed("Ord.\n\n```\nkode\n").1, [told(12, 1, "```")]);
    assert_eq!(parsed("> ```\n> kode\n").1, [told(10, 3, "```")]);
    assert_eq!(parsed("```").1, [told(10, 1, "```")]);
}

#[test]
fn an_escaped_backtick_is_a_letter() {
    assert_eq!(blocks("Tegnet \\`."), [Block::Paragraph(vec![words("Tegnet `.")])]);
}

#[test]
fn plain_text_has_the_words_shown() {
    assert_eq!(plain_text(&[words("Skriv "), shown("{{x}}")]), "Skriv {{x}}");
}

#[test]
fn the_ranges_are_those_of_spans_and_fences() {
    let source = "a `b` [c]\n\n```\nd\n```\n";
    let found: Vec<&str> = verbatim(source).into_iter().map(|range| &source[range]).collect();
    assert_eq!(found, ["`b`", "```\nd\n```"]);
}
