use super::place::{Part, Spot};
use crate::finding::Place;
use crate::render::word::marks::is_mark;

/// A tag as typed, as handlebars reads it, and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tag {
    pub typed: String,
    pub source: String,
    pub kind: Kind,
    /// Whether the white space before and after it goes.
    pub trims: (bool, bool),
    pub spot: Spot,
    pub place: Place,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kind {
    /// Opens a block; the name closes it.
    Open(String),
    Else,
    Close(String),
    /// Calls the partial of that name.
    Call(String),
    Comment,
    Value,
}

/// A loop that repeats the cells it stands in; else it is one like any other.
pub const COLUMNS: &str = "kolonner";

impl Tag {
    pub fn new(typed: String, spot: Spot, part: &Part<'_>) -> Self {
        let mut source = plain(&typed);
        let trims = (source.starts_with("{{~"), source.ends_with("~}}"));
        if trims != (false, false) {
            source = source.replacen("{{~", "{{", 1).replace("~}}", "}}");
        }
        let kind = kind(&source);
        if matches!(&kind, Kind::Open(name) | Kind::Close(name) if name == COLUMNS) {
            source = source.replacen(COLUMNS, "each", 1);
        }
        let place = part.place(&spot, &typed);
        Self { typed, source, kind, trims, spot, place }
    }

    pub fn opens(&self, name: &str) -> bool {
        matches!(&self.kind, Kind::Open(known) if known == name)
    }

    /// The name of the partial whose content begins here.
    pub fn defines(&self) -> Option<String> {
        let words = inside(&self.source).strip_prefix("#*")?.trim_start().strip_prefix("inline")?;
        Some(unquoted(words.trim()).to_owned())
    }

    pub fn ends_partial(&self) -> bool {
        self.kind == Kind::Close("inline".to_owned())
    }

    /// Whether the tag opens a block that calls a partial.
    pub fn opens_call(&self) -> bool {
        inside(&self.source).starts_with("#>")
    }

    /// Whether what the block holds will stand in another place.
    pub fn is_partial(&self) -> bool {
        self.opens_call() || self.defines().is_some()
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

fn unquoted(text: &str) -> &str {
    text.trim_matches(['"', '\''])
}

fn first_word(text: &str) -> &str {
    text.split([' ', '(', ')']).next().unwrap_or_default()
}

fn kind(source: &str) -> Kind {
    if source.starts_with("{{{{") {
        // No block that there is; its syntax is told of.
        return Kind::Value;
    }
    let body = inside(source);
    let name = |text: &str| first_word(text.trim_start()).to_owned();
    match body.chars().next() {
        Some('!') => Kind::Comment,
        Some('>') => Kind::Call(unquoted(&name(&body[1..])).to_owned()),
        Some('#') => Kind::Open(name(body[1..].trim_start_matches(['*', '>', ' ']))),
        Some('/') => Kind::Close(name(&body[1..])),
        Some('^') if body.len() == 1 => Kind::Else,
        Some('^') => Kind::Open(name(&body[1..])),
        _ if first_word(body) == "else" => Kind::Else,
        _ => Kind::Value,
    }
}
