use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use serde::de::DeserializeOwned;
use tempfile::NamedTempFile;

use super::basis::Bases;
use super::beside::{beside, clear_stale};
use super::lock::Lock;
use super::make::Made;
use super::manifest::Manifest;
use super::reader_folder::OUTPUT;
use crate::finding::{Finding, Findings, Place};
use crate::model::Offentliggjort;

/// What tells of the documents of a folder.
pub const MANIFEST: &str = "manifest.json";
/// The counts that a public edition publishes.
pub const TABELLER: &str = "tabeller.json";

/// A folder of documents, locked while a run uses it.
pub struct Folder {
    path: PathBuf,
    shown: String,
    manifest: Manifest,
    /// Where it is kept what every file was made from; no reader's concern, so not in the folder of
    /// any but the secretariat.
    bases_path: PathBuf,
    bases: Bases,
    _lock: Lock,
}

/// What a write changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Written {
    pub new: usize,
    pub unchanged: usize,
}

impl Folder {
    /// Opens a folder of a project by its path below it ("output/offentlig"), making it if need be;
    /// only one run can have any of them open.
    pub fn open(project: &Path, shown: &str) -> Result<Self, Finding> {
        let lock = Lock::take(project)?;
        let path = project.join(shown);
        fs::create_dir_all(&path).map_err(|error| unwritable(shown, &error))?;
        clear_stale(&path);
        clear_private(&path, shown);
        let manifest = read_json(&path.join(MANIFEST));
        let bases_path = project.join(bases_name(shown));
        let bases = read_json(&bases_path);
        Ok(Self { path, shown: shown.to_owned(), manifest, bases_path, bases, _lock: lock })
    }

    /// What the last run wrote here.
    pub fn manifest(&self) -> &Manifest {
        &self.manifest
    }

    /// What the files that earlier runs wrote here were made from.
    pub fn bases(&self) -> &Bases {
        &self.bases
    }

    pub fn read(&self, name: &str) -> Option<Vec<u8>> {
        fs::read(self.path.join(name)).ok()
    }

    /// Writes all documents, what is published of counts, and then the manifest; files that would stay the same are not touched.
    ///
    /// Everything is first written beside its place, so a full disk is met before any document
    /// is replaced.
    pub fn write(
        &self,
        made: &[Made],
        tabeller: Option<&Offentliggjort>,
        manifest: &Manifest,
    ) -> Result<Written, Findings> {
        let mut findings = Findings::new();
        let mut written = Written::default();
        let mut waiting: Vec<(NamedTempFile, PathBuf, &str)> = Vec::new();
        for file in made.iter().flat_map(|made| &made.files) {
            let place = self.path.join(&file.name);
            match renewed(&place, &file.bytes) {
                Ok(None) => written.unchanged += 1,
                Ok(Some(temporary)) => waiting.push((temporary, place, &file.name)),
                Err(error) => findings.push(unwritable(&self.shown_path(&file.name), &error)),
            }
        }
        written.new = waiting.len();
        let mut told = Vec::new();
        for (place, name, json) in self.told(made, tabeller, manifest) {
            match json.and_then(|json| renewed(&place, &json)) {
                Ok(temporary) => told.extend(temporary.map(|temporary| (temporary, place, name))),
                Err(error) => findings.push(unwritable(&self.shown_path(name), &error)),
            }
        }
        let places = waiting.iter().chain(&told);
        findings.extend(places.filter_map(|(_, place, name)| self.blocked(place, name)));
        if !findings.is_empty() {
            return Err(findings);
        }
        let mut replaced = Vec::new();
        for (temporary, place, name) in waiting {
            match temporary.persist(place) {
                Ok(_) => replaced.push(name),
                Err(error) => findings.push(unwritable(&self.shown_path(name), &error.error)),
            }
        }
        // What is told of documents comes last, and only if they are in their places.
        for (temporary, place, name) in told {
            if findings.is_empty()
                && let Err(error) = temporary.persist(place)
            {
                findings.push(unwritable(&self.shown_path(name), &error.error));
            }
        }
        if findings.is_empty() {
            return Ok(written);
        }
        if !replaced.is_empty() {
            findings.push(self.partly(&replaced));
        }
        Err(findings)
    }

    fn partly(&self, replaced: &[&str]) -> Finding {
        Finding::fejl(
            "delvist-skrevet",
            Place::file(&self.shown),
            format!("Nogle dokumenter nåede at blive skrevet: {}.", replaced.join(", ")),
        )
        .hint("Luk de andre, og kør igen, så alle dokumenter er fra samme kørsel.")
    }

