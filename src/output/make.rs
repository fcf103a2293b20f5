use chrono::NaiveDate;
use rayon::prelude::*;

use super::digest::digest;
use super::folder::Folder;
use super::manifest::{Entry, Manifest, OutputEntry, PROGRAM, Source};
use super::openings::Openings;
use super::recorder::Recorder;
use crate::assemble::{Job, Shelf};
use crate::finding::{Finding, Findings, Place, Severity};
use crate::fonts::FACES;
use crate::input::Files;
use crate::model::{Aftale, Format};
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
}

/// A finished document and what is said of it in the manifest.
#[derive(Debug, Clone)]
pub struct Made {
    pub entry: Entry,
    pub files: Vec<MadeFile>,
    pub findings: Findings,
}

#[derive(Debug, Clone)]
pub struct MadeFile {
    pub name: String,
    pub bytes: Vec<u8>,
}

impl Maker<'_, '_> {
    /// Makes every job in the formats asked for; `done` is called after each.
    pub fn all(&self, jobs: &[Job<'_>], formats: &[Format], done: &(dyn Fn() + Sync)) -> Vec<Made> {
        let openings = Openings::new(self.templates);
        jobs.par_iter()
            .map(|job| {
                let made = self.one(job, formats, &openings);
                done();
                made
            })
            .collect()
    }

    fn one(&self, job: &Job<'_>, formats: &[Format], openings: &Openings<'_>) -> Made {
        let shelf = self.shelf.of(job.myndighed);
        let recorder = Recorder::new(&shelf, &job.context);
        let mut work = Work {
            maker: self,
            openings,
            job,
            library: &recorder,
            findings: Findings::new(),
            files: Vec::new(),
            entries: Vec::new(),
            templates: Vec::new(),
            awaited: 0,
        };
        for format in job.formats.iter().filter(|format| formats.contains(format)) {
            work.format(*format);
            // The formats show the same open points, so those of one are counted.
            work.awaited = work.awaited.max(recorder.take_awaited().len());
        }
        if work.awaited > 0 && !job.udgave.kladde {
            work.findings.push(unfinished(job, work.awaited));
        }
        let Work { mut findings, files, entries, templates, awaited, .. } = work;
        findings.settle();
        let used = recorder.used();
        let shows_takster = used.contains("inputs/takster.xlsx");
        let inputs = used.into_iter().filter_map(|name| {
            let bytes = self.inputs.get(&name)?;
            Some(Source { sha256: digest(bytes), fil: name })
        });
        let entry = Entry {
            noegle: job.key.clone(),
            titel: job.title.clone(),
            gruppe: job.group.name().to_owned(),
            skabeloner: templates,
            inputs: inputs.collect(),
            filer: entries,
            takster_pr: shows_takster.then(|| self.takstdag.to_string()),
            afventer: awaited,
            fund: findings
                .iter()
                .filter(|finding| finding.severity != Severity::Fejl)
                .map(ToString::to_string)
                .collect(),
        };
        Made { entry, files, findings }
    }
}

/// One document under way.
struct Work<'a, 'b, 'p> {
    maker: &'a Maker<'b, 'p>,
    openings: &'a Openings<'a>,
    job: &'a Job<'a>,
    library: &'a Recorder<'a, 'p>,
    findings: Findings,
    files: Vec<MadeFile>,
    entries: Vec<OutputEntry>,
    templates: Vec<Source>,
    awaited: usize,
}

