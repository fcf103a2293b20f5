use std::fs::{self, File, TryLockError};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;

use super::make::Made;
use super::manifest::Manifest;
use crate::finding::{Finding, Findings, Place};

const MANIFEST: &str = "manifest.json";
const LOCK: &str = ".laas";
const PREFIX: &str = ".skriver-";

/// The output folder, locked while a run uses it.
pub struct Folder {
    path: PathBuf,
    shown: String,
    manifest: Manifest,
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
        let lock = File::create(path.join(LOCK)).map_err(|error| unwritable(shown, &error))?;
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
        let manifest = fs::read(path.join(MANIFEST))
            .ok()
            .and_then(|bytes| serde_json::from_slice(&bytes).ok())
            .unwrap_or_default();
        let folder = Self { path: path.to_owned(), shown: shown.to_owned(), manifest, _lock: lock };
        folder.clear_stale();
        Ok(folder)
    }

    /// What the last run wrote here.
    pub fn manifest(&self) -> &Manifest {
        &self.manifest
    }

    pub fn read(&self, name: &str) -> Option<Vec<u8>> {
        fs::read(self.path.join(name)).ok()
    }

    /// Writes all documents and then the manifest; files that would stay the same are not touched.
    ///
    /// Everything is first written beside its place, so a full disk is met before any document
    /// is replaced.
    pub fn write(&self, made: &[Made], manifest: &Manifest) -> Result<Written, Findings> {
        let mut findings = Findings::new();
        let mut written = Written::default();
        let mut waiting = Vec::new();
        for file in made.iter().flat_map(|made| &made.files) {
            if self.read(&file.name).is_some_and(|old| old == file.bytes) {
                written.unchanged += 1;
                continue;
            }
            match self.beside(&file.bytes) {
                Ok(temporary) => waiting.push((temporary, file.name.as_str())),
                Err(error) => findings.push(unwritable(&self.shown_path(&file.name), &error)),
            }
        }
        let manifest = serde_json::to_vec_pretty(manifest).map_err(|error| {
            Findings::from(unwritable(&self.shown_path(MANIFEST), &error.into()))
        })?;
        match self.beside(&manifest) {
            Ok(temporary) => waiting.push((temporary, MANIFEST)),
            Err(error) => findings.push(unwritable(&self.shown_path(MANIFEST), &error)),
        }
        findings.extend(waiting.iter().filter_map(|(_, name)| self.blocked(name)));
        if !findings.is_empty() {
            return Err(findings);
        }
        for (temporary, name) in waiting {
            match temporary.persist(self.path.join(name)) {
                Ok(_) => written.new += usize::from(name != MANIFEST),
                Err(error) => findings.push(unwritable(&self.shown_path(name), &error.error)),
            }
        }
        if findings.is_empty() { Ok(written) } else { Err(findings) }
    }

    fn beside(&self, bytes: &[u8]) -> io::Result<NamedTempFile> {
        let mut builder = tempfile::Builder::new();
        builder.prefix(PREFIX);
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            // Documents are read by others than the one who made them.
            builder.permissions(fs::Permissions::from_mode(0o644));
        }
        let mut temporary = builder.tempfile_in(&self.path)?;
        temporary.write_all(bytes)?;
        temporary.as_file().sync_all()?;
        Ok(temporary)
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

    /// Removes what a run that was killed left behind.
    fn clear_stale(&self) {
        let entries = fs::read_dir(&self.path).into_iter().flatten().flatten();
        for entry in entries {
            if entry.file_name().to_string_lossy().starts_with(PREFIX) {
                // A file that cannot be removed is in no one's way.
                let _ = fs::remove_file(entry.path());
            }
        }
    }
}

/// Writes the shipped inputs and templates as a new project folder.
///
/// The folder must be empty or not exist, so that nobody's work is written over.
pub fn new_project(path: &Path, files: &[(String, &[u8])]) -> Result<(), Finding> {
    let shown = path.display().to_string();
    let empty = match fs::read_dir(path) {
        Ok(mut entries) => entries.next().is_none(),
        Err(error) if error.kind() == io::ErrorKind::NotFound => true,
        Err(error) => return Err(unwritable(&shown, &error)),
    };
    if !empty {
        return Err(Finding::fejl(
            "mappe-ikke-tom",
            Place::file(shown),
            "Mappen findes i forvejen og er ikke tom.",
        )
        .hint("Vælg en ny mappe."));
    }
    for (name, bytes) in files {
        let target = path.join(name);
        let folder = target.parent().unwrap_or(path);
        fs::create_dir_all(folder)
            .and_then(|()| fs::write(&target, bytes))
            .map_err(|error| unwritable(&target.display().to_string(), &error))?;
    }
    Ok(())
}

fn unwritable(shown: &str, error: &io::Error) -> Finding {
    let (message, hint) = match error.kind() {
        io::ErrorKind::PermissionDenied => (
            "Der er ikke adgang til at skrive her.",
            "Luk dokumentet i andre programmer, eller vælg en mappe, du må skrive i.",
        ),
        io::ErrorKind::StorageFull => {
            ("Disken er fuld.", "Ryd op på disken, og kør igen; de gamle dokumenter står urørt.")
        }
        io::ErrorKind::NotADirectory | io::ErrorKind::AlreadyExists => {
            ("Her ligger en fil, hvor der skal være en mappe.", "Flyt eller omdøb filen.")
        }
        _ => ("Filen kan ikke skrives.", "Luk den i andre programmer, og prøv igen."),
    };
    Finding::fejl("kan-ikke-skrive", Place::file(shown), message).hint(hint)
}
