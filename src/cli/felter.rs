use std::io::{self, Write};

use super::Outcome;
use super::args::FeltValg;
use super::opened::{open, unknown_document};
use super::show;
use crate::assemble::{Shelf, catalogue};
use crate::finding::Findings;
use crate::merge::Context;

/// Shows every field with its value now and where it comes from.
pub(super) fn run(
    choice: &FeltValg,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> io::Result<Outcome> {
    let mut findings = Findings::new();
    if let Some(opened) = open(&choice.projekt.projekt, &choice.visning, &mut findings) {
        let projekt = &opened.records.projekt;
        let shelf = Shelf::new(projekt);
        let jobs = catalogue(projekt, &opened.context, &shelf, &mut findings);
        match &choice.dokument {
            None => print(&opened.context, out)?,
            Some(key) => match jobs.iter().find(|job| job.key == *key) {
                Some(job) => print(&job.context, out)?,
                None => findings.push(unknown_document(key, &jobs)),
            },
        }
    }
    findings.settle();
    show::findings(&findings, err)?;
    Ok(if findings.has_fejl() { Outcome::Findings } else { Outcome::Fine })
}

fn print(context: &Context, out: &mut dyn Write) -> io::Result<()> {
    let mut table = show::table(&["Felt", "Værdi nu", "Kommer fra"], &[]);
    for field in context.fields() {
        let origin = field.origin.map_or_else(String::new, |place| place.to_string());
        table.add_row([format!("{{{{{}}}}}", field.path), field.value, origin]);
    }
    writeln!(out, "{table}")
}
