use std::fs;
use std::io;
use std::path::Path;

use super::beside::beside;
use super::folder::unwritable;
use crate::finding::{Finding, Place};

/// Writes a copy of a template beside its place and then renames it; a file that is not known as
/// such a copy is never written over.
pub(super) fn write_copy(
    template: &Path,
    copy: &Path,
    bytes: &[u8],
    is_copy: &dyn Fn(&[u8]) -> bool,
) -> Result<(), Finding> {
    let shown = copy.display().to_string();
    if let Some(message) = refused(template, copy, is_copy) {
        return Err(Finding::fejl("kopi-ikke-skrevet", Place::file(shown), message)
            .hint("Vælg et andet navn efter --kommentarer."));
    }
    let folder = copy.parent().filter(|folder| !folder.as_os_str().is_empty());
    beside(folder.unwrap_or(Path::new(".")), bytes)
        .and_then(|temporary| temporary.persist(copy).map(|_| ()).map_err(|error| error.error))
        .map_err(|error| unwritable(&shown, &error))
}

fn refused(template: &Path, copy: &Path, is_copy: &dyn Fn(&[u8]) -> bool) -> Option<&'static str> {
    let ending = |path: &Path| path.extension().map(|ending| ending.to_ascii_lowercase());
    let same = fs::canonicalize(copy).ok().zip(fs::canonicalize(template).ok());
    if same.is_some_and(|(copy, template)| copy == template) {
        return Some("Kopien ville blive skrevet oven i skabelonen selv.");
    }
    if ending(template) != ending(copy) {
        return Some(
            "Kopien skal have samme endelse som skabelonen, ellers kan Word ikke åbne den.",
        );
    }
    match fs::read(copy) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => None,
        Ok(bytes) if is_copy(&bytes) => None,
        _ => Some(
            "Der ligger allerede en fil her, som ikke er en kopi med kommentarer, eller som er rettet siden.",
        ),
    }
}
