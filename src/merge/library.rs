use crate::finding::Place;
use crate::text::tree::{Block, Figure, Inline, Picture, Table};

/// A text as read: its title and blocks, fields not yet filled.
#[derive(Debug, Clone, PartialEq)]
pub struct Text {
    pub key: String,
    pub title: Vec<Inline>,
    pub numbered: bool,
    pub blocks: Vec<Block>,
    pub place: Place,
}

/// What the helpers `tekst`, `kapitel`, `tabel`, `figur` and `billede` can put into a document.
pub trait Library: Sync {
    fn text(&self, key: &str) -> Option<&Text>;
    fn text_keys(&self) -> Vec<&str>;
    /// A table of data by key, with its standard caption.
    fn table(&self, key: &str) -> Option<Table>;
    fn table_keys(&self) -> Vec<&str>;
    /// A figure drawn from data, by key.
    fn figure(&self, key: &str) -> Option<Figure>;
    fn figure_keys(&self) -> Vec<&str>;
    /// A picture file of the project by its path under `inputs/`.
    fn picture(&self, path: &str) -> Option<Picture>;
    /// The title and number of a bilag ("2") by key.
    fn bilag(&self, key: &str) -> Option<String>;
    fn bilag_keys(&self) -> Vec<&str>;
}
