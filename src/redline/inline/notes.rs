use std::collections::HashSet;

use super::token::{Content, Token, Unit};
use crate::redline::key::{Key, Keys};
use crate::render::word::parts::NoteKind;

/// Lets references be known by what their notes say, where both texts have a note that says so;
/// the others are alike, so that a note with other words is the same one, rewritten.
pub fn know_notes<'a>(
    (old, old_keys): (&mut [Token<'a>], &Keys),
    (new, new_keys): (&mut [Token<'a>], &Keys),
) {
    let said = |tokens: &[Token<'_>], keys: &Keys| -> HashSet<Key> {
        tokens.iter().filter_map(|token| note(token, keys)).collect()
    };
    let (olds, news) = (said(old, old_keys), said(new, new_keys));
    let tokens = old.iter_mut().map(|token| (token, old_keys));
    for (token, keys) in tokens.chain(new.iter_mut().map(|token| (token, new_keys))) {
        if let Some(key) = note(token, keys).filter(|key| olds.contains(key) && news.contains(key))
        {
            token.key = key;
        }
    }
}

/// The key of a reference with its note.
fn note(token: &Token<'_>, keys: &Keys) -> Option<Key> {
    let Unit::Items(items) = &token.unit else { return None };
    match items.as_slice() {
        [item] => match item.content {
            Content::Inner(inner) => {
                let is_note = NoteKind::ALL.iter().any(|kind| inner.is(kind.reference()));
                is_note.then(|| keys.of(inner))
            }
            Content::Text(_) | Content::Outer(_) => None,
        },
        _ => None,
    }
}
