use std::collections::BTreeSet;
use std::sync::{Arc, Mutex, PoisonError};

use crate::assemble::Shelf;
use crate::merge::{Context, Library, Trace};
use crate::text::tree::{Figure, Picture, Table, Text};

/// The workbooks that a central udmelding is told from.
const COUNTS: [&str; 2] = ["inputs/centrale-udmeldinger.xlsx", "inputs/indberetninger.xlsx"];

/// A shelf that notes which inputs a document is made from.
pub(super) struct Recorder<'a, 'p> {
    shelf: &'a Shelf<'p>,
    context: &'a Context,
    used: Mutex<BTreeSet<String>>,
    awaited: Mutex<Vec<String>>,
    /// The values shown, when they are asked for.
    traces: Option<Mutex<Vec<Trace>>>,
}

impl<'a, 'p> Recorder<'a, 'p> {
    pub fn new(shelf: &'a Shelf<'p>, context: &'a Context) -> Self {
        Self { shelf, context, used: Mutex::default(), awaited: Mutex::default(), traces: None }
    }

    /// A recorder that also notes which values a document shows, and their cells.
    pub fn tracing(shelf: &'a Shelf<'p>, context: &'a Context) -> Self {
        Self { traces: Some(Mutex::default()), ..Self::new(shelf, context) }
    }

    /// The values shown, in the order in which they were put in.
    pub fn into_traces(self) -> Vec<Trace> {
        let traces = self.traces.unwrap_or_default();
        traces.into_inner().unwrap_or_else(PoisonError::into_inner)
    }

    /// The input files used so far, by path.
    pub fn used(&self) -> BTreeSet<String> {
        self.used.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// The open points shown since the last time this was asked.
    pub fn take_awaited(&self) -> Vec<String> {
        std::mem::take(&mut *self.awaited.lock().unwrap_or_else(PoisonError::into_inner))
    }

    fn note(&self, file: impl Into<String>) {
        self.used.lock().unwrap_or_else(PoisonError::into_inner).insert(file.into());
    }

    /// The files that the tables and figures of a key's first step are drawn from.
    fn note_data(&self, key: &str) {
        let first = key.split('.').next().unwrap_or(key);
        match first {
            "tidsplan" | "bilag" => self.note("inputs/aftale.toml"),
            "parter" | "behandling" => self.note("inputs/myndigheder.toml"),
            "fokusomraader" => self.used_field("fokus"),
            "takster" | "belaegning" | "objektiv" => self.note("inputs/takster.xlsx"),
            "overskud" => {
                self.note("inputs/takster.xlsx");
                self.note("inputs/regler.toml");
            }
            "cu" => COUNTS.iter().for_each(|file| self.note(*file)),
            _ => {}
        }
    }
}

impl Library for Recorder<'_, '_> {
    fn text(&self, key: &str) -> Option<&Text> {
        let text = self.shelf.text(key)?;
        self.note(text.place.to_string());
        Some(text)
    }

    fn text_keys(&self) -> Vec<&str> {
        self.shelf.text_keys()
    }

    fn table(&self, key: &str) -> Option<Table> {
        self.note_data(key);
        self.shelf.table(key)
    }

    fn table_keys(&self) -> Vec<&str> {
        self.shelf.table_keys()
    }

    fn figure(&self, key: &str) -> Option<Figure> {
        self.note_data(key);
        self.shelf.figure(key)
    }

    fn figure_keys(&self) -> Vec<&str> {
        self.shelf.figure_keys()
    }

    fn picture(&self, path: &str) -> Option<Picture> {
        self.note(format!("inputs/{path}"));
        self.shelf.picture(path)
    }

    fn document(&self, path: &str) -> Option<Arc<[u8]>> {
        self.note(format!("inputs/{path}"));
        self.shelf.document(path)
    }

    fn document_paths(&self) -> Vec<&str> {
        self.shelf.document_paths()
    }

    fn bilag(&self, key: &str) -> Option<String> {
        self.note("inputs/aftale.toml");
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

    fn used_field(&self, name: &str) {
        let prefix = format!("{name}.");
        let origins = self
            .context
            .origins()
            .filter(|(path, _)| *path == name || path.starts_with(&prefix))
            .filter_map(|(_, place)| place.file_name());
        for file in origins {
            self.note(file);
        }
        match name {
            "myndighed" | "sag" | "parter" | "antal" => self.note("inputs/myndigheder.toml"),
            "udgaver" => self.note("inputs/aftale.toml"),
            "dokument" => self.note("inputs/dokumenter.toml"),
            "takster" | "krisecentre" | "aendring" | "aendringer" | "udvikling" | "objektiv" => {
                self.note("inputs/takster.xlsx");
            }
            "overskud" => self.note_data(name),
            "udmelding" => COUNTS.iter().for_each(|file| self.note(*file)),
            _ => {}
        }
    }
}
