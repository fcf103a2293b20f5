use std::collections::BTreeSet;

use super::digest::digest;
use super::folder::Folder;
use super::make::{Maker, file_name, told_as_a_whole};
use super::manifest::Entry;
use super::openings::Openings;
use super::reason::Reason;
use super::used::Used;
use super::why::{Present, why};
use crate::assemble::{Job, Shelf};
use crate::model::Format;

/// A document as an earlier run left it.
pub(super) struct Standing<'a, 'b, 'p> {
    pub maker: &'a Maker<'b, 'p>,
    pub job: &'a Job<'a>,
    pub openings: &'a Openings<'a>,
    pub shelf: &'a Shelf<'p>,
}

impl Standing<'_, '_, '_> {
    /// What the manifest says of the document if it would be made the same again in all of some
    /// formats, else why it must be made.
    pub fn look(&self, formats: &[Format]) -> Result<Entry, Vec<Reason>> {
        let because = |reason: &str| Err(vec![Reason::said(reason)]);
        let Some(before) = self.maker.before else {
            return because("alt laves igen");
        };
        let mut listed = before.manifest().dokumenter.iter();
        let Some(entry) = listed.find(|entry| entry.noegle == self.job.key) else {
            return because("dokumentet er nyt");
        };
        let mut entry = entry.clone();
        if !entry.fund.is_empty() {
            // What was found is told in every run.
            return because("der var fund i det");
        }
        let mut reasons = Vec::new();
        let mut used = BTreeSet::new();
        for format in formats {
            match self.format(before, &entry, *format) {
                Ok(more) => used.extend(more),
                Err(more) => reasons.extend(more),
            }
        }
        if !reasons.is_empty() {
            reasons
                .iter_mut()
                .for_each(|one| one.name_changed(|file| self.is_changed(&entry, file)));
            let mut seen = BTreeSet::new();
            reasons.retain(|reason| seen.insert(reason.clone()));
            return Err(reasons);
        }
        self.maker.draw(&mut entry, &used, self.job, self.shelf);
        entry.filer.retain(|file| formats.iter().any(|format| format.extension() == file.format));
        Ok(entry)
    }

    /// Whether an input is another than when the document was made.
    fn is_changed(&self, entry: &Entry, file: &str) -> bool {
        let now = self.maker.inputs.get(file).map(digest);
        let before = entry.inputs.iter().find(|input| input.fil == file);
        before.map(|input| &input.sha256) != now.as_ref()
    }

    /// What a file that stands was made from, or why it must be made.
    fn format(
        &self,
        before: &Folder,
        entry: &Entry,
        format: Format,
    ) -> Result<BTreeSet<Used>, Vec<Reason>> {
        let name = file_name(self.job, format);
        let told = entry.filer.iter().find(|file| file.fil == name);
        let (Some(basis), Some(told)) = (before.bases().get(&name), told) else {
            return Err(vec![Reason::said(format!("{name} er ny"))]);
        };
        let stands = before.read(&name).is_some_and(|bytes| digest(&bytes) == basis.sha256);
        if !stands || told.sha256 != basis.sha256 {
            return Err(vec![Reason::said(format!("{name} mangler eller er rettet i hånden"))]);
        }
        let Some(skabeloner) = self.openings.sources(&self.job.templates, format) else {
            return Err(vec![Reason::said("skabelonen mangler")]);
        };
        let present = Present {
            program: self.maker.program,
            dokument: &told_as_a_whole(self.job, self.maker.aftale),
            skabeloner: &skabeloner,
            context: &self.job.context,
            shelf: self.shelf,
        };
        let reasons = why(basis, &present);
        if reasons.is_empty() {
            Ok(basis.brugt.iter().map(|(used, _)| used.clone()).collect())
        } else {
            Err(reasons)
        }
    }
}
