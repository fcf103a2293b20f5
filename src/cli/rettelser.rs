use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Write};
use std::path::Path;

use super::Outcome;
use super::args::ByggeValg;
use super::byg::{chosen, is_chosen, left_over};
use super::compared::{frozen, now};
use super::making::progress;
use super::opened::{Opened, edition, mask_pair, typed};
use super::show;
use super::unreadable::unreadable;
use crate::assemble::{Job, Shelf, catalogue};
use crate::edition::Edition;
use crate::finding::Findings;
use crate::model::{Format, Modtager};
use crate::output::{
    Became, EditionSide, Lock, NamedFile, Redlined, Redliner, place_files, reader_folder,
};
use crate::redline::Author;
use crate::template::Templates;
use crate::text::danish::{counted, date, list};

/// Makes redlines of the documents as they are now, against an edition that was frozen.
pub(super) fn run(
    wanted: &str,
    choice: &ByggeValg,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> io::Result<Outcome> {
    let mut findings = Findings::new();
    let made = make(wanted, choice, &mut findings);
    findings.settle();
    show::findings(&findings, err)?;
    match made {
        Ok(redlined) => report(&redlined, &folder(choice), out).map(|()| Outcome::Fine),
        Err(outcome) => {
            writeln!(err, "Intet er skrevet.")?;
            Ok(outcome)
        }
    }
}

fn make(
    wanted: &str,
    choice: &ByggeValg,
    findings: &mut Findings,
) -> Result<Vec<Redlined>, Outcome> {
    let project = &choice.projekt.projekt;
    let edition = edition(project, wanted, findings)?;
    let (old, new) = both(&edition, choice, findings)?;
    let redlined = compared(&edition, &old, &new, choice, findings)?;
    findings.extend(redlined.iter().flat_map(|one| one.findings.clone()));
    if findings.has_fejl() {
        return Err(Outcome::Findings);
    }
    let failed = |faults: Findings, findings: &mut Findings| {
        findings.extend(faults);
        Outcome::Failure
    };
    let _lock = Lock::take(project).map_err(|finding| failed(finding.into(), findings))?;
    let files: Vec<NamedFile> = redlined.iter().flat_map(files).cloned().collect();
    let folder = folder(choice);
    place_files(&project.join(&folder), &files).map_err(|faults| failed(faults, findings))?;
    findings.extend(redlined.iter().flat_map(|one| stale(project, &folder, one)));
    Ok(redlined)
}

/// The redlines that an earlier run made of a document that has none any more.
fn stale(project: &Path, folder: &str, redlined: &Redlined) -> Findings {
    let mut findings = Findings::new();
    if matches!(redlined.became, Became::Unchanged | Became::New | Became::Gone) {
        let names =
            [Format::Pdf, Format::Docx].map(|one| format!("{}.{}", redlined.stem, one.extension()));
        let there = names.iter().filter(|name| project.join(folder).join(name).exists());
        findings.extend(there.map(|name| left_over(folder, name)));
    }
    findings
}

/// Both editions as their reader may see them: what either hides is hidden in both.
fn both(
    edition: &Edition,
    choice: &ByggeValg,
    findings: &mut Findings,
) -> Result<(Opened, Opened), Outcome> {
    let pair = frozen(edition, findings).zip(now(&choice.projekt.projekt, findings));
    let Some((mut old, mut new)) = pair.filter(|_| !findings.has_fejl()) else {
        return Err(Outcome::Findings);
    };
    if choice.visning.modtager.til() == Modtager::Offentlig {
        mask_pair(&mut old.opened, &mut new.opened, &old.name, findings);
    }
    if findings.has_fejl() { Err(Outcome::Findings) } else { Ok((old.opened, new.opened)) }
}

fn compared(
    edition: &Edition,
    old: &Opened,
    new: &Opened,
    choice: &ByggeValg,
    findings: &mut Findings,
) -> Result<Vec<Redlined>, Outcome> {
    let (before, after) = (&old.records.projekt, &new.records.projekt);
    let (old_shelf, new_shelf) = (Shelf::new(before), Shelf::new(after));
    let mut faults = Findings::new();
    let mut old_jobs = catalogue(before, &old.context, &old_shelf, &mut faults);
    findings.extend(unreadable(edition, &faults));
    let new_jobs = catalogue(after, &new.context, &new_shelf, findings);
    if findings.has_fejl() {
        return Err(Outcome::Findings);
    }
    let known: BTreeSet<String> = new_jobs.iter().map(|job| job.key.clone()).collect();
    let new_jobs = chosen(new_jobs, choice, findings);
    if findings.has_fejl() {
        return Err(Outcome::Usage);
    }
    // A document that is not asked for is not one that is gone.
    let is_asked = |job: &Job<'_>| new_jobs.iter().any(|new| new.key == job.key);
    old_jobs.retain(|job| is_asked(job) || !known.contains(&job.key) && is_chosen(job, choice));
    findings.extend(typed(old, &old_jobs));
    findings.extend(typed(new, &new_jobs));
    let about = edition.about();
    let called = format!("Udgave {}: {}, {}", about.nummer, about.navn, date(about.dato));
    let now = &after.aftale.udgave;
    let called_now = format!("{}, {}", now.betegnelse, date(now.dato));
    let templates = Templates::new(&new.templates);
    let til = choice.visning.modtager.til();
    let manifest = edition.manifest(til).unwrap_or_default();
    let made: BTreeMap<&str, &[u8]> = edition.made(til).into_iter().collect();
    // What the public had is masked anew together with what it gets now.
    let kept = |key: &str| {
        let entry = manifest.dokumenter.iter().find(|entry| entry.noegle == key)?;
        let word = entry.filer.iter().find(|file| file.format == Format::Docx.extension())?;
        let bytes = made.get(word.fil.as_str()).filter(|_| til == Modtager::Myndighed)?;
        Some((word.fil.clone(), bytes.to_vec()))
    };
    let redliner = Redliner {
        templates: &templates,
        kept: &kept,
        by: Author { name: after.aftale.udgiver.clone(), date: now.dato },
        formats: &choice.format.formats(),
        old: EditionSide { aftale: &before.aftale, jobs: &old_jobs, shelf: &old_shelf, called },
        new: EditionSide {
            aftale: &after.aftale,
            jobs: &new_jobs,
            shelf: &new_shelf,
            called: called_now,
        },
        suffix: &format!("rettelser-siden-{}", about.nummer),
    };
    let bar = progress(new_jobs.len());
    let redlined = redliner.all(&|| bar.inc(1));
    bar.finish_and_clear();
    Ok(redlined)
}

/// Beside the documents of the same reader.
fn folder(choice: &ByggeValg) -> String {
    format!("{}/rettelser", reader_folder(choice.visning.modtager.til()))
}

fn files(redlined: &Redlined) -> &[NamedFile] {
    match &redlined.became {
        Became::Changed { files, .. } => files,
        _ => &[],
    }
}

fn report(redlined: &[Redlined], folder: &str, out: &mut dyn Write) -> io::Result<()> {
    let mut table = show::table(&["Dokument", "Rettelser", "Sider"], &[2]);
    for one in redlined {
        if let Became::Changed { files, pages } = &one.became {
            let names: Vec<&str> = files.iter().map(|(name, _)| name.as_str()).collect();
            table.add_row([
                one.key.clone(),
                names.join("\n"),
                pages.map_or_else(|| "–".to_owned(), |pages| pages.to_string()),
            ]);
        }
    }
    let changed = redlined.iter().filter(|one| !files(one).is_empty()).count();
    if changed > 0 {
        writeln!(out, "{table}")?;
    }
    let keys = |became: &Became| -> Vec<&str> {
        let such = redlined.iter().filter(|one| one.became == *became);
        such.map(|one| one.key.as_str()).collect()
    };
    let others = [
        ("Nye dokumenter, som udgaven ikke har", keys(&Became::New)),
        ("Dokumenter, som kun udgaven har", keys(&Became::Gone)),
        ("Laves ikke i det format og er ikke sammenlignet", keys(&Became::NotMade)),
        ("Kunne ikke sammenlignes, se ovenfor", keys(&Became::Unknown)),
        ("Ingen ændringer", keys(&Became::Unchanged)),
    ];
    for (what, keys) in others.iter().filter(|(_, keys)| !keys.is_empty()) {
        writeln!(out, "{what}: {}.", list(keys))?;
    }
    writeln!(out, "{} med rettelser i {folder}/.", counted(changed, "dokument", "dokumenter"))
}
