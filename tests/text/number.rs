use socialaftale::finding::Findings;
use socialaftale::text::number::number;
use socialaftale::text::tree::{
    Block, Figure, Heading, Inline, Picture, PictureFormat, Reference, SourcePoint, Table,
    plain_text,
};

use crate::project::listed;

fn heading(level: u8, key: &str, numbered: bool) -> Block {
    Block::Heading(Heading {
        level,
        key: Some(key.to_owned()),
        number: None,
        numbered,
        content: vec![Inline::Text(format!("Om {key}"))],
    })
}

fn table(key: &str, caption: &str) -> Block {
    let caption = if caption.is_empty() { Vec::new() } else { vec![Inline::Text(caption.into())] };
    Block::Table(Table { key: Some(key.to_owned()), caption, ..Table::default() })
}

fn figure(key: &str) -> Block {
    let picture =
        Picture { format: PictureFormat::Svg, bytes: Vec::new().into(), width: 1.0, height: 1.0 };
    Block::Figure(Figure {
        key: Some(key.to_owned()),
        number: None,
        caption: vec![Inline::Text("Figur".to_owned())],
        alt: "Søjler".to_owned(),
        picture,
        notes: Vec::new(),
        traced: Vec::new(),
    })
}

fn reference(target: &str, words: &str) -> Block {
    let content = if words.is_empty() { Vec::new() } else { vec![Inline::Text(words.into())] };
    Block::Paragraph(vec![Inline::Reference(Reference {
        target: target.to_owned(),
        content,
        internal: false,
        number: None,
        at: SourcePoint { file: "a.md".into(), line: 4, column: 2 },
    })])
}

fn numbered(mut blocks: Vec<Block>) -> (Vec<Block>, Vec<String>) {
    let mut findings = Findings::new();
    let bilag = |key: &str| (key == "dom").then(|| "2".to_owned());
    number(&mut [&mut blocks], &bilag, &mut findings);
    (blocks, listed(findings))
}

fn heading_numbers(blocks: &[Block]) -> Vec<Option<&str>> {
    blocks
        .iter()
        .filter_map(|block| match block {
            Block::Heading(heading) => Some(heading.number.as_deref()),
            _ => None,
        })
        .collect()
}

/// The words that a reference among `blocks` gets, and whether a link can lead there.
fn worded(mut blocks: Vec<Block>, target: &str, words: &str) -> (String, bool) {
    blocks.push(reference(target, words));
    let (blocks, findings) = numbered(blocks);
    assert_eq!(findings, Vec::<String>::new());
    match blocks.last() {
        Some(Block::Paragraph(content)) => match &content[..] {
            [Inline::Reference(reference)] => (plain_text(&reference.content), reference.internal),
            _ => panic!("one reference"),
        },
        _ => panic!("a paragraph"),
    }
}

#[test]
fn chapters_and_sections_are_numbered_and_sections_begin_again() {
    let (blocks, _) = numbered(vec![
        heading(1, "forord", false),
        heading(1, "a", true),
        heading(2, "a1", true),
        heading(2, "a2", true),
        heading(3, "a21", true),
        heading(1, "b", true),
        heading(2, "b1", true),
    ]);
    assert_eq!(
        heading_numbers(&blocks),
        [None, Some("1"), Some("1.1"), Some("1.2"), Some("1.2.1"), Some("2"), Some("2.1")]
    );
}

#[test]
fn numbers_run_on_through_the_parts_of_a_document() {
    let (mut first, mut second) = (vec![heading(1, "a", true)], vec![heading(1, "b", true)]);
    number(&mut [&mut first, &mut second], &|_| None, &mut Findings::new());
    assert_eq!(heading_numbers(&second), [Some("2")]);
}

#[test]
fn tables_and_figures_are_numbered_apart_and_only_with_a_caption() {
    let (blocks, _) = numbered(vec![
        table("t1", "Første"),
        table("uden", ""),
        figure("f1"),
        Block::Quote(vec![table("t2", "Anden")]),
        figure("f2"),
    ]);
    let numbers: Vec<Option<u32>> = blocks
        .iter()
        .flat_map(|block| match block {
            Block::Quote(inner) => inner.iter(),
            other => std::slice::from_ref(other).iter(),
        })
        .map(|block| match block {
            Block::Table(table) => table.number,
            Block::Figure(figure) => figure.number,
            _ => None,
        })
        .collect();
    assert_eq!(numbers, [Some(1), None, Some(1), Some(2), Some(2)]);
}

#[test]
fn references_are_worded_by_what_they_lead_to() {
    let document = || {
        vec![
            heading(1, "forord", false),
            heading(1, "vision", true),
            heading(2, "nyt", true),
            table("cu.dom", "Antal"),
            figure("takster"),
        ]
    };
    let cases = [
        ("kapitel:vision", "kapitel\u{a0}1", true),
        ("kapitel:nyt", "afsnit\u{a0}1.1", true),
        ("kapitel:forord", "»Om forord«", true),
        ("tabel:cu.dom", "tabel\u{a0}1", true),
        ("figur:takster", "figur\u{a0}1", true),
        ("bilag:dom", "bilag\u{a0}2", false),
    ];
    for (target, words, internal) in cases {
        assert_eq!(worded(document(), target, ""), (words.to_owned(), internal), "{target}");
    }
}

#[test]
fn a_reference_with_words_of_its_own_keeps_them() {
    assert_eq!(
        worded(vec![heading(1, "vision", true)], "kapitel:vision", "visionen"),
        ("visionen".to_owned(), true)
    );
}

#[test]
fn references_inside_tables_lists_and_footnotes_are_worded() {
    let inner = Block::Paragraph(vec![Inline::Footnote(vec![Block::List(
        socialaftale::text::tree::List {
            start: None,
            items: vec![vec![reference("kapitel:vision", "")]],
        },
    )])]);
    let (blocks, findings) = numbered(vec![heading(1, "vision", true), inner]);
    assert_eq!(findings, Vec::<String>::new());
    assert!(format!("{blocks:?}").contains("kapitel\\u{a0}1"), "{blocks:?}");
}

#[test]
fn a_reference_that_leads_nowhere_is_told_with_the_nearest() {
    let (_, findings) = numbered(vec![heading(1, "vision", true), reference("kapitel:visoin", "")]);
    assert_eq!(
        findings,
        ["fejl[henvisning-uden-maal] a.md, linje 4, kolonne 2: Henvisningen til »kapitel:visoin« \
          fører ingen steder hen i dokumentet. Mente du »kapitel:vision«?"]
    );
}

#[test]
fn a_dangling_reference_is_told_even_with_words_of_its_own() {
    let (_, findings) = numbered(vec![reference("bilag:spise", "bilaget")]);
    assert_eq!(
        findings,
        ["fejl[henvisning-uden-maal] a.md, linje 4, kolonne 2: Henvisningen til »bilag:spise« \
          fører ingen steder hen i dokumentet."]
    );
}

#[test]
fn the_hint_is_the_same_in_every_run() {
    let hint = || {
        let blocks =
            ["vision-a", "vision-b", "vision-c", "vision-d"].map(|key| heading(1, key, true));
        let (_, found) = numbered([&blocks[..], &[reference("kapitel:vision-x", "")]].concat());
        found[0].clone()
    };
    assert!((0..20).all(|_| hint().ends_with("Mente du »kapitel:vision-d«?")), "{}", hint());
}
