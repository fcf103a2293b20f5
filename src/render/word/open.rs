use super::parts::usual_names;
use crate::finding::Finding;
use crate::package::{Limits, Package};

/// Reads a Word file, whose parts come to have the usual names; `name` is what findings call it.
pub fn open(bytes: &[u8], name: &str) -> Result<Package, Finding> {
    let mut package = Package::read(bytes, name, &Limits::DOCUMENT)?;
    usual_names(&mut package);
    Ok(package)
}
