use std::collections::BTreeSet;

use chrono::NaiveDate;
use rayon::prelude::*;

use super::basis::Basis;
use super::digest::digest;
use super::folder::Folder;
use super::manifest::{Entry, Manifest, OutputEntry, PROGRAM, Source};
use super::openings::Openings;
use super::reason::Reason;
use super::recorder::Recorder;
use super::standing::Standing;
use super::unfinished::{Shows, says_draft};
use super::used::Used;
use crate::assemble::{Job, Shelf};
use crate::finding::{Findings, Severity};
use crate::fonts::FACES;
use crate::input::Files;
use crate::model::{Aftale, Format};
#[cfg(feature = "pdf")]
use crate::render::typst::TypstOptions;
use crate::render::word::WordOptions;
use crate::template::Templates;
use crate::text::danish::date;

/// Makes documents in memory.
pub struct Maker<'a, 'p> {
    pub aftale: &'a Aftale,
    /// The day whose takster the documents show.
    pub takstdag: NaiveDate,
    pub inputs: &'a Files,
    pub templates: &'a Templates<'a>,
    pub shelf: &'a Shelf<'p>,
    /// What stands in the output folder from before, to be kept where nothing has changed; none
    /// when everything is to be made anew.
    pub before: Option<&'a Folder>,
    /// Which program this is; what another one made is made again.
    pub program: &'a str,
}

/// A finished document and what is said of it in the manifest.
#[derive(Debug, Clone)]
pub struct Made {
    pub entry: Entry,
    pub files: Vec<MadeFile>,
    pub findings: Findings,
    /// Why it was made again; empty if it stands as it stood.
    pub why: Vec<Reason>,
}

impl Made {
    /// Whether the files of an earlier run stand.
    pub fn is_kept(&self) -> bool {
        self.why.is_empty()
    }
}

#[derive(Debug, Clone)]
pub struct MadeFile {
    pub name: String,
    pub bytes: Vec<u8>,
    pub basis: Basis,
}

impl Maker<'_, '_> {
    /// Makes every job in the formats asked for, but what stands unchanged; `done` is called after each.
    pub fn all(&self, jobs: &[Job<'_>], formats: &[Format], done: &(dyn Fn() + Sync)) -> Vec<Made> {
        let openings = Openings::new(self.templates);
        jobs.par_iter()
            .map(|job| {
                let asked = job.formats.iter().copied().filter(|format| formats.contains(format));
                let made = self.one(job, &asked.collect::<Vec<Format>>(), &openings);
                done();
                made
            })
            .collect()
    }

    /// Notes in a document's entry what it is made from.
    pub(super) fn draw(
        &self,
        entry: &mut Entry,
        used: &BTreeSet<Used>,
        job: &Job<'_>,
        shelf: &Shelf<'_>,
    ) {
        let files = used.iter().flat_map(|used| used.files(&job.context, shelf));
        let files: BTreeSet<String> = files.collect();
        let shows_takster = files.contains("inputs/takster.xlsx");
        entry.takster_pr = shows_takster.then(|| self.takstdag.to_string());
        let digested =
            |fil: String| self.inputs.get(&fil).map(|bytes| Source { sha256: digest(bytes), fil });
        entry.inputs = files.into_iter().filter_map(digested).collect();
    }

    fn one(&self, job: &Job<'_>, formats: &[Format], openings: &Openings<'_>) -> Made {
        let shelf = self.shelf.of(job.myndighed);
        let standing = Standing { maker: self, job, openings, shelf: &shelf };
        let why = match standing.look(formats) {
            Ok(entry) => {
                let (files, findings) = (Vec::new(), Findings::new());
                return Made { entry, files, findings, why: Vec::new() };
            }
            Err(why) => why,
        };
        let mut work = Work {
            maker: self,
            openings,
            job,
            shelf: &shelf,
            findings: Findings::new(),
            files: Vec::new(),
            entries: Vec::new(),
            templates: Vec::new(),
            used: BTreeSet::new(),
            shows: Shows::default(),
        };
        formats.iter().for_each(|format| work.format(*format));
        work.finish(why)
    }
}

/// One document under way.
struct Work<'a, 'b, 'p> {
    maker: &'a Maker<'b, 'p>,
    openings: &'a Openings<'a>,
    job: &'a Job<'a>,
    shelf: &'a Shelf<'p>,
    findings: Findings,
    files: Vec<MadeFile>,
    entries: Vec<OutputEntry>,
    templates: Vec<Source>,
    used: BTreeSet<Used>,
    shows: Shows,
}

