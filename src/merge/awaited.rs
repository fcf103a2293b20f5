use crate::text::tree::{Block, Inline};

/// Tells of every open point in some blocks.
pub(super) fn awaited(blocks: &[Block], tell: &mut dyn FnMut(&str)) {
    for block in blocks {
        match block {
            Block::Heading(heading) => awaited_in(&heading.content, tell),
            Block::Paragraph(content) => awaited_in(content, tell),
            Block::List(list) => list.items.iter().for_each(|item| awaited(item, tell)),
            Block::Quote(inner) | Block::Marked(_, inner) => awaited(inner, tell),
            Block::Table(table) => {
                awaited_in(&table.caption, tell);
                let cells = table.header.iter().chain(&table.rows).flat_map(|row| &row.cells);
                cells.chain(&table.notes).for_each(|content| awaited_in(content, tell));
            }
            Block::Figure(figure) => awaited_in(&figure.caption, tell),
            Block::Verbatim(_) | Block::PageBreak | Block::Directive(_) => {}
        }
    }
}

fn awaited_in(content: &[Inline], tell: &mut dyn FnMut(&str)) {
    for inline in content {
        match inline {
            Inline::Pending(what) => tell(what),
            Inline::Emphasis(inner)
            | Inline::Strong(inner)
            | Inline::Marked(_, inner)
            | Inline::Link { content: inner, .. } => awaited_in(inner, tell),
            Inline::Reference(reference) => awaited_in(&reference.content, tell),
            Inline::Footnote(blocks) => awaited(blocks, tell),
            Inline::Text(_) | Inline::Verbatim(_) | Inline::LineBreak | Inline::Field(_) => {}
        }
    }
}
