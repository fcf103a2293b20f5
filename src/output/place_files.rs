use std::fs;
use std::path::Path;

use super::beside::beside;
use super::folder::unwritable;
use crate::finding::Findings;

/// Writes files below a folder, by path with `/`, making the folders they need.
///
/// All are first written beside their places, so that a full disk is met before any is replaced.
pub fn place_files(root: &Path, files: &[(String, Vec<u8>)]) -> Result<(), Findings> {
    let mut findings = Findings::new();
    let mut waiting = Vec::new();
    for (name, bytes) in files {
        let path = root.join(name);
        let folder = path.parent().unwrap_or(root);
        match fs::create_dir_all(folder).and_then(|()| beside(folder, bytes)) {
            Ok(temporary) => waiting.push((temporary, path, name)),
            Err(error) => findings.push(unwritable(name, &error)),
        }
    }
    if !findings.is_empty() {
        return Err(findings);
    }
    for (temporary, path, name) in waiting {
        if let Err(error) = temporary.persist(path) {
            findings.push(unwritable(name, &error.error));
        }
    }
    if findings.is_empty() { Ok(()) } else { Err(findings) }
}
