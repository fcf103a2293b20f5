use std::path::Path;

use super::about::{About, FORMAT};
use super::damaged::{damaged, too_new, twice};
use super::{ABOUT, ENDING, FOLDER};
use crate::finding::{Finding, Findings};
use crate::input::Files;
use crate::package::{Limits, Package};

/// The files of a project's editions, still packed.
pub(super) struct Found {
    files: Files,
    names: Vec<String>,
}

/// An edition's file and what it says of itself.
pub(super) struct Kept<'f> {
    pub file: &'f str,
    pub bytes: &'f [u8],
    pub about: About,
}

impl Found {
    pub fn in_project(project: &Path, findings: &mut Findings) -> Self {
        let has_any = project.join(FOLDER).is_dir();
        let files = if has_any { Files::load(project, FOLDER, findings) } else { Files::new() };
        let mut names = Files::list(project, FOLDER);
        names.retain(|name| name.ends_with(ENDING));
        Self { files, names }
    }

    /// The paths of all files that editions are kept in, also of those that cannot be read.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.names.iter().map(String::as_str)
    }

    /// The editions in the order of their numbers; only what they say of themselves is unpacked.
    pub fn kept(&self, findings: &mut Findings) -> Vec<Kept<'_>> {
        let mut kept: Vec<Kept<'_>> = Vec::new();
        for (file, bytes) in self.files.under(FOLDER).filter(|(file, _)| file.ends_with(ENDING)) {
            match about(file, bytes) {
                Ok(about) => match kept.iter().find(|other| other.about.nummer == about.nummer) {
                    Some(other) => {
                        findings.push(twice(file, other.file, &about.nummer.to_string()));
                    }
                    None => kept.push(Kept { file, bytes, about }),
                },
                Err(finding) => findings.push(finding),
            }
        }
        kept.sort_by(|a, b| a.about.nummer.cmp(&b.about.nummer));
        kept
    }
}

fn about(file: &str, bytes: &[u8]) -> Result<About, Finding> {
    let part = Package::read_part(bytes, file, ABOUT, &Limits::EDITION)
        .map_err(|_| damaged(file, "filen er afkortet eller beskadiget"))?
        .ok_or_else(|| damaged(file, &format!("filen rummer ingen {ABOUT}")))?;
    let unreadable = || damaged(file, &format!("filens {ABOUT} kan ikke læses"));
    let read: serde_json::Value = serde_json::from_slice(&part).map_err(|_| unreadable())?;
    if read["format"].as_u64().is_some_and(|format| format > FORMAT.into()) {
        return Err(too_new(file, read["program"].as_str().unwrap_or("ukendt version")));
    }
    serde_json::from_value(read).map_err(|_| unreadable())
}
