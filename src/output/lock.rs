use std::fs::{self, File, TryLockError};
use std::io;
use std::path::Path;

use super::beside::clear_stale;
use super::folder::unwritable;
use super::reader_folder::OUTPUT;
use crate::finding::{Finding, Place};

const LOCK: &str = ".laas";

/// A project's output folder, held by the one run that may write in it and freeze editions.
pub struct Lock(#[expect(dead_code, reason = "the lock is let go with the file")] File);

impl Lock {
    /// Takes the lock, making the folder if need be.
    pub fn take(project: &Path) -> Result<Self, Finding> {
        let path = project.join(OUTPUT);
        fs::create_dir_all(&path).map_err(|error| unwritable(OUTPUT, &error))?;
        let lock = open(&path.join(LOCK)).map_err(|error| unwritable(OUTPUT, &error))?;
        match lock.try_lock() {
            Err(TryLockError::WouldBlock) => return Err(in_use()),
            // A file system without locks is used without one.
            Ok(()) | Err(TryLockError::Error(_)) => {}
        }
        clear_stale(&path);
        Ok(Self(lock))
    }
}

fn in_use() -> Finding {
    Finding::fejl(
        "output-i-brug",
        Place::file(OUTPUT),
        "Et andet kald af socialaftale skriver i mappen lige nu.",
    )
    .hint("Vent, til det er færdigt, og prøv igen.")
}

/// Opens the lock file without touching what it may hold; a link in its place is not followed.
fn open(path: &Path) -> io::Result<File> {
    if fs::symlink_metadata(path).is_ok_and(|about| about.is_symlink()) {
        return Err(io::ErrorKind::AlreadyExists.into());
    }
    File::options().write(true).create(true).truncate(false).open(path)
}
