use std::hash::Hash;

use super::token::{Content, Token, Unit};
use crate::redline::key::{Keys, keyed};

/// Makes one token of each field that begins and ends here, since half a field is none.
pub fn whole_fields<'a>(tokens: Vec<Token<'a>>, keys: &Keys) -> Vec<Token<'a>> {
    let ends = ends(&tokens);
    if ends.iter().all(Option::is_none) {
        return tokens;
    }
    let mut whole = Vec::with_capacity(tokens.len());
    let mut rest = tokens.into_iter().enumerate();
    while let Some((at, token)) = rest.next() {
        match ends[at] {
            Some(end) => {
                let inside: Vec<Token<'a>> =
                    rest.by_ref().take(end - at).map(|(_, token)| token).collect();
                whole.push(joined(token, inside, keys));
            }
            None => whole.push(token),
        }
    }
    whole
}

/// For each token that begins a field, the place of the one that ends it.
fn ends(tokens: &[Token<'_>]) -> Vec<Option<usize>> {
    let mut ends = vec![None; tokens.len()];
    let mut open = Vec::new();
    for (at, token) in tokens.iter().enumerate() {
        match field_mark(token) {
            Some("begin") => open.push(at),
            Some("end") => {
                if let Some(begin) = open.pop() {
                    ends[begin] = Some(at);
                }
            }
            _ => {}
        }
    }
    ends
}

fn field_mark<'a>(token: &Token<'a>) -> Option<&'a str> {
    let Unit::Items(items) = &token.unit else { return None };
    match items.first()?.content {
        Content::Inner(mark) if mark.is("w:fldChar") => mark.get("w:fldCharType"),
        _ => None,
    }
}

fn joined<'a>(first: Token<'a>, rest: Vec<Token<'a>>, keys: &Keys) -> Token<'a> {
    let (mut before, mut items) = (Vec::new(), Vec::new());
    let key = keyed(|hasher| {
        for token in std::iter::once(first).chain(rest) {
            before.extend(token.before);
            token.key.hash(hasher);
            let Unit::Items(own) = token.unit else { continue };
            for item in &own {
                item.properties.map(|properties| keys.of(properties)).hash(hasher);
            }
            items.extend(own);
        }
    });
    Token { key, before, unit: Unit::Items(items) }
}
