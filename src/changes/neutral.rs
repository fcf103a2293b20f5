use std::collections::BTreeMap;

use super::side::Side;
use super::walk::walk;
use crate::merge::Library;
use crate::text::tree::{Block, Figure, Inline, Reference, Table, plain_text};

/// How references are worded in the new edition, by target.
pub(super) type Wordings = BTreeMap<String, Vec<Inline>>;

/// A chapter's blocks, with a line for each table and drawing of data: what they show is compared
/// elsewhere, and is named as the new edition has it.
pub(super) fn own_words(side: &Side<'_>, new: &Side<'_>, blocks: &[Block]) -> Vec<Block> {
    let words = blocks.iter().filter(|block| !matches!(block, Block::PageBreak));
    words.map(|block| data(side, new, block).unwrap_or_else(|| block.clone())).collect()
}

/// What stands for a table or drawing of data.
fn data(side: &Side<'_>, new: &Side<'_>, block: &Block) -> Option<Block> {
    let (kind, caption) = match block {
        Block::Table(Table { key: Some(key), .. }) => {
            let table = new.shelf.table(key).or_else(|| side.shelf.table(key))?;
            ("Tabellen", table.caption.clone())
        }
        Block::Figure(Figure { key: Some(key), .. }) => {
            let figure = new.shelf.figure(key).or_else(|| side.shelf.figure(key))?;
            ("Figuren", figure.caption.clone())
        }
        _ => return None,
    };
    let name = Inline::Text(format!("{kind} »{}«", plain_text(&caption)));
    Some(Block::Paragraph(vec![Inline::Emphasis(vec![name])]))
}

/// Gathers how the references that the program words are worded.
pub(super) fn gather(blocks: &mut [Block], wordings: &mut Wordings) {
    each(blocks, &mut |reference| {
        wordings.insert(reference.target.clone(), reference.content.clone());
    });
}

/// Words references as the new edition does, so that a chapter that has another number is no
/// change of those that refer to it.
pub(super) fn reword(blocks: &mut [Block], wordings: &Wordings) {
    each(blocks, &mut |reference| {
        if let Some(content) = wordings.get(&reference.target) {
            reference.content.clone_from(content);
        }
    });
}

/// Calls on every reference that the program has worded, not those with words of their own.
fn each(blocks: &mut [Block], call: &mut dyn FnMut(&mut Reference)) {
    walk(blocks, &mut |inline| match inline {
        Inline::Reference(reference) if is_worded(reference) => call(reference),
        _ => {}
    });
}

fn is_worded(reference: &Reference) -> bool {
    let is_bilag = || match reference.content.as_slice() {
        [Inline::Text(words)] => words.starts_with("bilag\u{a0}"),
        _ => false,
    };
    reference.number.is_some() || reference.target.starts_with("bilag:") && is_bilag()
}