impl Work<'_, '_, '_> {
    fn format(&mut self, format: Format) {
        match format {
            Format::Pdf => self.pdf(),
            Format::Docx => self.docx(),
        }
    }

    #[cfg(feature = "pdf")]
    fn pdf(&mut self) {
        use crate::render::typst;
        let templates = self.maker.templates;
        let found = templates.typst(&self.job.templates);
        let (path, source, imports) = match (found, templates.typst_imports()) {
            (Ok((path, source)), Ok(imports)) => (path, source, imports),
            (found, imports) => {
                self.findings.extend(found.err());
                self.findings.extend(imports.err());
                return;
            }
        };
        self.templates.push(Source { fil: path.clone(), sha256: digest(source.as_bytes()) });
        self.templates.extend(
            imports.iter().map(|(path, bytes)| Source { fil: path.clone(), sha256: digest(bytes) }),
        );
        let template = typst::TypstTemplate { name: &path, source: &source, imports: &imports };
        let merged = typst::merge(&template, &self.job.context, self.library, &mut self.findings);
        let Some(merged) = merged.filter(|_| !self.findings.has_fejl()) else { return };
        self.awaited =
            merged.main.matches("#afventer(").count() + merged.main.matches("[afventer:").count();
        let options = typst::TypstOptions {
            title: self.job.title.clone(),
            author: self.maker.aftale.udgiver.clone(),
            subject: subject(self.job, self.maker.aftale),
            ident: self.job.file_name.clone(),
            date: self.job.udgave.dato,
        };
        let basis = merged.digest(&options);
        let name = format!("{}.pdf", self.job.file_name);
        if let Some((bytes, pages)) = self.unchanged(&name, &basis) {
            self.keep(name, Format::Pdf, bytes, pages, basis);
        } else if let Some(pdf) = typst::compile(&merged, &options, &mut self.findings) {
            self.keep(name, Format::Pdf, pdf.bytes, Some(pdf.pages), basis);
        }
    }

    #[cfg(not(feature = "pdf"))]
    fn pdf(&mut self) {
        use crate::finding::{Finding, Place};
        self.findings.push(
            Finding::fejl("uden-pdf", Place::Command, "Dette program er bygget uden PDF.")
                .hint("Brug --format docx."),
        );
    }

    fn docx(&mut self) {
        let opening = match self.openings.word(&self.job.templates) {
            Ok(opening) => opening,
            Err(faults) => {
                self.findings.extend(faults);
                return;
            }
        };
        self.templates.extend(opening.sources);
        let options = word_options(self.job, self.maker.aftale);
        match opening.template.render(&self.job.context, self.library, &options) {
            Ok(rendered) => {
                self.findings.extend(rendered.findings);
                let basis = digest(&rendered.bytes);
                let name = format!("{}.docx", self.job.file_name);
                self.keep(name, Format::Docx, rendered.bytes, None, basis);
            }
            Err(faults) => self.findings.extend(faults),
        }
    }

    /// The bytes of a file that was laid out from the same basis and has not been touched since.
    #[cfg(feature = "pdf")]
    fn unchanged(&self, name: &str, basis: &str) -> Option<(Vec<u8>, Option<usize>)> {
        let before = self.maker.before?;
        let entry = before.manifest().file(name).filter(|entry| entry.grundlag == basis)?;
        let bytes = before.read(name).filter(|bytes| digest(bytes) == entry.sha256)?;
        Some((bytes, entry.sider))
    }

    fn keep(
        &mut self,
        name: String,
        format: Format,
        bytes: Vec<u8>,
        pages: Option<usize>,
        basis: String,
    ) {
        self.entries.push(OutputEntry {
            fil: name.clone(),
            format: format.extension().to_owned(),
            bytes: bytes.len(),
            sider: pages,
            sha256: digest(&bytes),
            grundlag: basis,
        });
        self.files.push(MadeFile { name, bytes });
    }
}

/// A final edition has no open points (`kladde = false`).
fn unfinished(job: &Job<'_>, awaited: usize) -> Finding {
    let points =
        if awaited == 1 { "ét åbent punkt".into() } else { format!("{awaited} åbne punkter") };
    Finding::fejl(
        "endelig-med-aabne-punkter",
        Place::file("inputs/aftale.toml"),
        format!("»{}« er ikke en kladde, men har {points}.", job.title),
    )
    .hint("Find dem med »socialaftale tjek«, eller skriv kladde = true.")
}

/// The agreement that a document belongs to, and for whom it is.
fn subject(job: &Job<'_>, aftale: &Aftale) -> String {
    [aftale.titel.as_str()].into_iter().chain(job.reader).collect::<Vec<_>>().join(" · ")
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
