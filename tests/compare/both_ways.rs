//! A marked tree with one edition's stretches dropped, in a form without what marks cannot tell.

use socialaftale::text::tree::{
    Block, Column, Figure, Heading, Inline, List, Mark, Reference, Row, SourcePoint, Table,
};

/// What is left when every change is accepted.
pub fn accepted(blocks: &[Block]) -> Vec<Block> {
    Side { keep: Mark::is_new }.blocks(blocks)
}

/// What is left when every change is rejected.
pub fn rejected(blocks: &[Block]) -> Vec<Block> {
    Side { keep: |mark| !mark.is_new() }.blocks(blocks)
}

/// Blocks without marks, in the same form.
pub fn plain(blocks: &[Block]) -> Vec<Block> {
    accepted(blocks)
}

struct Side {
    keep: fn(Mark) -> bool,
}

impl Side {
    fn blocks(&self, blocks: &[Block]) -> Vec<Block> {
        blocks.iter().flat_map(|block| self.block(block)).collect()
    }

    fn block(&self, block: &Block) -> Vec<Block> {
        let one = match block {
            Block::Marked(mark, inner) => {
                return if (self.keep)(*mark) { self.blocks(inner) } else { Vec::new() };
            }
            Block::Heading(heading) => Block::Heading(Heading {
                key: None,
                number: None,
                content: self.inlines(&heading.content),
                ..heading.clone()
            }),
            Block::Paragraph(content) => Block::Paragraph(self.inlines(content)),
            Block::List(list) => Block::List(List {
                start: list.start,
                items: list.items.iter().filter_map(|item| self.item(item)).collect(),
            }),
            Block::Quote(inner) => Block::Quote(self.blocks(inner)),
            Block::Table(table) => Block::Table(self.table(table)),
            Block::Figure(figure) => Block::Figure(Figure {
                number: None,
                caption: self.inlines(&figure.caption),
                notes: self.notes(&figure.notes),
                ..figure.clone()
            }),
            other => other.clone(),
        };
        vec![one]
    }

    /// An item that is marked as a whole goes as a whole.
    fn item(&self, item: &[Block]) -> Option<Vec<Block>> {
        match item {
            [Block::Marked(mark, _)] if !(self.keep)(*mark) => None,
            _ => Some(self.blocks(item)),
        }
    }

    fn notes(&self, notes: &[Vec<Inline>]) -> Vec<Vec<Inline>> {
        let kept = notes.iter().filter(|note| match note.as_slice() {
            [Inline::Marked(mark, _)] => (self.keep)(*mark),
            _ => true,
        });
        kept.map(|note| self.inlines(note)).collect()
    }

    fn table(&self, table: &Table) -> Table {
        let stays = |mark: Option<Mark>| mark.is_none_or(self.keep);
        let columns: Vec<bool> = table.columns.iter().map(|column| stays(column.mark)).collect();
        let rows = |rows: &[Row]| -> Vec<Row> {
            let kept = rows.iter().filter(|row| stays(row.mark));
            kept.map(|row| Row {
                cells: (row.cells.iter().zip(&columns).filter(|(_, stays)| **stays))
                    .map(|(cell, _)| self.inlines(cell))
                    .collect(),
                emphasis: row.emphasis,
                mark: None,
            })
            .collect()
        };
        Table {
            key: None,
            number: None,
            caption: self.inlines(&table.caption),
            columns: vec![Column::default(); columns.iter().filter(|stays| **stays).count()],
            header: rows(&table.header),
            rows: rows(&table.rows),
            notes: self.notes(&table.notes),
            traced: Vec::new(),
        }
    }

    fn inlines(&self, content: &[Inline]) -> Vec<Inline> {
        let mut joined = Vec::new();
        for inline in content {
            self.inline(inline).into_iter().for_each(|inline| join(inline, &mut joined));
        }
        joined
    }

    fn inline(&self, inline: &Inline) -> Vec<Inline> {
        let one = match inline {
            Inline::Marked(mark, inner) => {
                return if (self.keep)(*mark) { self.inlines(inner) } else { Vec::new() };
            }
            Inline::Emphasis(inner) => Inline::Emphasis(self.inlines(inner)),
            Inline::Strong(inner) => Inline::Strong(self.inlines(inner)),
            Inline::Link { url, content, .. } => Inline::Link {
                url: url.clone(),
                content: self.inlines(content),
                at: SourcePoint::default(),
            },
            Inline::Footnote(blocks) => Inline::Footnote(self.blocks(blocks)),
            Inline::Reference(reference) => Inline::Reference(Reference {
                number: None,
                at: SourcePoint::default(),
                ..reference.clone()
            }),
            other => other.clone(),
        };
        vec![one]
    }
}

/// Adds running text to what stands before it, as one stretch where it is of one kind.
fn join(inline: Inline, joined: &mut Vec<Inline>) {
    match (joined.last_mut(), inline) {
        (_, Inline::Text(text)) if text.is_empty() => {}
        (
            _,
            Inline::Emphasis(inner) | Inline::Strong(inner) | Inline::Link { content: inner, .. },
        ) if inner.is_empty() => {}
        (Some(Inline::Text(before)), Inline::Text(text)) => before.push_str(&text),
        (Some(Inline::Emphasis(before)), Inline::Emphasis(inner))
        | (Some(Inline::Strong(before)), Inline::Strong(inner)) => {
            inner.into_iter().for_each(|inline| join(inline, before));
        }
        (
            Some(Inline::Link { url, content: before, .. }),
            Inline::Link { url: other, content, .. },
        ) if *url == other => content.into_iter().for_each(|inline| join(inline, before)),
        (_, inline) => joined.push(inline),
    }
}
