use std::ops::Range;

use similar::{Algorithm, DiffOp, capture_diff_slices};

use super::blocks::blocks;
use super::face::Face;
use super::words::{is_word, words};
use crate::text::tree::{Inline, Mark};

/// Running text of the new edition with the words marked that only one of the two has.
pub fn inlines(old: &[Inline], new: &[Inline]) -> Vec<Inline> {
    if Face::of_inlines(old) == Face::of_inlines(new) {
        return new.to_vec();
    }
    let (old, new) = (tokens(old), tokens(new));
    let ops = capture_diff_slices(Algorithm::Myers, &faces(&old), &faces(&new));
    let mut written = Vec::new();
    for stretch in stretches(&ops, &new) {
        let (gone, come) = (&old[stretch.old], &new[stretch.new]);
        if stretch.same {
            let kept = gone.iter().zip(come).map(|(old, new)| new.after(old));
            written.extend(nest(&kept.collect::<Vec<_>>(), 0));
        } else {
            written.extend(marked(Mark::Deleted, gone));
            written.extend(marked(Mark::Inserted, come));
        }
    }
    written
}

fn faces<'a>(tokens: &[Token<'a>]) -> Vec<Face<'a>> {
    tokens.iter().map(Token::face).collect()
}

/// A word, space or sign of running text, or something that is no text, with what stands around it.
#[derive(Clone)]
struct Token<'a> {
    around: Vec<&'a Inline>,
    piece: Piece<'a>,
}

#[derive(Clone)]
enum Piece<'a> {
    Word(&'a str),
    Whole(&'a Inline),
    /// A footnote that stands in both, with the changes in what it says.
    Note(Inline),
}

impl<'a> Token<'a> {
    fn face(&self) -> Face<'a> {
        match self.piece {
            Piece::Word(word) => Face::of_word(&self.around, word),
            Piece::Whole(inline) => Face::of_whole(&self.around, inline),
            Piece::Note(_) => Face::default(),
        }
    }

    /// What stands in both; a footnote with the changes since the old one.
    fn after(&self, old: &Token<'_>) -> Self {
        match (&old.piece, &self.piece) {
            (Piece::Whole(Inline::Footnote(old)), Piece::Whole(Inline::Footnote(new))) => {
                let note = Inline::Footnote(blocks(old, new));
                Self { around: self.around.clone(), piece: Piece::Note(note) }
            }
            _ => self.clone(),
        }
    }

    fn is_blank(&self) -> bool {
        matches!(self.piece, Piece::Word(word) if !is_word(word))
    }
}

fn tokens(content: &[Inline]) -> Vec<Token<'_>> {
    let mut found = Vec::new();
    gather(content, &[], &mut found);
    found
}

fn gather<'a>(content: &'a [Inline], around: &[&'a Inline], found: &mut Vec<Token<'a>>) {
    let token = |piece| Token { around: around.to_vec(), piece };
    for inline in content {
        match inline {
            Inline::Text(text) => found.extend(words(text).map(|word| token(Piece::Word(word)))),
            Inline::Emphasis(inner)
            | Inline::Strong(inner)
            | Inline::Marked(_, inner)
            | Inline::Link { content: inner, .. } => {
                gather(inner, &[around, &[inline]].concat(), found);
            }
            _ => found.push(token(Piece::Whole(inline))),
        }
    }
}

/// A stretch that is the same in both, or what one has in place of the other.
#[derive(Clone)]
struct Stretch {
    old: Range<usize>,
    new: Range<usize>,
    same: bool,
}

impl Stretch {
    fn replaces(&self) -> bool {
        !self.same && !self.old.is_empty() && !self.new.is_empty()
    }
}

/// The stretches in order; two words that are replaced beside each other are one stretch.
fn stretches(ops: &[DiffOp], new: &[Token<'_>]) -> Vec<Stretch> {
    let mut found: Vec<Stretch> = Vec::new();
    for op in ops {
        let same = matches!(op, DiffOp::Equal { .. });
        let stretch = Stretch { old: op.old_range(), new: op.new_range(), same };
        if let [.., before, between] = found.as_mut_slice()
            && before.replaces()
            && stretch.replaces()
            && new[between.new.clone()].iter().all(Token::is_blank)
        {
            before.old.end = stretch.old.end;
            before.new.end = stretch.new.end;
            found.pop();
        } else {
            found.push(stretch);
        }
    }
    found
}

fn marked(mark: Mark, tokens: &[Token<'_>]) -> Option<Inline> {
    (!tokens.is_empty()).then(|| Inline::Marked(mark, nest(tokens, 0)))
}

/// The tokens as running text again, from a depth of what stands around them.
fn nest(tokens: &[Token<'_>], depth: usize) -> Vec<Inline> {
    let around = |token: &Token<'_>| token.around.get(depth).map(|wrap| *wrap as *const Inline);
    let mut written = Vec::new();
    for group in tokens.chunk_by(|one, other| around(one) == around(other)) {
        match group[0].around.get(depth) {
            Some(wrap) => written.push(wrapped(wrap, nest(group, depth + 1))),
            None => group.iter().for_each(|token| push(&token.piece, &mut written)),
        }
    }
    written
}

fn wrapped(wrap: &Inline, inner: Vec<Inline>) -> Inline {
    match wrap {
        Inline::Emphasis(_) => Inline::Emphasis(inner),
        Inline::Link { url, at, .. } => {
            Inline::Link { url: url.clone(), content: inner, at: at.clone() }
        }
        Inline::Marked(mark, _) => Inline::Marked(*mark, inner),
        // Nothing else stands around words.
        _ => Inline::Strong(inner),
    }
}

fn push(piece: &Piece<'_>, written: &mut Vec<Inline>) {
    match piece {
        Piece::Word(word) => match written.last_mut() {
            Some(Inline::Text(text)) => text.push_str(word),
            _ => written.push(Inline::Text((*word).to_owned())),
        },
        Piece::Whole(inline) => written.push((*inline).clone()),
        Piece::Note(note) => written.push(note.clone()),
    }
}
