use std::path::Path;

use socialaftale::assemble::{Job, Shelf, project_context};
use socialaftale::finding::Findings;
use socialaftale::input::{Files, Records, read};
use socialaftale::merge::{Context, Library};
use socialaftale::render::word::{Prepared, WordTemplate};
use socialaftale::template::Templates;
use socialaftale::text::tree::{Figure, Picture, Table, Text};

use crate::options::options;

/// The shipped project, read once.
pub struct Project {
    pub records: Records,
    pub context: Context,
    templates: Files,
}

impl Project {
    pub fn shipped() -> Self {
        let mut findings = Findings::new();
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let inputs = Files::load(root, "inputs", &mut findings);
        let records = read(&inputs, &mut findings);
        assert!(!findings.has_fejl(), "{findings}");
        let context = project_context(&records.projekt, &records.places);
        Self { records, context, templates: Files::new() }
    }

    /// A document to make, with all that it takes.
    pub fn work<'a>(&self, key: &str, jobs: &'a [Job<'_>], shelf: &Shelf<'a>) -> Work<'a> {
        let job = jobs.iter().find(|job| job.key == key).expect("a document of the project");
        let templates = Templates::new(&self.templates);
        let (name, bytes) = templates.word(&job.templates).expect("a template of the program");
        Work { job, shelf: shelf.of(job.myndighed), name, bytes: bytes.to_vec() }
    }
}

pub struct Work<'a> {
    job: &'a Job<'a>,
    shelf: Shelf<'a>,
    name: String,
    bytes: Vec<u8>,
}

impl Work<'_> {
    pub fn open(&self) -> Prepared {
        let template = WordTemplate { name: &self.name, bytes: &self.bytes };
        Prepared::open(&template).expect("a template without faults")
    }

    pub fn render(&self, template: &Prepared) -> usize {
        let options = options(&self.job.title);
        let done = template.render(&self.job.context, &self.shelf, &options);
        done.expect("a document without faults").bytes.len()
    }
}

/// A library for templates that ask for nothing.
pub struct NoLibrary;

impl Library for NoLibrary {
    fn text(&self, _: &str) -> Option<&Text> {
        None
    }
    fn text_keys(&self) -> Vec<&str> {
        Vec::new()
    }
    fn table(&self, _: &str) -> Option<Table> {
        None
    }
    fn table_keys(&self) -> Vec<&str> {
        Vec::new()
    }
    fn figure(&self, _: &str) -> Option<Figure> {
        None
    }
    fn figure_keys(&self) -> Vec<&str> {
        Vec::new()
    }
    fn picture(&self, _: &str) -> Option<Picture> {
        None
    }
    fn bilag(&self, _: &str) -> Option<String> {
        None
    }
    fn bilag_keys(&self) -> Vec<&str> {
        Vec::new()
    }
}
