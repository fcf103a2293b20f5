use crate::text::tree::Block;

/// Rich text that a helper put into a template.
#[derive(Debug, Clone, PartialEq)]
pub struct Slot {
    pub role: Role,
    /// The key of the text, table, figure or picture.
    pub key: String,
    /// Filled, numbered blocks; a `Kapitel` begins with its heading.
    pub blocks: Vec<Block>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    Tekst,
    Kapitel,
    Tabel,
    Figur,
    Billede,
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
