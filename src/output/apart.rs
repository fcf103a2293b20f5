use std::fs;
use std::io;
use std::path::Path;

use super::beside::beside;
use super::folder::unwritable;
use crate::finding::{Finding, Place};

/// Writes a file that somebody has asked for by name, beside its place and then renamed; another
/// file that is there already is left alone.
pub fn write_apart(path: &Path, bytes: &[u8]) -> Result<(), Finding> {
    let shown = path.display().to_string();
    match fs::read(path) {
        Ok(known) if known == bytes => return Ok(()),
        Err(error) if error.kind() == io::ErrorKind::NotFound => {}
        _ => return Err(in_the_way(&shown)),
    }
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    beside(folder.unwrap_or(Path::new(".")), bytes)
        .and_then(|temporary| temporary.persist_noclobber(path).map_err(|error| error.error))
        .map(|_| ())
        .map_err(|error| match error.kind() {
            io::ErrorKind::AlreadyExists => in_the_way(&shown),
            _ => unwritable(&shown, &error),
        })
}

fn in_the_way(shown: &str) -> Finding {
    Finding::fejl("fil-findes", Place::file(shown), "Der ligger allerede en anden fil her.")
        .hint("Vælg et andet navn, eller flyt filen først.")
}
