use std::path::Path;

use super::about::About;
use super::claim::Claim;
use super::contents::{Contents, json};
use super::edition::Edition;
use super::found::Kept;
use super::readme::{README, readme};
use super::{ABOUT, FOLDER};
use crate::finding::{Finding, Place};
use crate::input::LARGEST;
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
    let bytes = package.write();
    if bytes.len() as u64 > LARGEST {
        return Err(too_large(&file));
    }
    // What could not be read again is not written.
    Edition::read(&Kept { file: &file, bytes: &bytes, about })
        .map_err(|fault| unreadable(&file, &fault))?;
    place_new(&project.join(FOLDER), name, &file, &bytes)?;
    Ok(file)
}

fn too_large(file: &str) -> Finding {
    Finding::fejl("fil-for-stor", Place::file(file), "Udgaven ville fylde mere end 64 MB.")
        .hint("Flyt det, som dokumenterne ikke er lavet af, ud af inputs/, fx store billeder.")
}

fn unreadable(file: &str, fault: &Finding) -> Finding {
    let message = format!("Udgaven kunne ikke læses igen og er ikke gemt: {}", fault.message);
    Finding::fejl("udgave-ulaeselig", Place::file(file), message)
        .hint("Flyt det, som dokumenterne ikke er lavet af, ud af inputs/, og prøv igen.")
}
