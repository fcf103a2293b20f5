use std::fs;
use std::path::{Path, PathBuf};

use super::place_folder::place_flushed;
use super::place_new::place_new;
use crate::finding::{Finding, Findings, Place};
use crate::input::Files;

/// New things of a project that belong together: taken away again unless all of them are kept.
///
/// What a run that was killed has put in place to the letter is left as it is, so that the next
/// run can do the rest.
pub struct Placing<'a> {
    project: &'a Path,
    placed: Vec<PathBuf>,
}

impl<'a> Placing<'a> {
    pub fn new(project: &'a Path) -> Self {
        Self { project, placed: Vec::new() }
    }

    /// Puts a new folder in place, with the files that are below it.
    pub fn folder(&mut self, folder: &str, files: &Files) -> Result<(), Finding> {
        let path = self.project.join(folder);
        if path.is_dir() && Files::load(self.project, folder, &mut Findings::new()) == *files {
            return Ok(());
        }
        let files: Vec<(String, &[u8])> = files
            .under(folder)
            .map(|(name, bytes)| (name[folder.len() + 1..].to_owned(), bytes))
            .collect();
        if fs::read_dir(&path).is_ok_and(|mut entries| entries.next().is_some()) {
            return Err(interrupted(folder));
        }
        place_flushed(&path, folder, &files)?;
        self.placed.push(path);
        Ok(())
    }

    /// Puts a new file in place, by path below the project.
    pub fn file(&mut self, path: &str, bytes: &[u8]) -> Result<(), Finding> {
        let place = self.project.join(path);
        if fs::read(&place).is_ok_and(|there| there == bytes) {
            return Ok(());
        }
        let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
        place_new(&self.project.join(folder), name, path, bytes)?;
        self.placed.push(place);
        Ok(())
    }

    /// Lets all of it stand.
    pub fn keep(mut self) {
        self.placed.clear();
    }
}

impl Drop for Placing<'_> {
    fn drop(&mut self) {
        for path in &self.placed {
            // What cannot be removed is told of when it is in the way.
            let remove = if path.is_dir() { fs::remove_dir_all } else { fs::remove_file };
            let _ = remove(path);
        }
    }
}

/// What another run has put in place and did not freeze, and what would not be put there now.
fn interrupted(folder: &str) -> Finding {
    let message =
        "Her ligger en udgave, som der ikke er en frossen fil af, og noget er ændret siden.";
    Finding::fejl("endelig-ufrosset", Place::file(folder), message)
        .hint("Flyt eller omdøb mappen, og kør igen.")
}
