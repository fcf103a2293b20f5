use std::collections::BTreeMap;
use std::sync::Arc;

use super::figures::figures;
use super::svar::answers;
use super::tables::{behandling, tables};
use crate::merge::Library;
use crate::model::{Myndighed, Projekt};
use crate::text::tree::{Figure, Picture, Table, Text};

/// A project's texts, tables, figures and pictures, as the merge engine asks for them.
#[derive(Clone)]
pub struct Shelf<'p> {
    projekt: &'p Projekt,
    tables: Arc<BTreeMap<String, Table>>,
    figures: Arc<BTreeMap<String, Figure>>,
    answers: Arc<BTreeMap<String, Text>>,
    own: Option<Table>,
}

impl<'p> Shelf<'p> {
    pub fn new(projekt: &'p Projekt) -> Self {
        Self {
            projekt,
            tables: Arc::new(tables(projekt)),
            figures: Arc::new(figures(projekt)),
            answers: Arc::new(answers(projekt)),
            own: None,
        }
    }

    /// The same shelf with texts that are none of the project's own.
    pub fn with(&self, texts: Vec<Text>) -> Self {
        let more = texts.into_iter().map(|text| (text.key.clone(), text));
        let answers = self.answers.iter().map(|(key, text)| (key.clone(), text.clone()));
        Self { answers: Arc::new(answers.chain(more).collect()), ..self.clone() }
    }

    /// The same shelf with the tables that only one authority's case has.
    pub fn of(&self, myndighed: Option<&Myndighed>) -> Self {
        Self { own: myndighed.map(behandling), ..self.clone() }
    }
}

impl Library for Shelf<'_> {
    fn text(&self, key: &str) -> Option<&Text> {
        self.projekt.tekst(key).map(|tekst| &tekst.text).or_else(|| self.answers.get(key))
    }

    fn text_keys(&self) -> Vec<&str> {
        let own = self.projekt.tekster.iter().map(|tekst| tekst.text.key.as_str());
        own.chain(self.answers.keys().map(String::as_str)).collect()
    }

    fn table(&self, key: &str) -> Option<Table> {
        let own = self.own.as_ref().filter(|table| table.key.as_deref() == Some(key));
        own.or_else(|| self.tables.get(key)).cloned()
    }

    fn table_keys(&self) -> Vec<&str> {
        let own = self.own.as_ref().and_then(|table| table.key.as_deref());
        self.tables.keys().map(String::as_str).chain(own).collect()
    }

    fn figure(&self, key: &str) -> Option<Figure> {
        self.figures.get(key).cloned()
    }

    fn figure_keys(&self) -> Vec<&str> {
        self.figures.keys().map(String::as_str).collect()
    }

    fn picture(&self, path: &str) -> Option<Picture> {
        let found = self.projekt.billeder.iter().find(|(name, _)| name == path);
        found.map(|(_, picture)| picture.clone())
    }

    fn document(&self, path: &str) -> Option<Arc<[u8]>> {
        let found = self.projekt.wordfiler.iter().find(|(name, _)| name == path);
        found.map(|(_, bytes)| Arc::clone(bytes))
    }

    fn document_paths(&self) -> Vec<&str> {
        self.projekt.wordfiler.iter().map(|(name, _)| name.as_str()).collect()
    }

    fn bilag(&self, key: &str) -> Option<String> {
        let found = self.projekt.aftale.bilag.iter().find(|bilag| bilag.noegle == key);
        found.map(|bilag| bilag.nummer.to_string())
    }

    fn bilag_keys(&self) -> Vec<&str> {
        self.projekt.aftale.bilag.iter().map(|bilag| bilag.noegle.as_str()).collect()
    }
}
