use similar::{Algorithm, DiffTag, capture_diff_slices};

use super::token::Token;
use crate::redline::key::Key;

/// What becomes of the tokens of two texts, by their places in them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Compared {
    Kept(usize, usize),
    Deleted(usize),
    Inserted(usize),
}

/// Compares two texts word by word, and reads as a person would: words that are all changed are
/// changed together with the spaces and signs between them.
pub fn compare(old: &[Token<'_>], new: &[Token<'_>]) -> Vec<Compared> {
    let keys = |tokens: &[Token<'_>]| tokens.iter().map(|token| token.key).collect::<Vec<Key>>();
    let ops = capture_diff_slices(Algorithm::Myers, &keys(old), &keys(new));
    let mut compared = Vec::new();
    let mut change = (Vec::new(), Vec::new());
    for (at, op) in ops.iter().enumerate() {
        let (olds, news) = (op.old_range(), op.new_range());
        let between = at > 0 && at + 1 < ops.len();
        let kept = op.tag() == DiffTag::Equal
            && !(between && old[olds.clone()].iter().all(Token::is_between_words));
        if kept {
            settle(&mut change, &mut compared);
            compared.extend(olds.zip(news).map(|(i, j)| Compared::Kept(i, j)));
        } else {
            change.0.extend(olds);
            change.1.extend(news);
        }
    }
    settle(&mut change, &mut compared);
    compared
}

/// Puts what is deleted before what is inserted.
fn settle(change: &mut (Vec<usize>, Vec<usize>), compared: &mut Vec<Compared>) {
    compared.extend(change.0.drain(..).map(Compared::Deleted));
    compared.extend(change.1.drain(..).map(Compared::Inserted));
}
