use super::walk::walk;
use crate::text::tree::{Block, Inline, List, Mark, Table, plain_text};

/// Marked blocks as they are told of outside their own document: without its numbers and links,
/// and with words before what was moved.
pub(super) fn shown(blocks: &[Block]) -> Vec<Block> {
    let mut shown = all(blocks);
    walk(&mut shown, &mut |inline| match inline {
        Inline::Reference(reference) => *inline = Inline::Text(plain_text(&reference.content)),
        // An open point of an edition is none of the list's own.
        Inline::Pending(what) => *inline = awaited(what),
        _ => {}
    });
    shown
}

/// An open point in words.
pub(super) fn awaited(what: &str) -> Inline {
    Inline::Emphasis(vec![Inline::Text(format!("afventer: {what}"))])
}

fn all(blocks: &[Block]) -> Vec<Block> {
    let mut shown = Vec::new();
    for (at, block) in blocks.iter().enumerate() {
        let before = at.checked_sub(1).and_then(|before| blocks.get(before));
        if matches!((before, block), (
            Some(Block::Marked(Mark::Deleted, gone)),
            Block::Marked(Mark::Inserted, come),
        ) if waits(gone) && !waits(come))
        {
            shown.push(label("Nu udfyldt:"));
        }
        shown.extend(told(block));
    }
    shown
}

fn waits(blocks: &[Block]) -> bool {
    let mut waits = false;
    walk(&mut blocks.to_vec(), &mut |inline| waits |= matches!(inline, Inline::Pending(_)));
    waits
}

fn label(words: &str) -> Block {
    Block::Paragraph(vec![Inline::Strong(vec![Inline::Text(words.to_owned())])])
}

fn told(block: &Block) -> Vec<Block> {
    match block {
        Block::Heading(heading) => {
            vec![Block::Paragraph(vec![Inline::Strong(heading.content.clone())])]
        }
        Block::Paragraph(content) => vec![Block::Paragraph(answered(content))],
        Block::List(list) => {
            let items = list.items.iter().map(|item| all(item)).collect();
            vec![Block::List(List { items, ..list.clone() })]
        }
        Block::Table(table) => {
            let caption = (!table.caption.is_empty())
                .then(|| Block::Paragraph(vec![Inline::Strong(table.caption.clone())]));
            let bare = Table { key: None, number: None, caption: Vec::new(), ..table.clone() };
            let rest = match table.rows.is_empty() {
                true => table.notes.iter().cloned().map(Block::Paragraph).collect(),
                false => vec![Block::Table(bare)],
            };
            caption.into_iter().chain(rest).collect()
        }
        Block::Marked(mark, inner) => {
            let moved = moved(*mark).map(label);
            moved.into_iter().chain([Block::Marked(*mark, all(inner))]).collect()
        }
        Block::Quote(inner) => vec![Block::Quote(all(inner))],
        other => vec![other.clone()],
    }
}

/// Running text in which what was awaited and is now told is said to be so, and what only looks
/// otherwise stands once.
fn answered(content: &[Inline]) -> Vec<Inline> {
    let waits = |content: &[Inline]| waits(&[Block::Paragraph(content.to_vec())]);
    let said = |words: &str| Inline::Emphasis(vec![Inline::Text(words.to_owned())]);
    let mut told = Vec::new();
    let mut gone: &[Inline] = &[];
    for inline in content {
        match inline {
            Inline::Marked(Mark::Inserted, come) if waits(gone) && !waits(come) => {
                told.extend([inline.clone(), said(" (nu udfyldt)")]);
            }
            Inline::Marked(Mark::Inserted, come)
                if !gone.is_empty() && bare(gone).is_some() && bare(gone) == bare(come) =>
            {
                told.pop();
                told.extend([inline.clone(), said(" (samme ord, andet udseende)")]);
            }
            _ => told.push(inline.clone()),
        }
        gone = match inline {
            Inline::Marked(Mark::Deleted, inner) => inner,
            _ => &[],
        };
    }
    told
}

/// The words of what is nothing but words, whatever they look like.
fn bare(content: &[Inline]) -> Option<String> {
    let words = |inline: &Inline| match inline {
        Inline::Text(words) => Some(words.clone()),
        Inline::Emphasis(inner) | Inline::Strong(inner) => bare(inner),
        _ => None,
    };
    content.iter().map(words).collect()
}

fn moved(mark: Mark) -> Option<&'static str> {
    match mark {
        Mark::MovedTo => Some("Flyttet hertil:"),
        Mark::MovedFrom => Some("Flyttet herfra:"),
        Mark::Inserted | Mark::Deleted => None,
    }
}
