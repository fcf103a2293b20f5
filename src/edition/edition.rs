use super::ABOUT;
use super::about::About;
use super::contents::{INPUTS, TEMPLATES};
use super::damaged::damaged;
use super::found::Kept;
use crate::finding::Finding;
use crate::input::Files;
use crate::model::Modtager;
use crate::output::{MANIFEST, Manifest, TABELLER, digest, reader_folder};
use crate::package::{Limits, Package};

/// A frozen edition, whole and as it was written.
#[derive(Debug, Clone)]
pub struct Edition {
    file: String,
    about: About,
    package: Package,
}

impl Edition {
    /// Unpacks an edition and holds every part against its digest.
    pub(super) fn read(kept: &Kept<'_>) -> Result<Self, Finding> {
        let package = Package::read_any(kept.bytes, kept.file, &Limits::EDITION)
            .map_err(|_| damaged(kept.file, "filen er afkortet eller beskadiget"))?;
        match broken(&package, &kept.about) {
            Some(what) => Err(damaged(kept.file, &what)),
            None => Ok(Self { file: kept.file.to_owned(), about: kept.about.clone(), package }),
        }
    }

    /// What the edition says of itself.
    pub fn about(&self) -> &About {
        &self.about
    }

    /// The path of its file below the project.
    pub fn file(&self) -> &str {
        &self.file
    }

    /// Everything that it holds, by path.
    pub fn files(&self) -> impl Iterator<Item = (&str, &[u8])> {
        self.package.names().filter_map(|name| Some((name, self.package.part(name)?)))
    }

    /// All that was made for a reader, by file name; nothing if it was not.
    pub fn made(&self, til: Modtager) -> Vec<(&str, &[u8])> {
        let folder = reader_folder(til);
        let in_folder = |name: &str| name.rsplit_once('/').is_some_and(|(at, _)| at == folder);
        let made = self.files().filter(|(name, _)| in_folder(name));
        made.map(|(name, bytes)| (&name[folder.len() + 1..], bytes)).collect()
    }

    /// The documents that were made for a reader, by file name.
    pub fn documents(&self, til: Modtager) -> Vec<(&str, &[u8])> {
        let mut made = self.made(til);
        made.retain(|(name, _)| ![MANIFEST, TABELLER].contains(name));
        made
    }

    /// What the documents for a reader were made of.
    pub fn manifest(&self, til: Modtager) -> Option<Manifest> {
        let manifest = self.package.part(&format!("{}/{MANIFEST}", reader_folder(til)))?;
        serde_json::from_slice(manifest).ok()
    }

    /// The inputs as they were, to be read as a project's.
    pub fn inputs(&self) -> Files {
        self.below(INPUTS)
    }

    /// The templates that the documents were made with.
    pub fn templates(&self) -> Files {
        self.below(TEMPLATES)
    }

    fn below(&self, root: &str) -> Files {
        let mut files = Files::new();
        for (name, bytes) in self.files().filter(|(name, _)| name.split('/').next() == Some(root)) {
            files.insert(name, bytes);
        }
        files
    }
}

/// What is not as it was written, if anything is.
fn broken(package: &Package, about: &About) -> Option<String> {
    let is_listed = |name: &str| about.filer.iter().any(|listed| listed.fil == name);
    let altered = about.filer.iter().find_map(|listed| match package.part(&listed.fil) {
        None => Some(format!("»{}« mangler i filen", listed.fil)),
        Some(bytes) if digest(bytes) == listed.sha256 => None,
        Some(_) => Some(format!("»{}« er ikke, som da udgaven blev frosset", listed.fil)),
    });
    altered.or_else(|| {
        let added = package.names().find(|name| *name != ABOUT && !is_listed(name))?;
        Some(format!("»{added}« er lagt i filen siden"))
    })
}
