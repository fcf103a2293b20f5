use rayon::prelude::*;

use super::openings::Openings;
use crate::assemble::{Job, Shelf};
use crate::finding::{Finding, Findings};
#[cfg(feature = "pdf")]
use crate::merge::Context;
use crate::model::{Aftale, Format};
use crate::redline::{Author, Version, redline};
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
    /// The old edition's documents as they were handed out, if its reader had them so: a Word file by
    /// the document's key and its name.
    pub kept: &'a (dyn Fn(&str) -> Option<NamedFile> + Sync),
    /// Who the tracked changes are by, and of which day.
    pub by: Author,
    pub formats: &'a [Format],
    /// What a redline's file name has besides the document's: "rettelser-fra-0.1".
    pub suffix: &'a str,
}

/// A file's name and bytes.
pub type NamedFile = (String, Vec<u8>);

/// What became of a document between the two editions.
#[derive(Debug, Clone)]
pub struct Redlined {
    pub key: String,
    pub title: String,
    /// What a redline of it is called, without ending.
    pub stem: String,
    pub became: Became,
    pub findings: Findings,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Became {
    New,
    Gone,
    Unchanged,
    /// It is not made in any of the formats asked for.
    NotMade,
    /// The redlines by file name, the PDF first, and its pages.
    Changed {
        files: Vec<NamedFile>,
        pages: Option<usize>,
    },
    /// It could not be compared, as the findings tell.
    Unknown,
}

impl Redliner<'_, '_> {
    /// Compares every document that is in either edition; `done` is called after each.
    pub fn all(&self, done: &(dyn Fn() + Sync)) -> Vec<Redlined> {
        let openings = Openings::new(self.templates);
        let compared = self.new.jobs.par_iter().map(|new| {
            let old = self.old.jobs.iter().find(|old| old.key == new.key);
            let redlined = self.one(old, new, &openings);
            done();
            redlined
        });
        let mut all: Vec<Redlined> = compared.collect();
        let is_new = |old: &&Job<'_>| self.new.jobs.iter().any(|new| new.key == old.key);
        let gone = self.old.jobs.iter().filter(|old| !is_new(old));
        all.extend(gone.map(|old| self.told(old, Became::Gone, Findings::new())));
        all
    }

    fn one(&self, old: Option<&Job<'_>>, new: &Job<'_>, openings: &Openings<'_>) -> Redlined {
        let mut findings = Findings::new();
        let became = match old {
            None => Became::New,
            Some(old) => self.both(old, new, openings, &mut findings).unwrap_or(Became::Unknown),
        };
        findings.settle();
        self.told(new, became, findings)
    }

    /// The formats asked for; what has changed may show in one of them alone.
    fn both(
        &self,
        old: &Job<'_>,
        new: &Job<'_>,
        openings: &Openings<'_>,
        findings: &mut Findings,
    ) -> Option<Became> {
        let is_made = |format| self.formats.contains(&format) && new.formats.contains(&format);
        if !is_made(Format::Pdf) && !is_made(Format::Docx) {
            return Some(Became::NotMade);
        }
        let pdf = if is_made(Format::Pdf) { self.pdf(old, new, findings)? } else { None };
        let word = is_made(Format::Docx) && self.differs_in_word(old, new, openings, findings)?;
        if pdf.is_none() && !word {
            return Some(Became::Unchanged);
        }
        let (mut files, pages) = match pdf {
            Some((file, pages)) => (vec![file], Some(pages)),
            None => (Vec::new(), None),
        };
        if is_made(Format::Docx) {
            files.extend(self.word(old, new, openings, findings)?);
        }
        Some(if files.is_empty() { Became::Unknown } else { Became::Changed { files, pages } })
    }

