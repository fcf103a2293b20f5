use std::io::{self, Write};

use super::Outcome;
use super::args::ProjektValg;
use super::show;
use crate::edition::{Edition, list};
use crate::model::Modtager;
use crate::text::danish::date;

/// Shows the editions, each held against its digests, and what is wrong with those that are not
/// whole.
pub(super) fn run(
    choice: &ProjektValg,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> io::Result<Outcome> {
    let (editions, mut findings) = list(&choice.projekt);
    findings.settle();
    if editions.is_empty() {
        writeln!(out, "Der er ingen frosne udgaver. Lav en med:  socialaftale frys \"NAVN\"")?;
    } else {
        let headings =
            ["Nummer", "Navn", "Dato", "Behandlet i", "Lavet med", "Dokumenter", "Offentlige"];
        let mut table = show::table(&headings, &[5, 6]);
        table.add_rows(editions.iter().map(row));
        writeln!(out, "{table}")?;
    }
    show::findings(&findings, err)?;
    Ok(if findings.has_fejl() { Outcome::Findings } else { Outcome::Fine })
}

fn row(edition: &Edition) -> [String; 7] {
    let about = edition.about();
    let documents = |til| {
        let manifest = edition.manifest(til);
        manifest.map_or_else(|| "–".to_owned(), |made| made.dokumenter.len().to_string())
    };
    [
        about.nummer.to_string(),
        about.navn.clone(),
        date(about.dato),
        about.behandlet_i.clone(),
        about.program.clone(),
        documents(Modtager::Myndighed),
        documents(Modtager::Offentlig),
    ]
}
