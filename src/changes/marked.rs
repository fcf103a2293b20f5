use super::walk::walk;
use crate::text::tree::{Block, Inline, List, Mark, Row, Table, plain_text};

/// What is marked of some blocks; of lists and tables the items and rows.
pub(super) fn only_marked(blocks: Vec<Block>) -> Vec<Block> {
    blocks.into_iter().filter(is_marked).map(shortened).collect()
}

/// What is marked and how, without the words around it.
pub(super) fn marks(blocks: &[Block]) -> Vec<(Mark, String)> {
    let mut found = Vec::new();
    for block in blocks {
        match block {
            Block::Marked(mark, inner) => found.push((*mark, words(inner))),
            Block::List(list) => list.items.iter().for_each(|item| found.extend(marks(item))),
            Block::Quote(inner) => found.extend(marks(inner)),
            other => walk(&mut [other.clone()], &mut |inline| {
                if let Inline::Marked(mark, inner) = inline {
                    found.push((*mark, plain_text(inner)));
                }
            }),
        }
    }
    found
}

fn words(blocks: &[Block]) -> String {
    let mut words = String::new();
    walk(&mut blocks.to_vec(), &mut |inline| {
        if let Inline::Text(text) = inline {
            words.push_str(text);
        }
    });
    words
}

fn shortened(block: Block) -> Block {
    match block {
        Block::List(List { start: None, mut items }) => {
            items.retain(|item| item.iter().any(is_marked));
            Block::List(List { start: None, items })
        }
        Block::Table(mut table) => {
            let same_columns = table.columns.iter().all(|column| column.mark.is_none());
            if same_columns && !table.header.iter().any(is_marked_row) {
                table.rows.retain(is_marked_row);
            }
            Block::Table(table)
        }
        Block::Quote(inner) => Block::Quote(only_marked(inner)),
        other => other,
    }
}

fn is_marked(block: &Block) -> bool {
    match block {
        Block::Marked(..) => true,
        Block::Heading(heading) => has_mark(&heading.content),
        Block::Paragraph(content) => has_mark(content),
        Block::List(list) => list.items.iter().flatten().any(is_marked),
        Block::Quote(inner) => inner.iter().any(is_marked),
        Block::Table(table) => is_marked_table(table),
        Block::Figure(figure) => {
            has_mark(&figure.caption) || figure.notes.iter().any(|note| has_mark(note))
        }
        Block::Verbatim(_) | Block::PageBreak | Block::Directive(_) => false,
    }
}

fn is_marked_table(table: &Table) -> bool {
    table.columns.iter().any(|column| column.mark.is_some())
        || table.header.iter().chain(&table.rows).any(is_marked_row)
        || table.notes.iter().chain([&table.caption]).any(|words| has_mark(words))
}

fn is_marked_row(row: &Row) -> bool {
    row.mark.is_some() || row.cells.iter().any(|cell| has_mark(cell))
}

fn has_mark(content: &[Inline]) -> bool {
    content.iter().any(|inline| match inline {
        Inline::Marked(..) => true,
        Inline::Emphasis(inner) | Inline::Strong(inner) | Inline::Link { content: inner, .. } => {
            has_mark(inner)
        }
        Inline::Reference(reference) => has_mark(&reference.content),
        Inline::Footnote(blocks) => blocks.iter().any(is_marked),
        _ => false,
    })
}
