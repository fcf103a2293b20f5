use std::collections::BTreeSet;
use std::io::{self, Write};

use super::Outcome;
use super::aendringer;
use super::args::ForskelValg;
use super::compared::{Compared, compared};
use super::making::Making;
use super::opened::{mask_pair, own_templates, typed};
use super::show;
use super::unreadable::unreadable;
use crate::assemble::Shelf;
use crate::changes::{Changes, Pair, Side, compare, document};
use crate::finding::Findings;
use crate::model::Modtager;
use crate::output::{Folder, Manifest, reader_folder};
use crate::template::Templates;

/// What changed, and where it is told of; nowhere when nothing did.
struct Told {
    title: String,
    changes: Changes,
    files: Vec<String>,
}

/// Tells what changed between two editions, or since one, on the terminal and in a document.
pub(super) fn run(
    choice: &ForskelValg,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> io::Result<Outcome> {
    let mut findings = Findings::new();
    let told = tell(choice, &mut findings);
    findings.settle();
    show::findings(&findings, err)?;
    match told {
        Ok(told) => {
            writeln!(out, "{}\n", told.title)?;
            aendringer::print(&told.changes, out)?;
            for file in &told.files {
                writeln!(out, "Skrevet i {file}")?;
            }
            Ok(Outcome::Fine)
        }
        Err(outcome) => {
            writeln!(err, "Intet er skrevet.")?;
            Ok(outcome)
        }
    }
}

fn tell(choice: &ForskelValg, findings: &mut Findings) -> Result<Told, Outcome> {
    let (mut old, mut new) = compared(choice, findings)?;
    let til = choice.modtager.til();
    if til == Modtager::Offentlig {
        mask_pair(&mut old.opened, &mut new.opened, &old.name, findings);
    }
    // What is wrong with an edition that was frozen has been told or was let pass then.
    let mut filled = Findings::new();
    let before = Side::new(&old.opened.records.projekt, &old.opened.context, &mut filled);
    findings.extend(old.edition.as_ref().and_then(|edition| unreadable(edition, &filled)));
    let after = Side::new(&new.opened.records.projekt, &new.opened.context, findings);
    if findings.has_fejl() {
        return Err(Outcome::Findings);
    }
    for (opened, side) in [(&old.opened, &before), (&new.opened, &after)] {
        findings.extend(typed(opened, side.jobs()));
    }
    let changes = compare(&before, &after);
    let title = format!("Ændringer siden {}", old.name);
    if changes.is_empty() {
        return Ok(Told { title, changes, files: Vec::new() });
    }
    let files = write(choice, &changes, (&old, &before), (&new, &after), findings)?;
    Ok(Told { title, changes, files })
}

fn write(
    choice: &ForskelValg,
    changes: &Changes,
    (old, before): (&Compared, &Side<'_>),
    (new, after): (&Compared, &Side<'_>),
    findings: &mut Findings,
) -> Result<Vec<String>, Outcome> {
    let named = choice.ny.is_some().then_some(new.name.as_str());
    let pair = Pair { old: &old.name, new: named, old_slug: &old.slug, new_slug: &new.slug };
    let (job, texts) = document(changes, &pair, (before, after), &new.opened.context);
    let name = folder_name(choice.modtager.til());
    let failed = |faults: Findings, findings: &mut Findings| {
        findings.extend(faults);
        Outcome::Failure
    };
    let folder = Folder::open(&choice.projekt.projekt, &name)
        .map_err(|finding| failed(finding.into(), findings))?;
    let shelf = Shelf::new(&new.opened.records.projekt).with(texts);
    // An edition's own templates may be older than the template of the list.
    let own = own_templates(&choice.projekt.projekt, findings);
    let templates = Templates::new(&own);
    let making =
        Making { opened: &new.opened, shelf: &shelf, templates: &templates, before: Some(&folder) };
    let made = making.all(&[job], &choice.format.formats(), findings);
    if findings.has_fejl() {
        return Err(Outcome::Findings);
    }
    let earlier = folder.manifest().dokumenter.iter().map(|entry| entry.noegle.clone());
    let own = made.iter().map(|made| made.entry.noegle.clone());
    let known: BTreeSet<String> = earlier.chain(own).collect();
    let known: Vec<String> = known.into_iter().collect();
    let aftale = &new.opened.records.projekt.aftale;
    let manifest = Manifest::of(aftale, &made, folder.manifest(), &known);
    folder.write(&made, None, &manifest).map_err(|faults| failed(faults, findings))?;
    let files = made.iter().flat_map(|made| &made.entry.filer);
    Ok(files.map(|file| format!("{name}/{}", file.fil)).collect())
}

/// Beside the documents, so that no run that makes these takes the lists for left over.
fn folder_name(til: Modtager) -> String {
    format!("{}/forskel", reader_folder(til))
}
