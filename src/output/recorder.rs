use std::collections::BTreeSet;
use std::sync::{Arc, Mutex, PoisonError};

use super::used::Used;
use crate::assemble::Shelf;
use crate::merge::{Library, Trace};
use crate::text::tree::{Figure, Picture, Table, Text};

/// A shelf that notes what a document is made from.
pub(super) struct Recorder<'a, 'p> {
    shelf: &'a Shelf<'p>,
    used: Mutex<BTreeSet<Used>>,
    awaited: Mutex<Vec<String>>,
    /// The values shown, when they are asked for.
    traces: Option<Mutex<Vec<Trace>>>,
}

impl<'a, 'p> Recorder<'a, 'p> {
    pub fn new(shelf: &'a Shelf<'p>) -> Self {
        Self { shelf, used: Mutex::default(), awaited: Mutex::default(), traces: None }
    }

    /// A recorder that also notes which values a document shows, and their cells.
    pub fn tracing(shelf: &'a Shelf<'p>) -> Self {
        Self { traces: Some(Mutex::default()), ..Self::new(shelf) }
    }

    /// The values shown, in the order in which they were put in.
    pub fn into_traces(self) -> Vec<Trace> {
        let traces = self.traces.unwrap_or_default();
        traces.into_inner().unwrap_or_else(PoisonError::into_inner)
    }

    /// What has been used, and the open points that were shown.
    pub fn into_used(self) -> (BTreeSet<Used>, Vec<String>) {
        let used = self.used.into_inner().unwrap_or_else(PoisonError::into_inner);
        (used, self.awaited.into_inner().unwrap_or_else(PoisonError::into_inner))
    }

    fn note(&self, used: Used) {
        self.used.lock().unwrap_or_else(PoisonError::into_inner).insert(used);
    }
}

impl Library for Recorder<'_, '_> {
    fn text(&self, key: &str) -> Option<&Text> {
        self.note(Used::Tekst(key.to_owned()));
        self.shelf.text(key)
    }

    fn text_keys(&self) -> Vec<&str> {
        self.shelf.text_keys()
    }

    fn table(&self, key: &str) -> Option<Table> {
        self.note(Used::Tabel(key.to_owned()));
        self.shelf.table(key)
    }

    fn table_keys(&self) -> Vec<&str> {
        self.shelf.table_keys()
    }

    fn figure(&self, key: &str) -> Option<Figure> {
        self.note(Used::Figur(key.to_owned()));
        self.shelf.figure(key)
    }

    fn figure_keys(&self) -> Vec<&str> {
        self.shelf.figure_keys()
    }

    fn picture(&self, path: &str) -> Option<Picture> {
        self.note(Used::Billede(path.to_owned()));
        self.shelf.picture(path)
    }

    fn document(&self, path: &str) -> Option<Arc<[u8]>> {
        self.note(Used::Wordfil(path.to_owned()));
        self.shelf.document(path)
    }

    fn document_paths(&self) -> Vec<&str> {
        self.shelf.document_paths()
    }

    fn bilag(&self, key: &str) -> Option<String> {
        self.note(Used::Bilag(key.to_owned()));
        self.shelf.bilag(key)
    }

    fn bilag_keys(&self) -> Vec<&str> {
        self.shelf.bilag_keys()
    }

    fn traces(&self) -> bool {
        self.traces.is_some()
    }

    fn shows(&self, trace: Trace) {
        if let Some(traces) = &self.traces {
            traces.lock().unwrap_or_else(PoisonError::into_inner).push(trace);
        }
    }

    fn awaits(&self, what: &str) {
        self.awaited.lock().unwrap_or_else(PoisonError::into_inner).push(what.to_owned());
    }

    fn used_field(&self, path: &str) {
        self.note(Used::Felt(path.to_owned()));
    }
}
