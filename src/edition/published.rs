use std::path::Path;

use super::about::About;
use super::checksums::{CHECKSUMS, checksums};
use super::contents::json;
use super::published_readme::published_readme;
use super::readme::{README, head};
use crate::finding::{Finding, Findings, Place};
use crate::input::Files;
use crate::model::{Gruppenavn, Modtager, Offentliggjort};
use crate::output::{Entry, MANIFEST, Made, Manifest, TABELLER};

/// Where the files that a final edition publishes stand.
pub const PUBLISHED: &str = "output/endelig";

/// The files that a final edition publishes, a folder for each reader.
#[derive(Debug, Clone, Default)]
pub struct Published(Files);

impl Published {
    /// Adds the documents that a reader is given, with a list of them and their checksums.
    pub fn add(
        &mut self,
        til: Modtager,
        about: &About,
        made: &[Made],
        tabeller: Option<&Offentliggjort>,
        manifest: &Manifest,
    ) {
        let folder = folder(til);
        let given = |entry: &Entry| groups(til).iter().any(|group| group.name() == entry.gruppe);
        for file in made.iter().filter(|made| given(&made.entry)).flat_map(|made| &made.files) {
            self.0.insert(format!("{folder}/{}", file.name), file.bytes.as_slice());
        }
        let entries = manifest.dokumenter.iter().filter(|entry| given(entry));
        let manifest = Manifest { dokumenter: entries.cloned().collect(), ..manifest.clone() };
        let readme = published_readme(til, about, &manifest);
        self.0.insert(format!("{folder}/{README}"), readme);
        self.0.insert(format!("{folder}/{MANIFEST}"), json(&manifest));
        if let Some(tabeller) = tabeller {
            self.0.insert(format!("{folder}/{TABELLER}"), json(tabeller));
        }
        let sums = checksums(self.of(til));
        self.0.insert(format!("{folder}/{CHECKSUMS}"), sums);
    }

    /// What stands where the files are to be, unless a run of the same edition that was killed has
    /// put it there.
    pub fn in_the_way(project: &Path, about: &About) -> Option<Finding> {
        let there = Files::load(project, PUBLISHED, &mut Findings::new());
        there.names().next()?;
        let readme = there.get(&format!("{}/{README}", folder(Modtager::Myndighed)));
        if readme.is_some_and(|words| words.starts_with(head(about).as_bytes())) {
            return None;
        }
        let message = "Her ligger en anden endelig udgave, og den bliver aldrig erstattet.";
        let finding = Finding::fejl("endelig-findes", Place::file(PUBLISHED), message);
        Some(
            finding
                .hint("Flyt eller omdøb mappen, og kør igen. Udgaven selv er i inputs/udgaver/."),
        )
    }

    /// All of them, by path below the project.
    pub fn files(&self) -> &Files {
        &self.0
    }

    /// What a reader is given, by file name.
    pub fn of(&self, til: Modtager) -> impl Iterator<Item = (&str, &[u8])> {
        let folder = folder(til);
        self.0.under(folder).map(|(path, bytes)| (&path[folder.len() + 1..], bytes))
    }
}

/// The folder that a reader is given.
pub(super) fn folder(til: Modtager) -> &'static str {
    match til {
        Modtager::Myndighed => "output/endelig/myndighed",
        Modtager::Offentlig => "output/endelig/offentlig",
    }
}

/// Which documents a reader is given: the cases are the councils' own, and what else is made stays
/// with the secretariat.
pub(super) fn groups(til: Modtager) -> &'static [Gruppenavn] {
    match til {
        Modtager::Myndighed => &[Gruppenavn::Aftale, Gruppenavn::Bilag, Gruppenavn::Sager],
        Modtager::Offentlig => &[Gruppenavn::Aftale, Gruppenavn::Bilag],
    }
}
