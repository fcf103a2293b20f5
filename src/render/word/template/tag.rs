use super::place::{Part, Spot};
use crate::finding::Place;
use crate::render::word::marks::is_mark;

/// A tag as typed, as handlebars reads it, and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tag {
    pub typed: String,
    pub source: String,
    pub kind: Kind,
    pub spot: Spot,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kind {
    /// Opens a block; the name closes it.
    Open(String),
    Else,
    Close(String),
    Comment,
    Value,
}

impl Tag {
    pub fn new(typed: String, spot: Spot) -> Self {
        let source = plain(&typed);
        let kind = kind(&source);
        Self { typed, source, kind, spot }
    }

    pub fn place(&self, part: &Part<'_>) -> Place {
        part.place(&self.spot, &self.typed)
    }

    pub fn opens(&self, name: &str) -> bool {
        matches!(&self.kind, Kind::Open(known) if known == name)
    }

    /// Whether the tag is a call of the helper of that name.
    pub fn calls(&self, helper: &str) -> bool {
        self.kind == Kind::Value && first_word(inside(&self.source)) == helper
    }
}

/// Word turns quotes and spaces into finer ones while one types.
fn plain(typed: &str) -> String {
    typed
        .chars()
        .filter(|letter| !is_mark(*letter))
        .filter_map(|letter| match letter {
            '“' | '”' | '„' | '»' | '«' | '‟' => Some('"'),
            '‘' | '’' | '‚' | '‛' => Some('\''),
            '\u{2011}' => Some('-'),
            '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{feff}' | '\u{2060}' => None,
            letter if letter.is_whitespace() => Some(' '),
            letter => Some(letter),
        })
        .collect()
}

fn inside(source: &str) -> &str {
    source.trim_matches(['{', '}']).trim_matches('~').trim()
}

fn first_word(text: &str) -> &str {
    text.split([' ', '(', ')']).next().unwrap_or_default()
}

fn kind(source: &str) -> Kind {
    let body = inside(source);
    let name = |text: &str| first_word(text.trim_start()).to_owned();
    match body.chars().next() {
        Some('!') => Kind::Comment,
        Some('#') => Kind::Open(name(body[1..].trim_start_matches(['*', '>']))),
        Some('/') => Kind::Close(name(&body[1..])),
        Some('^') if body.len() == 1 => Kind::Else,
        Some('^') => Kind::Open(name(&body[1..])),
        _ if first_word(body) == "else" => Kind::Else,
        _ => Kind::Value,
    }
}