    /// What is told of the documents, each with its place and name.
    fn told<'n>(
        &self,
        made: &[Made],
        tabeller: Option<&Offentliggjort>,
        manifest: &Manifest,
    ) -> impl Iterator<Item = (PathBuf, &'n str, io::Result<Vec<u8>>)> {
        let here = |name| self.path.join(name);
        let tabeller =
            tabeller.map(|one| (here(TABELLER), TABELLER, serde_json::to_vec_pretty(one)));
        let bases = serde_json::to_vec(&self.bases_of(made, manifest));
        let bases = (self.bases_path.clone(), "grundlag", bases);
        let manifest = (here(MANIFEST), MANIFEST, serde_json::to_vec_pretty(manifest));
        let told = tabeller.into_iter().chain([bases, manifest]);
        told.map(|(place, name, json)| (place, name, json.map_err(io::Error::from)))
    }

    /// What the files of a manifest were made from, by this run or an earlier one.
    fn bases_of(&self, made: &[Made], manifest: &Manifest) -> Bases {
        let new = made.iter().flat_map(|made| &made.files);
        let new = new.map(|file| (file.name.clone(), file.basis.clone()));
        let mut bases = self.bases.clone();
        bases.extend(new);
        bases.retain(|name, _| manifest.file(name).is_some());
        bases
    }

    /// The files that an earlier run wrote here and this one no longer makes.
    pub fn left_over(&self, manifest: &Manifest) -> Vec<&str> {
        let old = self.manifest.dokumenter.iter().flat_map(|entry| &entry.filer);
        old.map(|file| file.fil.as_str())
            .filter(|name| manifest.file(name).is_none() && self.path.join(name).exists())
            .collect()
    }

    fn blocked(&self, place: &Path, name: &str) -> Option<Finding> {
        let about = fs::metadata(place).ok()?;
        if about.is_dir() {
            return Some(
                Finding::fejl(
                    "output-er-mappe",
                    Place::file(self.shown_path(name)),
                    "Her ligger en mappe, hvor dokumentet skal ligge.",
                )
                .hint("Flyt eller omdøb mappen."),
            );
        }
        about.permissions().readonly().then(|| {
            Finding::fejl(
                "output-skrivebeskyttet",
                Place::file(self.shown_path(name)),
                "Dokumentet er skrivebeskyttet.",
            )
            .hint("Luk det i Word eller PDF-læseren, eller fjern skrivebeskyttelsen.")
        })
    }

    fn shown_path(&self, name: &str) -> String {
        format!("{}/{name}", self.shown)
    }
}

/// What a file holds, or nothing if it is not there or cannot be understood.
fn read_json<T: Default + DeserializeOwned>(path: &Path) -> T {
    fs::read(path).ok().and_then(|bytes| serde_json::from_slice(&bytes).ok()).unwrap_or_default()
}

/// Removes what earlier versions of the program kept in folders that are sent out.
fn clear_private(path: &Path, shown: &str) {
    for name in [".grundlag.json", ".laas"].iter().filter(|_| shown != OUTPUT) {
        // It is no more than what can be made again.
        let _ = fs::remove_file(path.join(name));
    }
}

/// Where it is kept what the files of a folder were made from: "output/.grundlag-offentlig.json".
fn bases_name(folder: &str) -> String {
    let below = folder.strip_prefix(OUTPUT).unwrap_or(folder).replace('/', "-");
    format!("{OUTPUT}/.grundlag{below}.json")
}

/// A file beside its place, or none if the one that stands there is the same.
fn renewed(place: &Path, bytes: &[u8]) -> io::Result<Option<NamedTempFile>> {
    if fs::read(place).is_ok_and(|old| old == bytes) {
        return Ok(None);
    }
    beside(place.parent().unwrap_or(place), bytes).map(Some)
}

pub(super) fn unwritable(shown: &str, error: &io::Error) -> Finding {
    let (message, hint) = match error.kind() {
        io::ErrorKind::PermissionDenied => (
            "Der er ikke adgang til at skrive her.",
            "Luk dokumentet i andre programmer, eller vælg en mappe, du må skrive i.",
        ),
        io::ErrorKind::StorageFull => {
            ("Disken er fuld.", "Ryd op på disken, og kør igen; de gamle dokumenter står urørt.")
        }
        io::ErrorKind::NotFound => {
            ("Mappen findes ikke.", "Lav mappen først, eller vælg en anden.")
        }
        io::ErrorKind::NotADirectory | io::ErrorKind::AlreadyExists => {
            ("Her ligger en fil, hvor der skal være en mappe.", "Flyt eller omdøb filen.")
        }
        _ => ("Filen kan ikke skrives.", "Luk den i andre programmer, og prøv igen."),
    };
    Finding::fejl("kan-ikke-skrive", Place::file(shown), message).hint(hint)
}