impl Work<'_, '_, '_> {
    fn format(&mut self, format: Format) {
        let recorder = Recorder::new(self.shelf);
        let laid = match format {
            Format::Pdf => self.pdf(&recorder),
            Format::Docx => self.docx(&recorder),
        };
        let (used, awaited) = recorder.into_used();
        self.shows.add(Shows::points(awaited));
        if let Some(laid) = laid {
            self.keep(format, laid, &used);
        }
        self.used.extend(used);
    }

    fn finish(self, why: Vec<Reason>) -> Made {
        let Work {
            maker, job, shelf, mut findings, files, entries, templates, used, shows, ..
        } = self;
        findings.extend(shows.unfinished(job));
        findings.settle();
        let mut entry = Entry {
            noegle: job.key.clone(),
            titel: job.title.clone(),
            gruppe: job.group.name().to_owned(),
            skabeloner: templates,
            filer: entries,
            afventer: shows.awaited,
            fund: findings
                .iter()
                .filter(|finding| finding.severity != Severity::Fejl)
                .map(ToString::to_string)
                .collect(),
            ..Entry::default()
        };
        maker.draw(&mut entry, &used, job, shelf);
        Made { entry, files, findings, why }
    }

    #[cfg(feature = "pdf")]
    fn pdf(&mut self, library: &Recorder<'_, '_>) -> Option<Laid> {
        use crate::render::typst;
        let templates = self.maker.templates;
        let found = templates.typst(&self.job.templates);
        let (path, source, imports) = match (found, templates.typst_imports()) {
            (Ok((path, source)), Ok(imports)) => (path, source, imports),
            (found, imports) => {
                self.findings.extend(found.err());
                self.findings.extend(imports.err());
                return None;
            }
        };
        self.templates.push(Source { fil: path.clone(), sha256: digest(source.as_bytes()) });
        self.templates.extend(
            imports.iter().map(|(path, bytes)| Source { fil: path.clone(), sha256: digest(bytes) }),
        );
        let template = typst::TypstTemplate { name: &path, source: &source, imports: &imports };
        let merged = typst::merge(&template, &self.job.context, library, &mut self.findings);
        let merged = merged.filter(|_| !self.findings.has_fejl())?;
        self.shows.add(Shows::in_source(&merged.main));
        let options = typst_options(self.job, self.maker.aftale);
        let grundlag = merged.digest(&options);
        if let Some((bytes, pages)) = self.unchanged(&grundlag) {
            return Some(Laid { bytes, pages, grundlag });
        }
        let pdf = typst::compile(&merged, &options, &mut self.findings)?;
        Some(Laid { bytes: pdf.bytes, pages: Some(pdf.pages), grundlag })
    }

    #[cfg(not(feature = "pdf"))]
    fn pdf(&mut self, _library: &Recorder<'_, '_>) -> Option<Laid> {
        self.findings.push(without_pdf());
        None
    }

    fn docx(&mut self, library: &Recorder<'_, '_>) -> Option<Laid> {
        let opening = match self.openings.word(&self.job.templates) {
            Ok(opening) => opening,
            Err(faults) => {
                self.findings.extend(faults);
                return None;
            }
        };
        self.templates.extend(opening.sources);
        let options = word_options(self.job, self.maker.aftale);
        match opening.template.render(&self.job.context, library, &options) {
            Ok(rendered) => {
                self.findings.extend(rendered.findings);
                self.shows.draft |= says_draft(self.job, &rendered.bytes);
                let grundlag = digest(&rendered.bytes);
                Some(Laid { bytes: rendered.bytes, pages: None, grundlag })
            }
            Err(faults) => {
                self.findings.extend(faults);
                None
            }
        }
    }

    /// The bytes and pages of a PDF that this program laid out from the same source, with nothing
    /// to tell of it, and that has not been touched since.
    #[cfg(feature = "pdf")]
    fn unchanged(&self, grundlag: &str) -> Option<(Vec<u8>, Option<usize>)> {
        let before = self.maker.before?;
        let name = file_name(self.job, Format::Pdf);
        let basis = before.bases().get(&name)?;
        let told =
            before.manifest().dokumenter.iter().find(|entry| entry.noegle == self.job.key)?;
        let entry = told.filer.iter().find(|file| file.fil == name && file.grundlag == grundlag)?;
        let stands = basis.program == self.maker.program && told.fund.is_empty();
        let bytes = before.read(&name).filter(|bytes| stands && digest(bytes) == basis.sha256)?;
        Some((bytes, entry.sider))
    }

    fn keep(&mut self, format: Format, laid: Laid, used: &BTreeSet<Used>) {
        let name = file_name(self.job, format);
        let sha256 = digest(&laid.bytes);
        self.entries.push(OutputEntry {
            fil: name.clone(),
            format: format.extension().to_owned(),
            bytes: laid.bytes.len(),
            sider: laid.pages,
            sha256: sha256.clone(),
            grundlag: laid.grundlag,
        });
        let digested = |used: &Used| (used.clone(), used.digest(&self.job.context, self.shelf));
        let basis = Basis {
            program: self.maker.program.to_owned(),
            dokument: told_as_a_whole(self.job, self.maker.aftale),
            skabeloner: self.openings.sources(&self.job.templates, format).unwrap_or_default(),
            brugt: used.iter().map(digested).collect(),
            sha256,
        };
        self.files.push(MadeFile { name, bytes: laid.bytes, basis });
    }
}

