use std::sync::Arc;

use super::trace::Trace;
use crate::text::tree::{Figure, Picture, Table, Text};

/// What the helpers `tekst`, `kapitel`, `tabel`, `figur`, `billede` and `dokument` can put into a document.
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
    /// A Word file of the project by its path under `inputs/`.
    fn document(&self, _path: &str) -> Option<Arc<[u8]>> {
        None
    }
    fn document_paths(&self) -> Vec<&str> {
        Vec::new()
    }
    /// The title and number of a bilag ("2") by key.
    fn bilag(&self, key: &str) -> Option<String>;
    fn bilag_keys(&self) -> Vec<&str>;
    /// Told of each field that a template or text uses, by its path from the top of the context; of
    /// the whole context by an empty one.
    fn used_field(&self, _path: &str) {}
    /// Whether to be told of the values that a document shows, which takes time.
    fn traces(&self) -> bool {
        false
    }
    /// Told of each value from a cell that a document shows.
    fn shows(&self, _trace: Trace) {}
    /// Told of each open point that a document shows (`[afventer: …]`).
    fn awaits(&self, _what: &str) {}
}
