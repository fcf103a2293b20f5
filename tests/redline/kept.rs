//! Leaves redlines for the judges, in the folder that `SOCIALAFTALE_KEEP_REDLINES` names: each with
//! the files that it must give when all changes are accepted, and when all are rejected.

use std::cell::Cell;
use std::fs;
use std::path::PathBuf;
use std::thread;

thread_local! {
    /// How many redlines the test of this thread has left.
    static LEFT: Cell<u32> = const { Cell::new(0) };
}

pub fn keep(redline: &[u8], accepted: &[u8], rejected: &[u8]) {
    let Some(folder) = std::env::var_os("SOCIALAFTALE_KEEP_REDLINES").map(PathBuf::from) else {
        return;
    };
    let number = LEFT.replace(LEFT.get() + 1);
    let test = thread::current().name().unwrap_or("redline").replace("::", "-");
    fs::create_dir_all(&folder).unwrap();
    for (what, bytes) in [("rettelser", redline), ("godtaget", accepted), ("afvist", rejected)] {
        fs::write(folder.join(format!("{test}-{number}.{what}.docx")), bytes).unwrap();
    }
}
