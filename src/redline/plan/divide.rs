use super::align::Step;
use super::block::Block;
use crate::redline::words::Words;

/// How many of its words a paragraph must have from another to be a piece of it, of a thousand.
const PIECE: usize = 600;

/// Finds the paragraphs that have been divided in several or put together of several: then the
/// paragraphs beside a rewritten one have the words that it lacks.
pub fn divide(steps: Vec<Step>, old: &[Block<'_>], new: &[Block<'_>]) -> Vec<Step> {
    let mut divided: Vec<Step> = Vec::with_capacity(steps.len());
    let mut steps = steps.into_iter().peekable();
    while let Some(step) = steps.next() {
        let Step::Rewritten(mut olds, mut news) = step else {
            divided.push(step);
            continue;
        };
        let is_piece = |step: &Step, olds: &[Block<'_>], news: &[Block<'_>]| match step {
            Step::Deleted(i) => is_piece(&old[*i], olds, news),
            Step::Inserted(j) => is_piece(&new[*j], news, olds),
            Step::Same(..) | Step::Rewritten(..) => false,
        };
        while let Some(before) =
            divided.pop_if(|step| is_piece(step, &old[olds.clone()], &new[news.clone()]))
        {
            match before {
                Step::Deleted(i) => olds.start = i,
                Step::Inserted(j) => news.start = j,
                Step::Same(..) | Step::Rewritten(..) => {}
            }
        }
        while let Some(after) =
            steps.next_if(|step| is_piece(step, &old[olds.clone()], &new[news.clone()]))
        {
            match after {
                Step::Deleted(i) => olds.end = i + 1,
                Step::Inserted(j) => news.end = j + 1,
                Step::Same(..) | Step::Rewritten(..) => {}
            }
        }
        divided.push(Step::Rewritten(olds, news));
    }
    divided
}

/// Whether a paragraph stands beside its own side of a rewriting and is made of words that only
/// the other side has.
fn is_piece(piece: &Block<'_>, own: &[Block<'_>], other: &[Block<'_>]) -> bool {
    let plain = |block: &Block<'_>| block.is_paragraph() && !block.ends_section();
    if !plain(piece) || !own.iter().chain(other).all(plain) {
        return false;
    }
    let gathered = |blocks: &[Block<'_>]| Words::all(blocks.iter().map(Block::words));
    let missing = gathered(other).without(&gathered(own));
    piece.words().share_in(&missing) >= PIECE
}
