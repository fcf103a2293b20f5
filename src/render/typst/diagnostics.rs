use typst::World;
use typst::WorldExt;
use typst::diag::{Severity, SourceDiagnostic};

use super::world::Virtual;
use crate::finding::{Finding, Place};

/// Turns what Typst says into findings.
pub(super) struct Diagnosis<'a> {
    pub world: &'a Virtual,
    pub template: &'a str,
}

impl Diagnosis<'_> {
    pub fn finding(&self, diagnostic: &SourceDiagnostic) -> Finding {
        let message = match diagnostic.severity {
            Severity::Error => format!("Siderne kan ikke sættes: {}.", diagnostic.message),
            Severity::Warning => format!("Typst advarer: {}.", diagnostic.message),
        };
        let finding = Finding::fejl("typst", self.place(diagnostic), message);
        match diagnostic.hints.first() {
            Some(hint) => finding.hint(format!("{}.", hint.v)),
            None => finding.hint("Se efter i skabelonen; fejlteksten er Typsts egen."),
        }
    }

    fn place(&self, diagnostic: &SourceDiagnostic) -> Place {
        let found = diagnostic.span.id().and_then(|id| {
            let range = self.world.range(diagnostic.span)?;
            let source = self.world.source(id).ok()?;
            let (line, column) = source.lines().byte_to_line_column(range.start)?;
            Some((Virtual::path(id), line + 1, column + 1))
        });
        match found {
            Some((path, line, column)) => {
                let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
                let file = if path == "main.typ" {
                    format!("{} (flettet)", self.template)
                } else {
                    format!("templates/typst/{path}")
                };
                Place::line(file, count(line), count(column))
            }
            None => Place::file(self.template),
        }
    }
}
