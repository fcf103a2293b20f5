use std::fmt::Write;

use crate::output::digest;

/// What the checksums are called in a folder.
pub(super) const CHECKSUMS: &str = "kontrolsummer.sha256";

/// The SHA-256 of each file, line by line as `sha256sum -c` reads them.
pub(super) fn checksums<'f>(files: impl Iterator<Item = (&'f str, &'f [u8])>) -> String {
    files.fold(String::new(), |mut lines, (name, bytes)| {
        // Writing to a string cannot fail.
        let _ = writeln!(lines, "{}  {name}", digest(bytes));
        lines
    })
}
