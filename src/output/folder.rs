use std::fs::{self, File, TryLockError};
use std::io;
use std::path::{Path, PathBuf};

use serde::de::DeserializeOwned;
use tempfile::NamedTempFile;

use super::basis::Bases;
use super::beside::{beside, clear_stale};
use super::make::Made;
use super::manifest::Manifest;
use crate::finding::{Finding, Findings, Place};
use crate::model::Offentliggjort;

/// What tells of the documents of a folder.
pub const MANIFEST: &str = "manifest.json";
/// The counts that a public edition publishes.
pub const TABELLER: &str = "tabeller.json";
/// What every file was made from; no reader's concern.
const BASES: &str = ".grundlag.json";
const NO_DOCUMENTS: [&str; 3] = [TABELLER, MANIFEST, BASES];
const LOCK: &str = ".laas";

/// The output folder, locked while a run uses it.
pub struct Folder {
    path: PathBuf,
    shown: String,
    manifest: Manifest,
    bases: Bases,
    _lock: File,
}

/// What a write changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Written {
    pub new: usize,
    pub unchanged: usize,
}

impl Folder {
    /// Opens the folder, making it if need be; only one run can have it open.
    pub fn open(path: &Path, shown: &str) -> Result<Self, Finding> {
        fs::create_dir_all(path).map_err(|error| unwritable(shown, &error))?;
        let lock = open_lock(&path.join(LOCK)).map_err(|error| unwritable(shown, &error))?;
        match lock.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => {
                return Err(Finding::fejl(
                    "output-i-brug",
                    Place::file(shown),
                    "Et andet kald af socialaftale skriver i mappen lige nu.",
                )
                .hint("Vent, til det er færdigt, og prøv igen."));
            }
            // A file system without locks is used without one.
            Err(TryLockError::Error(_)) => {}
        }
        let manifest = read_json(&path.join(MANIFEST));
        let bases = read_json(&path.join(BASES));
        clear_stale(path);
        let (path, shown) = (path.to_owned(), shown.to_owned());
        Ok(Self { path, shown, manifest, bases, _lock: lock })
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
        let mut waiting = Vec::new();
        for file in made.iter().flat_map(|made| &made.files) {
            match self.renewed(&file.name, &file.bytes) {
                Ok(None) => written.unchanged += 1,
                Ok(Some(temporary)) => waiting.push((temporary, file.name.as_str())),
                Err(error) => findings.push(unwritable(&self.shown_path(&file.name), &error)),
            }
        }
        let tabeller = tabeller.map(|tabeller| (TABELLER, serde_json::to_vec_pretty(tabeller)));
        let bases = (BASES, serde_json::to_vec(&self.bases_of(made, manifest)));
        let manifest = (MANIFEST, serde_json::to_vec_pretty(manifest));
        for (name, json) in tabeller.into_iter().chain([bases, manifest]) {
            let kept = json.map_err(io::Error::from).and_then(|json| self.renewed(name, &json));
            match kept {
                Ok(temporary) => waiting.extend(temporary.map(|temporary| (temporary, name))),
                Err(error) => findings.push(unwritable(&self.shown_path(name), &error)),
            }
        }
        findings.extend(waiting.iter().filter_map(|(_, name)| self.blocked(name)));
        if !findings.is_empty() {
            return Err(findings);
        }
        let mut replaced = Vec::new();
        for (temporary, name) in waiting {
            // What is told of documents comes last, and only if they are in their places.
            if [BASES, MANIFEST].contains(&name) && !findings.is_empty() {
                break;
            }
            match temporary.persist(self.path.join(name)) {
                Ok(_) => replaced.push(name),
                Err(error) => findings.push(unwritable(&self.shown_path(name), &error.error)),
            }
        }
        if findings.is_empty() {
            written.new = replaced.iter().filter(|name| !NO_DOCUMENTS.contains(name)).count();
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

    /// A file beside its place, or none if the one that stands there is the same.
    fn renewed(&self, name: &str, bytes: &[u8]) -> io::Result<Option<NamedTempFile>> {
        if self.read(name).is_some_and(|old| old == bytes) {
            return Ok(None);
        }
        beside(&self.path, bytes).map(Some)
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

    fn blocked(&self, name: &str) -> Option<Finding> {
        let path = self.path.join(name);
        let about = fs::metadata(&path).ok()?;
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

/// Opens the lock file without touching what it may hold; a link in its place is not followed.
fn open_lock(path: &Path) -> io::Result<File> {
    if fs::symlink_metadata(path).is_ok_and(|about| about.is_symlink()) {
        return Err(io::ErrorKind::AlreadyExists.into());
    }
    File::options().write(true).create(true).truncate(false).open(path)
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
