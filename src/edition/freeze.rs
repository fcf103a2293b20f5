use std::path::Path;

use super::about::About;
use super::claim::Claim;
use super::contents::{Contents, json};
use super::readme::{README, readme};
use super::{ABOUT, FOLDER};
use crate::finding::Finding;
use crate::output::{Source, digest, place_new};

/// Keeps an edition in a file of its own and gives the path of it below the project.
///
/// The caller is the only run that freezes in the project; an edition that is there is never
/// replaced.
pub fn freeze(
    project: &Path,
    claim: &Claim,
    mut about: About,
    contents: Contents,
) -> Result<String, Finding> {
    let Contents(mut package) = contents;
    package.set_part(README, readme(&about).into_bytes());
    let digests = package.names().filter_map(|name| {
        Some(Source { fil: name.to_owned(), sha256: digest(package.part(name)?) })
    });
    about.filer = digests.collect();
    package.set_part(ABOUT, json(&about));
    let file = claim.file();
    let name = file.trim_start_matches(FOLDER).trim_start_matches('/');
    place_new(&project.join(FOLDER), name, &file, &package.write())?;
    Ok(file)
}
