use std::collections::BTreeMap;
use std::fs;
use std::io::ErrorKind;
use std::path::Path;

use unicode_normalization::UnicodeNormalization;

use crate::finding::{Finding, Findings, Place};

/// No input of a project is near this size; a larger file is put there by mistake.
pub const LARGEST: u64 = 64 << 20;

/// Frozen editions lie among the inputs, but no document is made from them.
const EDITIONS: &str = "inputs/udgaver";

/// A folder's files in memory, by path below the project with `/` ("inputs/aftale.toml").
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Files(BTreeMap<String, Vec<u8>>);

impl Files {
    pub fn new() -> Self {
        Self::default()
    }

    /// Reads a folder of the project and everything below it; files are opened for reading only.
    pub fn load(project: &Path, folder: &str, findings: &mut Findings) -> Self {
        let mut files = Self::new();
        let path = project.join(folder);
        match fs::read_dir(&path) {
            Err(error) if error.kind() == ErrorKind::NotFound => {
                findings.push(no_folder(folder, &path));
            }
            _ => files.load_folder(&path, folder, findings),
        }
        files
    }

    /// The paths of what lies in a folder of a project, whether it can be read or not.
    pub fn list(project: &Path, folder: &str) -> Vec<String> {
        let entries = fs::read_dir(project.join(folder)).into_iter().flatten().flatten();
        entries.map(|entry| format!("{folder}/{}", entry.file_name().to_string_lossy())).collect()
    }

    fn load_folder(&mut self, folder: &Path, name: &str, findings: &mut Findings) {
        let entries = match fs::read_dir(folder) {
            Ok(entries) => entries,
            Err(error) => {
                findings.push(unreadable(name, &error));
                return;
            }
        };
        for entry in entries {
            let entry = match entry {
                Ok(entry) => entry,
                Err(error) => {
                    findings.push(unreadable(name, &error));
                    continue;
                }
            };
            let file_name: String = entry.file_name().to_string_lossy().nfc().collect();
            if is_no_input(&file_name) {
                continue;
            }
            let name = format!("{name}/{file_name}");
            if name == EDITIONS {
                continue;
            }
            match fs::metadata(entry.path()) {
                Ok(about) if about.is_dir() => self.load_folder(&entry.path(), &name, findings),
                Ok(about) if about.len() > LARGEST => findings.push(too_large(&name)),
                Ok(_) => match fs::read(entry.path()) {
                    Ok(_) if self.0.contains_key(&name) => findings.push(same_name(&name)),
                    Ok(bytes) => self.insert(name, bytes),
                    Err(error) => findings.push(unreadable(&name, &error)),
                },
                Err(error) => findings.push(unreadable(&name, &error)),
            }
        }
    }

    pub fn insert(&mut self, name: impl Into<String>, bytes: impl Into<Vec<u8>>) {
        self.0.insert(name.into(), bytes.into());
    }

    pub fn remove(&mut self, name: &str) {
        self.0.remove(name);
    }

    pub fn get(&self, name: &str) -> Option<&[u8]> {
        self.0.get(name).map(Vec::as_slice)
    }

    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(String::as_str)
    }

    /// The files below a folder, in name order.
    pub fn under<'a>(&'a self, folder: &'a str) -> impl Iterator<Item = (&'a str, &'a [u8])> {
        self.0
            .iter()
            .filter(move |(name, _)| {
                name.strip_prefix(folder).is_some_and(|rest| rest.starts_with('/'))
            })
            .map(|(name, bytes)| (name.as_str(), bytes.as_slice()))
    }
}

/// Excel and Word keep "~$…" beside an open file, and Windows and macOS their own files beside
/// others; hidden files are not inputs.
fn is_no_input(name: &str) -> bool {
    let by_system = ["thumbs.db", "desktop.ini"];
    name.starts_with('.')
        || name.starts_with("~$")
        || by_system.contains(&name.to_lowercase().as_str())
}

/// Reads one file that was named on the command line.
pub fn read_file(path: &Path) -> Result<Vec<u8>, Finding> {
    let name = path.display().to_string();
    match fs::metadata(path) {
        Err(error) if error.kind() == ErrorKind::NotFound => {
            let message = format!("Filen »{name}« findes ikke.");
            return Err(Finding::fejl("fil-kan-ikke-laeses", Place::Command, message)
                .hint("Skriv hele stien til filen, i anførselstegn, hvis den har mellemrum."));
        }
        Ok(about) if about.len() > LARGEST => return Err(too_large(&name)),
        _ => {}
    }
    fs::read(path).map_err(|error| unreadable(&name, &error))
}

fn unreadable(name: &str, error: &std::io::Error) -> Finding {
    let (message, hint) = match error.kind() {
        ErrorKind::PermissionDenied => (
            format!("Der er ikke adgang til at læse »{name}«."),
            "Luk filen i andre programmer, eller bed om læseadgang.",
        ),
        _ => (format!("»{name}« kan ikke læses."), "Prøv igen, eller hent filen på ny."),
    };
    Finding::fejl("fil-kan-ikke-laeses", Place::file(name), message).hint(hint)
}

fn no_folder(name: &str, path: &Path) -> Finding {
    let message = format!("Mappen »{}« findes ikke.", path.display());
    Finding::fejl("fil-kan-ikke-laeses", Place::file(name), message).hint(
        "Kør »socialaftale ny MAPPE« for at lave en projektmappe, eller vælg en med --projekt.",
    )
}

/// Two names may differ on disk only in how a letter is composed.
fn same_name(name: &str) -> Finding {
    Finding::fejl("samme-navn", Place::file(name), "Her ligger to filer, hvis navne læses ens.")
        .hint("Slet eller omdøb den ene.")
}

fn too_large(name: &str) -> Finding {
    Finding::fejl("fil-for-stor", Place::file(name), "Filen er større end 64 MB.")
        .hint("Læg kun tekster, regneark og billeder til dokumenterne i inputs/.")
}
