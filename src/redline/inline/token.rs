use crate::redline::key::Key;
use crate::render::word::xml::Element;

/// The smallest thing in a paragraph that is kept, inserted or deleted as a whole.
#[derive(Debug, Clone)]
pub struct Token<'a> {
    pub key: Key,
    /// What marks a place just before it.
    pub before: Vec<&'a Element>,
    pub unit: Unit<'a>,
}

#[derive(Debug, Clone)]
pub enum Unit<'a> {
    /// A word or a sign, or a whole field.
    Items(Vec<Item<'a>>),
    /// The mark at the end of a paragraph, which carries its properties.
    Mark(&'a Element),
}

/// A piece of a run with what the run stands in.
#[derive(Debug, Clone)]
pub struct Item<'a> {
    /// Links, content controls and the like, the outermost first.
    pub wraps: Vec<&'a Element>,
    /// The properties of the run.
    pub properties: Option<&'a Element>,
    pub content: Content<'a>,
}

#[derive(Debug, Clone, Copy)]
pub enum Content<'a> {
    Text(&'a str),
    /// What stands in a run and is no text.
    Inner(&'a Element),
    /// What stands beside runs: an equation.
    Outer(&'a Element),
}

impl Token<'_> {
    /// Whether it is nothing but spaces or a sign between words.
    pub fn is_between_words(&self) -> bool {
        match &self.unit {
            Unit::Items(items) => items.iter().all(|item| match item.content {
                Content::Text(text) => !text.chars().any(char::is_alphanumeric),
                Content::Inner(_) | Content::Outer(_) => false,
            }),
            Unit::Mark(_) => false,
        }
    }
}
