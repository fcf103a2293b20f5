use crate::assemble::{Job, Shelf};
use crate::finding::{Findings, Place};
use crate::merge::{Escape, Merger, TemplateSource};
use crate::text::tree::{Block, Heading, plain_text};

/// Everything that a document is written of; a case has its fields besides chapters.
const CHAPTERS: &str = "{{#each dokument.kapitler}}{{kapitel tekst niveau=niveau}}{{/each}}";
const CASE: &str =
    "{{#each sag.felter}}{{#each tekster}}{{kapitel this niveau=\"2\"}}{{/each}}{{/each}}";

/// A chapter of a document as its readers see it.
#[derive(Debug, Clone)]
pub(super) struct Filled {
    /// The document's key.
    pub document: String,
    /// The text's key.
    pub key: String,
    pub title: String,
    /// "4.2"; none for a chapter without number.
    pub number: Option<String>,
    pub blocks: Vec<Block>,
}

impl Filled {
    /// The chapters of a document, in order.
    pub fn of_job(job: &Job<'_>, shelf: &Shelf<'_>, findings: &mut Findings) -> Vec<Self> {
        let shelf = shelf.of(job.myndighed);
        let plain = Escape { text: str::to_owned, literal: str::to_owned };
        let merger = Merger::new(&job.context, &shelf, plain);
        let fields = if job.myndighed.is_some() { CASE } else { "" };
        let source = &format!("{CHAPTERS}{fields}");
        let locate = |_, _| Place::file("inputs/dokumenter.toml");
        let name = "inputs/dokumenter.toml";
        if let Err(faults) = merger.render(&TemplateSource { name, source, locate: &locate }) {
            findings.extend(faults);
            return Vec::new();
        }
        let mut found = Findings::new();
        let slots = merger.finish(&mut found);
        // A chapter may refer to what the template puts in, which is not here.
        findings.extend(found.into_iter().filter(|one| one.code != "henvisning-uden-maal"));
        slots.into_iter().map(|slot| Self::of_blocks(job, slot.key, slot.blocks)).collect()
    }

    fn of_blocks(job: &Job<'_>, key: String, mut blocks: Vec<Block>) -> Self {
        let document = job.key.clone();
        let is_title = matches!(blocks.first(), Some(Block::Heading(_)));
        let title = is_title.then(|| blocks.remove(0));
        let (title, number) = match title {
            Some(Block::Heading(Heading { content, number, .. })) => (plain_text(&content), number),
            _ => (key.clone(), None),
        };
        Self { document, key, title, number, blocks }
    }
}
