use super::parts::usual_names;
use super::refuse::refuse;
use crate::finding::{Finding, Findings};
use crate::package::{Limits, Package};

/// Reads a Word file, whose parts come to have the usual names; `name` is what findings call it.
pub fn open(bytes: &[u8], name: &str) -> Result<Package, Finding> {
    let mut package = Package::read(bytes, name, &Limits::DOCUMENT)?;
    usual_names(&mut package);
    Ok(package)
}

/// Reads a Word file and refuses what is no Word document, or none that can be read safely.
pub fn open_document(bytes: &[u8], name: &str) -> Result<Package, Findings> {
    let package = open(bytes, name)?;
    let refusal = refuse(&package, name);
    if refusal.is_empty() { Ok(package) } else { Err(refusal) }
}
