use proptest::collection::vec;
use proptest::prelude::*;
use socialaftale::compare::blocks;
use socialaftale::text::tree::{
    Block, Column, Heading, Inline, List, Row, RowEmphasis, SourcePoint, Table,
};

use super::both_ways::{accepted, plain, rejected};

fn words() -> impl Strategy<Value = String> {
    let word =
        prop::sample::select(vec!["borgere", "tilbud", "og", "i", "§ 85", "1.933", "kr.", "–"]);
    vec(word, 0..9).prop_map(|words| words.join(" "))
}

fn inlines() -> impl Strategy<Value = Vec<Inline>> {
    let leaf = prop_oneof![
        6 => words().prop_map(Inline::Text),
        1 => Just(Inline::LineBreak),
        1 => words().prop_map(Inline::Pending),
        1 => words().prop_map(Inline::Verbatim),
        1 => words().prop_map(|words| {
            Inline::Footnote(vec![Block::Paragraph(vec![Inline::Text(words)])])
        }),
    ];
    let inline = leaf.prop_recursive(2, 8, 3, |inner| {
        prop_oneof![
            vec(inner.clone(), 0..3).prop_map(Inline::Emphasis),
            vec(inner.clone(), 0..3).prop_map(Inline::Strong),
            ("[ab]", vec(inner, 1..3)).prop_map(|(url, content)| Inline::Link {
                url,
                content,
                at: SourcePoint::default()
            }),
        ]
    });
    vec(inline, 0..4)
}

fn table() -> impl Strategy<Value = Table> {
    (1..4_usize, 1..5_usize).prop_flat_map(|(wide, high)| {
        let emphasis = prop::sample::select(vec![RowEmphasis::Plain, RowEmphasis::Total]);
        let row = (vec(inlines(), wide), emphasis);
        let row = row.prop_map(|(cells, emphasis)| Row { cells, emphasis, mark: None }).boxed();
        let note = words().prop_map(|words| vec![Inline::Text(words + " i alt")]);
        (inlines(), vec(row.clone(), 0..2), vec(row, high), vec(note, 0..3)).prop_map(
            move |(caption, header, rows, notes)| Table {
                caption,
                columns: vec![Column::default(); wide],
                header,
                rows,
                notes,
                ..Table::default()
            },
        )
    })
}

fn block() -> impl Strategy<Value = Block> {
    let leaf = prop_oneof![
        6 => inlines().prop_map(Block::Paragraph),
        2 => (1..3_u8, inlines()).prop_map(|(level, content)| Block::Heading(Heading {
            level,
            key: None,
            number: None,
            numbered: true,
            content,
        })),
        2 => table().prop_map(Block::Table),
        1 => words().prop_map(Block::Verbatim),
        1 => Just(Block::PageBreak),
    ];
    leaf.prop_recursive(2, 12, 3, |inner| {
        let item = vec(inner.clone(), 0..3);
        prop_oneof![
            (prop::option::of(1..3_u64), vec(item, 0..4))
                .prop_map(|(start, items)| Block::List(List { start, items })),
            vec(inner, 0..3).prop_map(Block::Quote),
        ]
    })
}

/// One edit of a text: at a place, some blocks go and others come.
fn edited(old: Vec<Block>, edits: Vec<(usize, usize, Vec<Block>)>) -> Vec<Block> {
    let mut new = old;
    for (at, gone, come) in edits {
        let at = at % (new.len() + 1);
        let gone = gone.min(new.len() - at);
        let taken: Vec<Block> = new.splice(at..at + gone, come).collect();
        // Every other time, what was taken out is put in at the end: it is moved.
        if gone % 2 == 0 {
            new.extend(taken);
        }
    }
    new
}

fn both_ways(old: &[Block], new: &[Block]) -> Result<(), TestCaseError> {
    let both = blocks(old, new);
    prop_assert_eq!(accepted(&both), plain(new));
    prop_assert_eq!(rejected(&both), plain(old));
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(150))]

    #[test]
    fn dropping_the_marks_gives_either_edition(
        old in vec(block(), 0..8),
        new in vec(block(), 0..8),
    ) {
        both_ways(&old, &new)?;
    }

    #[test]
    fn edits_are_undone_and_kept(
        old in vec(block(), 0..12),
        edits in vec((0..12_usize, 0..3_usize, vec(block(), 0..2)), 0..4),
    ) {
        let new = edited(old.clone(), edits);
        both_ways(&old, &new)?;
    }

    #[test]
    fn what_is_the_same_is_never_marked(old in vec(block(), 0..8)) {
        prop_assert_eq!(blocks(&old, &old), old);
    }
}
