//! Leaves what the tests make for the judges, in the folder that `SOCIALAFTALE_KEEP_DOCX` names.

use std::cell::Cell;
use std::fs;
use std::path::PathBuf;
use std::thread;

const FOLDER: &str = "SOCIALAFTALE_KEEP_DOCX";

thread_local! {
    /// How many documents the test of this thread has left.
    static LEFT: Cell<u32> = const { Cell::new(0) };
}

/// Leaves a document that is meant to be sound, named after the test that made it.
pub fn keep(bytes: &[u8]) {
    let number = LEFT.replace(LEFT.get() + 1);
    let test = thread::current().name().unwrap_or("word").replace("::", "-");
    leave(&format!("{test}-{number}.docx"), bytes);
}

/// Leaves a file of the gallery, under a name of its own.
pub fn keep_in_gallery(name: &str, bytes: &[u8]) {
    leave(&format!("galleri/{name}"), bytes);
}

fn leave(name: &str, bytes: &[u8]) {
    let Some(folder) = std::env::var_os(FOLDER) else { return };
    let path = PathBuf::from(folder).join(name);
    fs::create_dir_all(path.parent().expect("a folder")).unwrap();
    fs::write(path, bytes).unwrap();
}
