use super::align::{Item, Step, align};
use super::face::Face;
use super::inlines::inlines;
use super::table::table;
use crate::text::tree::{Block, Figure, Heading, Inline, List, Mark};

/// The new blocks with all that only one of the two editions has marked, the deleted at its place.
///
/// Numbers of headings, tables and figures are those of the edition that has them.
pub fn blocks(old: &[Block], new: &[Block]) -> Vec<Block> {
    let steps = align(&items(old), &items(new));
    let mut written: Vec<Block> = Vec::with_capacity(new.len());
    for step in steps {
        match step {
            Step::Same(_, j) => written.push(new[j].clone()),
            Step::Changed(i, j) => written.extend(changed(&old[i], &new[j])),
            Step::Deleted(i) => push(Mark::Deleted, &old[i], &mut written),
            Step::MovedFrom(i) => push(Mark::MovedFrom, &old[i], &mut written),
            Step::Inserted(j) => push(Mark::Inserted, &new[j], &mut written),
            Step::MovedTo(j) => push(Mark::MovedTo, &new[j], &mut written),
        }
    }
    written
}

fn items(blocks: &[Block]) -> Vec<Item<'_>> {
    blocks.iter().map(|block| Item { face: Face::of_block(block), key: key(block) }).collect()
}

fn key(block: &Block) -> Option<&str> {
    match block {
        Block::Heading(heading) => heading.key.as_deref(),
        Block::Table(table) => table.key.as_deref(),
        Block::Figure(figure) => figure.key.as_deref(),
        _ => None,
    }
}

/// Adds a marked block to the marked ones before it.
fn push(mark: Mark, block: &Block, written: &mut Vec<Block>) {
    match written.last_mut() {
        Some(Block::Marked(last, inner)) if *last == mark => inner.push(block.clone()),
        _ => written.push(Block::Marked(mark, vec![block.clone()])),
    }
}

/// A block that has become another of its kind; where words cannot be marked, one for the other.
fn changed(old: &Block, new: &Block) -> Vec<Block> {
    let one = match (old, new) {
        (Block::Heading(old), Block::Heading(new)) => {
            Block::Heading(Heading { content: inlines(&old.content, &new.content), ..new.clone() })
        }
        (Block::Paragraph(old), Block::Paragraph(new)) => Block::Paragraph(inlines(old, new)),
        (Block::List(old), Block::List(new)) => Block::List(list(old, new)),
        (Block::Quote(old), Block::Quote(new)) => Block::Quote(blocks(old, new)),
        (Block::Table(old), Block::Table(new)) => Block::Table(table(old, new)),
        (Block::Figure(old), Block::Figure(new)) if is_same_picture(old, new) => {
            Block::Figure(Figure {
                caption: inlines(&old.caption, &new.caption),
                notes: notes(&old.notes, &new.notes),
                ..new.clone()
            })
        }
        _ => {
            return vec![
                Block::Marked(Mark::Deleted, vec![old.clone()]),
                Block::Marked(Mark::Inserted, vec![new.clone()]),
            ];
        }
    };
    vec![one]
}

fn is_same_picture(old: &Figure, new: &Figure) -> bool {
    (&old.alt, &old.picture.bytes) == (&new.alt, &new.picture.bytes)
}

/// A list whose items are marked as wholes or within.
fn list(old: &List, new: &List) -> List {
    let items = parts(
        &old.items,
        &new.items,
        |item| Face::of_blocks(item),
        blocks,
        |mark, item| vec![Block::Marked(mark, item)],
    );
    List { start: new.start, items }
}

/// Notes below a table or figure, marked as wholes or within.
pub(super) fn notes(old: &[Vec<Inline>], new: &[Vec<Inline>]) -> Vec<Vec<Inline>> {
    parts(
        old,
        new,
        |note| Face::of_inlines(note),
        inlines,
        |mark, note| vec![Inline::Marked(mark, note)],
    )
}

/// The parts of both, each marked as a whole where only one has it, else within.
fn parts<T: Clone>(
    old: &[Vec<T>],
    new: &[Vec<T>],
    face: impl for<'a> Fn(&'a [T]) -> Face<'a>,
    changed: impl Fn(&[T], &[T]) -> Vec<T>,
    whole: impl Fn(Mark, Vec<T>) -> Vec<T>,
) -> Vec<Vec<T>> {
    let item = |part| Item { face: face(part), key: None };
    let olds: Vec<Item<'_>> = old.iter().map(|part| item(part)).collect();
    let news: Vec<Item<'_>> = new.iter().map(|part| item(part)).collect();
    let steps = align(&olds, &news).into_iter();
    steps
        .map(|step| match step {
            Step::Same(_, j) => new[j].clone(),
            Step::Changed(i, j) => changed(&old[i], &new[j]),
            Step::Deleted(i) => whole(Mark::Deleted, old[i].clone()),
            Step::MovedFrom(i) => whole(Mark::MovedFrom, old[i].clone()),
            Step::Inserted(j) => whole(Mark::Inserted, new[j].clone()),
            Step::MovedTo(j) => whole(Mark::MovedTo, new[j].clone()),
        })
        .collect()
}