    /// Whether the document has changed in Word by more than the edition's name, date and body.
    fn differs_in_word(
        &self,
        old: &Job<'_>,
        new: &Job<'_>,
        openings: &Openings<'_>,
        findings: &mut Findings,
    ) -> Option<bool> {
        let mut renamed = old.clone();
        renamed.udgave = new.udgave.clone();
        for (path, _) in KNOWN.iter().filter_map(|path| Some((path, old.context.get(path)?))) {
            if let Some(value) = new.context.get(path) {
                renamed.context.set(path, value.clone());
            }
        }
        let before = self.rendered(&renamed, &self.old, openings, findings)?;
        Some(before != self.rendered(new, &self.new, openings, findings)?)
    }

    fn rendered(
        &self,
        job: &Job<'_>,
        side: &EditionSide<'_, '_>,
        openings: &Openings<'_>,
        findings: &mut Findings,
    ) -> Option<Vec<u8>> {
        let shelf = side.shelf.of(job.myndighed);
        let rendered = openings.rendered(job, &shelf, side.aftale);
        rendered.map(|rendered| rendered.bytes).map_err(|faults| findings.extend(faults)).ok()
    }

    /// The redline and its pages; none within when nothing has changed.
    #[cfg(feature = "pdf")]
    fn pdf(
        &self,
        old: &Job<'_>,
        new: &Job<'_>,
        findings: &mut Findings,
    ) -> Option<Option<(NamedFile, usize)>> {
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
            return Some(None);
        }
        let name = self.name(new, Format::Pdf);
        let mut options = typst_options(new, self.new.aftale);
        options.ident.clone_from(&name);
        let pdf = typst::compile(&redline.source, &options, findings)?;
        Some(Some(((name, pdf.bytes), pdf.pages)))
    }

    #[cfg(not(feature = "pdf"))]
    fn pdf(
        &self,
        _: &Job<'_>,
        _: &Job<'_>,
        findings: &mut Findings,
    ) -> Option<Option<(NamedFile, usize)>> {
        findings.push(super::make::without_pdf());
        None
    }

    /// Tracked changes from the old document, as it was handed out, to the new one; none within when
    /// they cannot be proven, which is told.
    fn word(
        &self,
        old: &Job<'_>,
        new: &Job<'_>,
        openings: &Openings<'_>,
        findings: &mut Findings,
    ) -> Option<Option<NamedFile>> {
        let name = format!("{}.docx", new.file_name);
        let after = self.rendered(new, &self.new, openings, findings)?;
        let (old_name, before) = match (self.kept)(&old.key) {
            Some(kept) => kept,
            None => {
                let rendered = self.rendered(old, &self.old, openings, findings)?;
                (format!("{}.docx", old.file_name), rendered)
            }
        };
        let before = Version { name: &old_name, bytes: &before };
        match redline(&before, &Version { name: &name, bytes: &after }, &self.by) {
            Ok(made) => Some(Some((self.name(new, Format::Docx), made.bytes))),
            Err(faults) => {
                findings.extend(faults.into_iter().map(Finding::as_advarsel));
                Some(None)
            }
        }
    }

    fn stem(&self, job: &Job<'_>) -> String {
        format!("{}-{}", job.file_name, self.suffix)
    }

    fn name(&self, job: &Job<'_>, format: Format) -> String {
        format!("{}.{}", self.stem(job), format.extension())
    }

    fn told(&self, job: &Job<'_>, became: Became, findings: Findings) -> Redlined {
        let (key, title) = (job.key.clone(), job.title.clone());
        Redlined { key, title, stem: self.stem(job), became, findings }
    }
}

/// What differs between any two editions, which alone makes no document a changed one.
const KNOWN: [&str; 3] = ["udgave.betegnelse", "udgave.dato", "udgave.organ"];

/// The values of those, before and now.
#[cfg(feature = "pdf")]
fn known(old: &Context, new: &Context) -> Vec<(String, String)> {
    let both = |path: &str| {
        let value = |context: &Context| context.get(path)?.as_str().map(str::to_owned);
        Some((value(old)?, value(new)?))
    };
    KNOWN.into_iter().filter_map(both).collect()
}
