//! The block tree: what a text says, free of any output format.

use std::sync::Arc;

pub use super::standing::Standing;
pub use super::traced::Traced;
use crate::finding::Place;

/// A text as read: its title and blocks, fields not yet filled.
#[derive(Debug, Clone, PartialEq)]
pub struct Text {
    pub key: String,
    pub title: Vec<Inline>,
    pub numbered: bool,
    pub blocks: Vec<Block>,
    pub place: Place,
}

/// One block of a text, in reading order.
#[derive(Debug, Clone, PartialEq)]
pub enum Block {
    Heading(Heading),
    Paragraph(Vec<Inline>),
    List(List),
    Table(Table),
    Figure(Figure),
    Quote(Vec<Block>),
    PageBreak,
    /// Lines shown as they stand, such as an example of handlebars.
    Verbatim(String),
    /// A helper call that stands alone in its paragraph (`{{tabel "…"}}`); gone after filling.
    Directive(Field),
    /// Blocks that only one of two compared editions has at this place.
    Marked(Mark, Vec<Block>),
}

/// What the comparison of two editions says of a stretch.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    Inserted,
    Deleted,
    /// It stood elsewhere in the old edition.
    MovedTo,
    /// It stands elsewhere in the new edition.
    MovedFrom,
}

impl Mark {
    /// Whether the new edition has what is marked.
    pub fn is_new(self) -> bool {
        matches!(self, Self::Inserted | Self::MovedTo)
    }
}

/// A heading; level 1 is the document's own title level, chapters begin at 1 as well.
#[derive(Debug, Clone, PartialEq)]
pub struct Heading {
    pub level: u8,
    /// The stable key that cross-references use.
    pub key: Option<String>,
    /// Set by [`super::number`]: "4.2", or none for an unnumbered heading.
    pub number: Option<String>,
    /// Whether [`super::number`] gives it a number.
    pub numbered: bool,
    pub content: Vec<Inline>,
}

/// A list; ordered lists carry their first number.
#[derive(Debug, Clone, PartialEq)]
pub struct List {
    pub start: Option<u64>,
    pub items: Vec<Vec<Block>>,
}

/// A table with a caption, header rows and body rows; every row has `columns.len()` cells.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Table {
    pub key: Option<String>,
    /// Set by [`super::number`]: 3 for "Tabel 3"; none for a table without caption.
    pub number: Option<u32>,
    pub caption: Vec<Inline>,
    pub columns: Vec<Column>,
    pub header: Vec<Row>,
    pub rows: Vec<Row>,
    /// Notes set below the table, in order.
    pub notes: Vec<Vec<Inline>>,
    /// Where the figures come from; no document shows it.
    pub traced: Vec<Traced>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Column {
    pub align: Align,
    /// Relative width; 0 lets the renderer choose by content.
    pub weight: u16,
    /// Set where only one of two compared editions has the column.
    pub mark: Option<Mark>,
}

/// Numbers are set flush right with tabular digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Align {
    #[default]
    Left,
    Right,
}

#[derive(Debug, Clone, PartialEq, Default)]
pub struct Row {
    pub cells: Vec<Vec<Inline>>,
    pub emphasis: RowEmphasis,
    /// Set where only one of two compared editions has the row here.
    pub mark: Option<Mark>,
}

impl Row {
    /// Whether it names a group and has nothing else, so that the name can have the whole row.
    pub fn names_its_group(&self) -> bool {
        self.emphasis == RowEmphasis::Group && self.cells.iter().skip(1).all(Vec::is_empty)
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum RowEmphasis {
    #[default]
    Plain,
    /// A row that names the group of the rows below it.
    Group,
    /// A sum of the rows above.
    Total,
    /// A row that stands outside the group that the sum covers.
    Aside,
}

/// A picture with caption and alternative text.
#[derive(Debug, Clone, PartialEq)]
pub struct Figure {
    pub key: Option<String>,
    /// Set by [`super::number`]: 2 for "Figur 2".
    pub number: Option<u32>,
    pub caption: Vec<Inline>,
    /// What a reader who cannot see the picture must be told; never empty.
    pub alt: String,
    pub picture: Picture,
    pub notes: Vec<Vec<Inline>>,
    /// Where the figures come from; no document shows it.
    pub traced: Vec<Traced>,
}

/// A picture's bytes and its size on the page, in points.
#[derive(Debug, Clone, PartialEq)]
pub struct Picture {
    pub format: PictureFormat,
    pub bytes: Arc<[u8]>,
    pub width: f32,
    pub height: f32,
}

impl Picture {
    /// Gives the picture a width in points; its height follows.
    pub fn resize(&mut self, width: f32) {
        self.height *= width / self.width.max(1.0);
        self.width = width;
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PictureFormat {
    Svg,
    Png,
    Jpeg,
}

/// Running text.
#[derive(Debug, Clone, PartialEq)]
pub enum Inline {
    Text(String),
    Emphasis(Vec<Inline>),
    Strong(Vec<Inline>),
    /// A link to an address outside the document.
    Link {
        url: String,
        content: Vec<Inline>,
        at: SourcePoint,
    },
    /// A cross-reference by key; `content` is empty until [`super::number`] words it.
    Reference(Reference),
    Footnote(Vec<Block>),
    LineBreak,
    /// Words shown as they stand: never filled, and set without the Danish conventions.
    Verbatim(String),
    /// What is not known yet: the words after `[afventer:`.
    Pending(String),
    /// Handlebars in running text; gone after filling.
    Field(Field),
    /// Words that only one of two compared editions has at this place.
    Marked(Mark, Vec<Inline>),
}

/// A reference to a chapter, table, figure or bilag.
#[derive(Debug, Clone, PartialEq)]
pub struct Reference {
    /// `kapitel:vision`, `tabel:cu.dom.region`, `figur:…`, `bilag:dom`.
    pub target: String,
    pub content: Vec<Inline>,
    /// Whether the target stands in this document, so that a link can lead there.
    pub internal: bool,
    /// Set by [`super::number`] with the words: the number that they end in.
    pub number: Option<String>,
    pub at: SourcePoint,
}

/// Handlebars as typed in a text.
#[derive(Debug, Clone, PartialEq)]
pub struct Field {
    pub source: String,
    pub at: SourcePoint,
}

/// A place in a text file; both counted from 1.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SourcePoint {
    pub file: Arc<str>,
    pub line: u32,
    pub column: u32,
}

/// The words of running text, without markup and footnotes.
pub fn plain_text(content: &[Inline]) -> String {
    let mut words = String::new();
    push_words(content, &mut words);
    words
}

fn push_words(content: &[Inline], words: &mut String) {
    for inline in content {
        match inline {
            Inline::Text(text) | Inline::Verbatim(text) => words.push_str(text),
            Inline::Emphasis(inner)
            | Inline::Strong(inner)
            | Inline::Link { content: inner, .. }
            | Inline::Marked(_, inner) => {
                push_words(inner, words);
            }
            Inline::Reference(reference) => push_words(&reference.content, words),
            Inline::LineBreak => words.push(' '),
            Inline::Pending(what) => {
                words.push_str("[afventer: ");
                words.push_str(what);
                words.push(']');
            }
            Inline::Footnote(_) | Inline::Field(_) => {}
        }
    }
}
