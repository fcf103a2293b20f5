use std::io::{self, Write};
use std::path::Path;

use chrono::NaiveDate;

use super::Outcome;
use super::args::{ForskelValg, is_word};
use super::show;
use crate::finding::{Finding, Findings, Place};
use crate::input::read_file;
use crate::output::write_apart;
use crate::redline::{Author, Redline, Summary, Version, redline, saved_by};
use crate::text::danish::{counted, list};

/// Compares two Word files and writes what has changed as tracked changes.
pub(super) fn run(
    choice: &ForskelValg,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> io::Result<Outcome> {
    let compared = match compare(choice) {
        Ok(compared) => compared,
        Err((outcome, findings)) => {
            show::findings(&findings, err)?;
            return Ok(outcome);
        }
    };
    show::findings(&compared.findings, err)?;
    let is_any = !lines(&compared.summary).is_empty() || !compared.untracked.is_empty();
    let output = choice.output.as_ref().filter(|_| is_any);
    let written = output.map(|path| (path, write_apart(path, &compared.bytes)));
    tell(&compared, choice.ny.as_deref().unwrap_or_default(), out)?;
    match written {
        Some((_, Err(finding))) => {
            show::findings(&finding.into(), err)?;
            return Ok(Outcome::Usage);
        }
        Some((path, Ok(()))) => writeln!(out, "Rettelserne er skrevet: {}", path.display())?,
        None if choice.output.is_some() => writeln!(out, "Ingen fil er skrevet.")?,
        None => {}
    }
    Ok(Outcome::Fine)
}

/// The two files compared; or how the run ends, and what is wrong.
fn compare(choice: &ForskelValg) -> Result<Redline, (Outcome, Findings)> {
    let mut findings = Findings::new();
    let (Some(old_name), Some(new_name)) = (&choice.gammel, &choice.ny) else {
        return Err((Outcome::Usage, one_file().into()));
    };
    findings.extend([old_name, new_name].into_iter().filter(|name| !is_word(name)).map(no_word));
    findings.extend(choice.modtager.til.is_some().then(for_a_reader));
    findings.extend(choice.output.as_ref().and_then(|path| unfit(path, new_name)));
    if !findings.is_empty() {
        return Err((Outcome::Usage, findings));
    }
    let mut read =
        |path: &str| read_file(Path::new(path)).map_err(|finding| findings.push(finding)).ok();
    let (Some(old), Some(new)) = (read(old_name), read(new_name)) else {
        return Err((Outcome::Findings, findings));
    };
    let (name, date) = saved_by(&new);
    let by = choice.forfatter.clone().or(name).zip(choice.dato.or(date));
    let old = Version { name: old_name, bytes: &old };
    let new = Version { name: new_name, bytes: &new };
    let Some((name, date)) = by else { return Err(without_author(&old, &new)) };
    redline(&old, &new, &Author { name, date }).map_err(|found| (Outcome::Findings, found))
}

fn one_file() -> Finding {
    Finding::fejl("kommandolinje", Place::Command, "Der skal to Word-filer til en sammenligning.")
        .hint("Skriv den gamle og den nye: socialaftale forskel gammel.docx ny.docx -o rettelser.docx.")
}

/// Something that is no Word file, named beside one that is.
fn no_word(name: &String) -> Finding {
    let message = format!("»{name}« er ikke en Word-fil.");
    Finding::fejl("kommandolinje", Place::Command, message).hint(
        "Sammenlign to Word-filer eller to udgaver. En udgaves Word-filer får du med »socialaftale \
         byg --udgave NUMMER«.",
    )
}

/// Nothing is hidden in files that somebody else may have written.
fn for_a_reader() -> Finding {
    let message = "»--til« kan ikke bruges, når to Word-filer bliver sammenlignet.";
    Finding::fejl("kommandolinje", Place::Command, message).hint(
        "Rettelserne viser alt, hvad der står i filerne, også små tal. Rettelser til offentligheden \
         får du med »socialaftale byg --rettelser UDGAVE --til offentlig«.",
    )
}

/// A name that the redline cannot have: Word wants the ending of the new file, whose kind it is of.
fn unfit(path: &Path, new: &str) -> Option<Finding> {
    let ending = |path: &Path| path.extension().unwrap_or_default().to_ascii_lowercase();
    let wanted = ending(Path::new(new));
    if !is_word(new) || ending(path) == wanted {
        return None;
    }
    let message = format!("Rettelserne bliver en Word-fil og kan ikke hedde »{}«.", path.display());
    let finding = Finding::fejl("kommandolinje", Place::Command, message);
    let wanted = wanted.display();
    Some(finding.hint(format!(
        "Giv filen et navn, der ender på .{wanted} som den nye fil, fx -o rettelser.{wanted}."
    )))
}

/// That nobody is named; but if a file cannot be read, that is what is wrong.
fn without_author(old: &Version<'_>, new: &Version<'_>) -> (Outcome, Findings) {
    let anybody = Author { name: String::new(), date: NaiveDate::default() };
    match redline(old, new, &anybody) {
        Err(findings) => (Outcome::Findings, findings),
        Ok(_) => (Outcome::Usage, nobody().into()),
    }
}

fn nobody() -> Finding {
    let message = "Den nye fil siger ikke, hvem der har gemt den, og hvornår.";
    Finding::fejl("kommandolinje", Place::Command, message).hint(
        "Skriv, hvem rettelserne er af, og fra hvilken dag: --forfatter \"Sekretariatet\" --dato 2020-11-30.",
    )
}

fn tell(compared: &Redline, new: &str, out: &mut dyn Write) -> io::Result<()> {
    let lines = lines(&compared.summary);
    if lines.is_empty() {
        writeln!(out, "Der er ingen ændringer at vise som rettelser.")?;
    }
    lines.iter().try_for_each(|line| writeln!(out, "{line}"))?;
    if !compared.untracked.is_empty() {
        let apart = list(&compared.untracked);
        writeln!(out, "Kan ikke vises som rettelser og er som i {new}: {apart}.")?;
    }
    Ok(())
}

fn lines(summary: &Summary) -> Vec<String> {
    let places = |count| counted(count, "sted", "steder");
    let rows = |count| counted(count, "række", "rækker");
    let kinds = [
        (summary.inserted, "Indsat", places(summary.inserted)),
        (summary.deleted, "Slettet", places(summary.deleted)),
        (summary.moved, "Flyttet", counted(summary.moved, "afsnit", "afsnit")),
        (summary.inserted_rows, "Indsat i tabeller", rows(summary.inserted_rows)),
        (summary.deleted_rows, "Slettet i tabeller", rows(summary.deleted_rows)),
        (summary.formats, "Formatering ændret", places(summary.formats)),
    ];
    let told = kinds.into_iter().filter(|(count, ..)| *count > 0);
    told.map(|(_, what, count)| format!("{what}: {count}")).collect()
}
