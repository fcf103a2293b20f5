use rayon::prelude::*;

use crate::assemble::{Job, Shelf};
use crate::finding::Findings;
#[cfg(feature = "pdf")]
use crate::merge::Context;
use crate::model::{Aftale, Format};
use crate::template::Templates;

/// One of the two editions that are compared: its documents, and how readers call it.
pub struct EditionSide<'a, 'p> {
    pub aftale: &'a Aftale,
    pub jobs: &'a [Job<'p>],
    pub shelf: &'a Shelf<'p>,
    /// "Udgave 0.1: DAS 25. maj 2020, 18. maj 2020".
    pub called: String,
}

/// Makes redlines in memory: the new edition's documents, with what has changed since the old one
/// marked.
pub struct Redliner<'a, 'p> {
    /// The new edition's, which both are shown in.
    pub templates: &'a Templates<'a>,
    pub old: EditionSide<'a, 'p>,
    pub new: EditionSide<'a, 'p>,
    /// What a redline's file name has besides the document's: "rettelser-fra-0.1".
    pub suffix: &'a str,
}

/// What became of a document between the two editions.
#[derive(Debug, Clone)]
pub struct Redlined {
    pub key: String,
    pub title: String,
    pub became: Became,
    pub findings: Findings,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Became {
    New,
    Gone,
    Unchanged,
    /// It is made in Word alone.
    WithoutPdf,
    /// The redlines by file name, the PDF first, and its pages.
    Changed {
        files: Vec<(String, Vec<u8>)>,
        pages: usize,
    },
    /// It could not be compared, as the findings tell.
    Unknown,
}

impl Redliner<'_, '_> {
    /// Compares every document that is in either edition; `done` is called after each.
    pub fn all(&self, done: &(dyn Fn() + Sync)) -> Vec<Redlined> {
        let compared = self.new.jobs.par_iter().map(|new| {
            let old = self.old.jobs.iter().find(|old| old.key == new.key);
            let redlined = self.one(old, new);
            done();
            redlined
        });
        let mut all: Vec<Redlined> = compared.collect();
        let is_new = |old: &&Job<'_>| self.new.jobs.iter().any(|new| new.key == old.key);
        let gone = self.old.jobs.iter().filter(|old| !is_new(old));
        all.extend(gone.map(|old| told(old, Became::Gone, Findings::new())));
        all
    }

    fn one(&self, old: Option<&Job<'_>>, new: &Job<'_>) -> Redlined {
        let mut findings = Findings::new();
        let became = match old {
            None => Became::New,
            Some(_) if !new.formats.contains(&Format::Pdf) => Became::WithoutPdf,
            Some(old) => self.pdf(old, new, &mut findings).unwrap_or(Became::Unknown),
        };
        findings.settle();
        told(new, became, findings)
    }

    #[cfg(feature = "pdf")]
    fn pdf(&self, old: &Job<'_>, new: &Job<'_>, findings: &mut Findings) -> Option<Became> {
        use super::make::typst_options;
        use crate::render::typst;
        let found = self.templates.typst(&new.templates).map_err(|fault| findings.push(fault));
        let imports = self.templates.typst_imports().map_err(|fault| findings.push(fault));
        let ((path, source), imports) = (found.ok()?, imports.ok()?);
        let template = typst::TypstTemplate { name: &path, source: &source, imports: &imports };
        let (before, after) = (self.old.shelf.of(old.myndighed), self.new.shelf.of(new.myndighed));
        let old_side =
            typst::Side { context: &old.context, library: &before, edition: &self.old.called };
        let new_side =
            typst::Side { context: &new.context, library: &after, edition: &self.new.called };
        let known = known(&old.context, &new.context);
        let redline =
            typst::redline(&template, &new.title, &old_side, &new_side, &known, findings)?;
        if findings.has_fejl() {
            return None;
        }
        if !redline.changed {
            return Some(Became::Unchanged);
        }
        let name = format!("{}-{}.pdf", new.file_name, self.suffix);
        let mut options = typst_options(new, self.new.aftale);
        options.ident.clone_from(&name);
        let pdf = typst::compile(&redline.source, &options, findings)?;
        Some(Became::Changed { files: vec![(name, pdf.bytes)], pages: pdf.pages })
    }

    #[cfg(not(feature = "pdf"))]
    fn pdf(&self, _: &Job<'_>, _: &Job<'_>, findings: &mut Findings) -> Option<Became> {
        findings.push(super::make::without_pdf());
        None
    }
}

fn told(job: &Job<'_>, became: Became, findings: Findings) -> Redlined {
    Redlined { key: job.key.clone(), title: job.title.clone(), became, findings }
}

/// What differs between any two editions, which alone makes no document a changed one.
#[cfg(feature = "pdf")]
fn known(old: &Context, new: &Context) -> Vec<(String, String)> {
    let both = |path: &str| {
        let value = |context: &Context| context.get(path)?.as_str().map(str::to_owned);
        Some((value(old)?, value(new)?))
    };
    ["udgave.betegnelse", "udgave.dato", "udgave.organ"].into_iter().filter_map(both).collect()
}
