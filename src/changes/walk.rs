use crate::text::tree::{Block, Inline};

/// Calls on every stretch of running text in some blocks, the outer before those within.
pub(super) fn walk(blocks: &mut [Block], call: &mut dyn FnMut(&mut Inline)) {
    for block in blocks {
        match block {
            Block::Heading(heading) => inlines(&mut heading.content, call),
            Block::Paragraph(content) => inlines(content, call),
            Block::List(list) => list.items.iter_mut().for_each(|item| walk(item, call)),
            Block::Quote(inner) | Block::Marked(_, inner) => walk(inner, call),
            Block::Table(table) => {
                let rows = table.header.iter_mut().chain(&mut table.rows);
                rows.flat_map(|row| &mut row.cells).for_each(|cell| inlines(cell, call));
                inlines(&mut table.caption, call);
                table.notes.iter_mut().for_each(|note| inlines(note, call));
            }
            Block::Figure(figure) => {
                inlines(&mut figure.caption, call);
                figure.notes.iter_mut().for_each(|note| inlines(note, call));
            }
            Block::Verbatim(_) | Block::PageBreak | Block::Directive(_) => {}
        }
    }
}

fn inlines(content: &mut [Inline], call: &mut dyn FnMut(&mut Inline)) {
    for inline in content {
        call(inline);
        match inline {
            Inline::Emphasis(inner)
            | Inline::Strong(inner)
            | Inline::Marked(_, inner)
            | Inline::Link { content: inner, .. } => inlines(inner, call),
            Inline::Reference(reference) => inlines(&mut reference.content, call),
            Inline::Footnote(blocks) => walk(blocks, call),
            _ => {}
        }
    }
}
