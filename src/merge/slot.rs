use std::sync::Arc;

use super::cell::Cell;
use crate::finding::Place;
use crate::text::tree::Block;

/// What a helper put into a template.
#[derive(Debug, Clone, PartialEq)]
pub struct Slot {
    pub role: Role,
    /// The key of the text, table, figure or picture; the address of a link.
    pub key: String,
    /// The tag that asked for it.
    pub place: Place,
    /// Filled, numbered blocks; a `Kapitel` begins with its heading.
    pub blocks: Vec<Block>,
    /// What a `Celle` does to the table cell that it stands in.
    pub cell: Option<Cell>,
    /// The Word file that a `Dokument` puts in.
    pub document: Option<Arc<[u8]>>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    Tekst,
    Kapitel,
    Tabel,
    Figur,
    Billede,
    Sideskift,
    Link,
    Celle,
    Dokument,
}

/// The helpers that put something in.
pub(super) const HELPERS: [(&str, Role); 9] = [
    ("tekst", Role::Tekst),
    ("kapitel", Role::Kapitel),
    ("tabel", Role::Tabel),
    ("figur", Role::Figur),
    ("billede", Role::Billede),
    ("sideskift", Role::Sideskift),
    ("link", Role::Link),
    ("celle", Role::Celle),
    ("dokument", Role::Dokument),
];

pub(super) fn role(helper: &str) -> Option<Role> {
    HELPERS.iter().find(|(name, _)| *name == helper).map(|(_, role)| *role)
}

impl Role {
    /// Whether the helper must be told what to put in.
    pub(super) fn needs_key(self) -> bool {
        !matches!(self, Self::Sideskift | Self::Celle)
    }
}

/// A stretch of merged template: plain output, or the place of a slot.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Piece<'a> {
    Output(&'a str),
    Slot(usize),
}

// Private-use characters: dropped from every value, so no data can forge a token.
const OPEN: char = '\u{e000}';
const CLOSE: char = '\u{e001}';

pub(super) fn token(index: usize) -> String {
    format!("{OPEN}{index}{CLOSE}")
}

/// A value without the marks that would make it a token.
pub(super) fn without_marks(value: &str) -> String {
    value.chars().filter(|letter| *letter != OPEN && *letter != CLOSE).collect()
}

/// Splits merged output at its slot tokens.
pub fn pieces(merged: &str) -> Vec<Piece<'_>> {
    let mut found = Vec::new();
    let mut rest = merged;
    while let Some((before, after)) = rest.split_once(OPEN) {
        let Some((index, tail)) = after.split_once(CLOSE) else { break };
        if !before.is_empty() {
            found.push(Piece::Output(before));
        }
        if let Ok(index) = index.parse() {
            found.push(Piece::Slot(index));
        }
        rest = tail;
    }
    if !rest.is_empty() {
        found.push(Piece::Output(rest));
    }
    found
}