/// A format of a document, made or found unchanged.
struct Laid {
    bytes: Vec<u8>,
    pages: Option<usize>,
    /// The digest of what it is laid out from.
    grundlag: String,
}

pub(super) fn file_name(job: &Job<'_>, format: Format) -> String {
    format!("{}.{}", job.file_name, format.extension())
}

/// The digest of what is told of a document besides what its template asks for.
pub(super) fn told_as_a_whole(job: &Job<'_>, aftale: &Aftale) -> String {
    let told = (&job.title, &job.udgave, job.reader, &job.formats, &job.group);
    let of_all = (&aftale.titel, &aftale.udgiver, aftale.word.opdater_felter);
    digest(format!("{told:?} {of_all:?}").as_bytes())
}

/// The agreement that a document belongs to, and for whom it is.
fn subject(job: &Job<'_>, aftale: &Aftale) -> String {
    [aftale.titel.as_str()].into_iter().chain(job.reader).collect::<Vec<_>>().join(" · ")
}

/// What a PDF says of itself.
#[cfg(feature = "pdf")]
pub(super) fn typst_options(job: &Job<'_>, aftale: &Aftale) -> TypstOptions {
    TypstOptions {
        title: job.title.clone(),
        author: aftale.udgiver.clone(),
        subject: subject(job, aftale),
        ident: job.file_name.clone(),
        date: job.udgave.dato,
    }
}

#[cfg(not(feature = "pdf"))]
pub(super) fn without_pdf() -> crate::finding::Finding {
    use crate::finding::{Finding, Place};
    Finding::fejl("uden-pdf", Place::Command, "Dette program er bygget uden PDF.")
        .hint("Brug --format docx.")
}

/// What a Word document says of itself.
pub(super) fn word_options<'f>(job: &Job<'_>, aftale: &Aftale) -> WordOptions<'f> {
    let udgave = &job.udgave;
    let draft = || format!("UDKAST · {}, {}", udgave.betegnelse, date(udgave.dato));
    WordOptions {
        title: job.title.clone(),
        author: aftale.udgiver.clone(),
        subject: subject(job, aftale),
        language: "da-DK".to_owned(),
        date: udgave.dato,
        draft: udgave.kladde.then(draft),
        reader: job.reader,
        update_fields: aftale.word.opdater_felter,
        fonts: &FACES,
    }
}

impl Manifest {
    /// The manifest of a run: what it made, and what an earlier run made and this one left alone.
    pub fn of(aftale: &Aftale, made: &[Made], before: &Manifest, known: &[String]) -> Self {
        let mut dokumenter: Vec<Entry> = Vec::new();
        for key in known {
            let new = made.iter().map(|made| &made.entry).find(|entry| entry.noegle == *key);
            let old = before.dokumenter.iter().find(|entry| entry.noegle == *key);
            let Some(entry) = new.or(old) else { continue };
            let mut entry = entry.clone();
            if let (Some(new), Some(old)) = (new, old) {
                let left = old
                    .filer
                    .iter()
                    .filter(|file| !new.filer.iter().any(|other| other.format == file.format));
                entry.filer.extend(left.cloned());
                entry.filer.sort_by(|a, b| b.format.cmp(&a.format));
            }
            dokumenter.push(entry);
        }
        Self {
            program: PROGRAM.to_owned(),
            udgave: format!("{}, {}", aftale.udgave.betegnelse, date(aftale.udgave.dato)),
            dokumenter,
            undtagelser: Vec::new(),
        }
    }
}
