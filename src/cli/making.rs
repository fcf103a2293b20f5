use std::io::{self, IsTerminal};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use super::opened::Opened;
use super::program::program;
use crate::assemble::{Job, Shelf};
use crate::finding::Findings;
use crate::model::Format;
use crate::output::{Folder, Made, Maker};
use crate::template::Templates;

/// What documents of a project that was opened are made with.
pub(super) struct Making<'a, 'p> {
    pub opened: &'a Opened,
    pub shelf: &'a Shelf<'p>,
    pub templates: &'a Templates<'a>,
    pub before: Option<&'a Folder>,
}

impl Making<'_, '_> {
    /// Makes the jobs in memory, with a bar on the terminal that tells how far it has come.
    pub fn all(&self, jobs: &[Job<'_>], formats: &[Format], findings: &mut Findings) -> Vec<Made> {
        let projekt = &self.opened.records.projekt;
        let maker = Maker {
            aftale: &projekt.aftale,
            takstdag: projekt.takstdag(),
            inputs: &self.opened.inputs,
            templates: self.templates,
            shelf: self.shelf,
            before: self.before,
            program: &program(),
        };
        let bar = progress(jobs.len());
        let made = maker.all(jobs, formats, &|| bar.inc(1));
        bar.finish_and_clear();
        findings.extend(made.iter().flat_map(|made| made.findings.clone()));
        made
    }
}

/// A bar on the terminal, for as many documents.
pub(super) fn progress(jobs: usize) -> ProgressBar {
    let length = u64::try_from(jobs).unwrap_or_default();
    let bar = ProgressBar::new(length);
    if !io::stderr().is_terminal() {
        bar.set_draw_target(ProgressDrawTarget::hidden());
    }
    if let Ok(style) = ProgressStyle::with_template("Bygger {bar:40} {pos} af {len} dokumenter") {
        bar.set_style(style.progress_chars("█▉░"));
    }
    bar
}
