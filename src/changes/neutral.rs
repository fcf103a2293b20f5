use std::collections::BTreeMap;

use super::side::Side;
use super::walk::walk;
use crate::merge::Library;
use crate::text::tree::{Block, Inline, Reference};

/// How references are worded in the new edition, by target.
pub(super) type Wordings = BTreeMap<String, Vec<Inline>>;

/// A chapter's blocks without what is compared elsewhere: the tables and drawings of data.
pub(super) fn own_words(side: &Side<'_>, blocks: &[Block]) -> Vec<Block> {
    let is_data = |block: &&Block| match block {
        Block::Table(table) => {
            table.key.as_ref().is_some_and(|key| side.shelf.table(key).is_some())
        }
        Block::Figure(one) => one.key.as_ref().is_some_and(|key| side.shelf.figure(key).is_some()),
        Block::PageBreak => true,
        _ => false,
    };
    blocks.iter().filter(|block| !is_data(block)).cloned().collect()
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
