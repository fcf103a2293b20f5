use std::fs::{self, File};
use std::io::{self, Write};
use std::path::Path;

use super::beside::PREFIX;
use super::folder::unwritable;
use crate::finding::{Finding, Place};

/// Writes files as a new folder, by path with `/`.
///
/// The folder must be empty or not exist, so that nobody's work is written over; it is made
/// beside its place and then renamed, so that no half of it is left.
pub fn place_folder(path: &Path, shown: &str, files: &[(String, &[u8])]) -> Result<(), Finding> {
    place(path, shown, files, |path, bytes| fs::write(path, bytes))
}

/// The same with every file safe on the disk before the folder has its name.
pub(super) fn place_flushed(
    path: &Path,
    shown: &str,
    files: &[(String, &[u8])],
) -> Result<(), Finding> {
    place(path, shown, files, |path, bytes| {
        let mut file = File::create(path)?;
        file.write_all(bytes)?;
        file.sync_all()
    })
}

fn place(
    path: &Path,
    shown: &str,
    files: &[(String, &[u8])],
    write: impl Fn(&Path, &[u8]) -> io::Result<()>,
) -> Result<(), Finding> {
    let refused = |error: io::Error| unwritable(shown, &error);
    let exists = match fs::read_dir(path) {
        Ok(mut entries) => match entries.next() {
            None => true,
            Some(_) => return Err(not_empty(shown)),
        },
        Err(error) if error.kind() == io::ErrorKind::NotFound => false,
        Err(error) => return Err(refused(error)),
    };
    let parent = path.parent().filter(|parent| !parent.as_os_str().is_empty());
    let parent = parent.unwrap_or(Path::new("."));
    fs::create_dir_all(parent).map_err(refused)?;
    let beside = tempfile::Builder::new().prefix(PREFIX).tempdir_in(parent).map_err(refused)?;
    for (name, bytes) in files {
        let target = beside.path().join(name);
        let folder = target.parent().unwrap_or(path);
        fs::create_dir_all(folder).and_then(|()| write(&target, bytes)).map_err(refused)?;
    }
    readable_by_others(beside.path()).map_err(refused)?;
    if exists {
        fs::remove_dir(path).map_err(refused)?;
    }
    fs::rename(beside.keep(), path).map_err(refused)
}

/// A temporary folder is its owner's alone; this one is not.
fn readable_by_others(path: &Path) -> io::Result<()> {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        fs::set_permissions(path, fs::Permissions::from_mode(0o755))?;
    }
    #[cfg(not(unix))]
    let _ = path;
    Ok(())
}

fn not_empty(shown: &str) -> Finding {
    Finding::fejl("mappe-ikke-tom", Place::file(shown), "Mappen findes i forvejen og er ikke tom.")
        .hint("Vælg en ny mappe, eller flyt den, der er her.")
}
