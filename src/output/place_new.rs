use std::fs::{self, File};
use std::io;
use std::path::Path;

use super::beside::{beside, clear_stale};
use super::folder::unwritable;
use crate::finding::{Finding, Place};

/// Writes a file that is not there yet, whole and safe on the disk or not at all; one that is
/// there is never replaced.
///
/// The caller is the only run that writes in the folder.
pub fn place_new(folder: &Path, name: &str, shown: &str, bytes: &[u8]) -> Result<(), Finding> {
    let failed = |error: &io::Error| unwritable(shown, error);
    fs::create_dir_all(folder).map_err(|error| failed(&error))?;
    clear_stale(folder);
    let temporary = beside(folder, bytes).map_err(|error| failed(&error))?;
    temporary.persist_noclobber(folder.join(name)).map_err(|error| match error.error.kind() {
        io::ErrorKind::AlreadyExists => there_already(shown),
        _ => failed(&error.error),
    })?;
    // The name must be on the disk too; some systems cannot open a folder and need not.
    if let Ok(folder) = File::open(folder) {
        let _ = folder.sync_all();
    }
    Ok(())
}

fn there_already(shown: &str) -> Finding {
    Finding::fejl(
        "fil-findes",
        Place::file(shown),
        "Filen findes i forvejen og bliver aldrig erstattet.",
    )
    .hint("Vælg et andet navn, eller flyt filen.")
}
