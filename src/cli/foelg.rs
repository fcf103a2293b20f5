use std::collections::BTreeSet;
use std::io::{self, Write};
use std::path::Path;
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use notify_debouncer_full::notify::{self, RecommendedWatcher, RecursiveMode};
use notify_debouncer_full::{
    DebounceEventResult, DebouncedEvent, Debouncer, RecommendedCache, new_debouncer,
};

use super::args::ByggeValg;
use super::{Outcome, byg, show};
use crate::finding::{Finding, Findings, Place};

/// How long files must be at rest before the documents are made: programs save in several steps.
const AT_REST: Duration = Duration::from_millis(250);

const WATCHED: [&str; 2] = ["inputs", "templates"];

/// Builds, and builds again each time inputs or templates are saved, until it is stopped.
pub(super) fn run(
    choice: &ByggeValg,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> io::Result<Outcome> {
    if !choice.projekt.projekt.join(WATCHED[0]).is_dir() {
        // There is nothing to follow, as the building tells.
        return byg::run(choice, out, err);
    }
    let (sender, saved) = channel();
    let watcher = new_debouncer(AT_REST, None, move |events: DebounceEventResult| {
        // The other end is gone when the program ends.
        let _ = sender.send(events);
    });
    let watcher = watcher.and_then(|mut watcher| {
        watch(&mut watcher, &choice.projekt.projekt)?;
        Ok(watcher)
    });
    let _watcher = match watcher {
        Ok(watcher) => watcher,
        Err(_) => return refused(err),
    };
    byg::run(choice, out, err)?;
    writeln!(out, "\nFølger inputs/ og templates/ og bygger, når der gemmes. Stop med Ctrl+C.")?;
    out.flush()?;
    rebuild(&saved, choice, out, err)
}

fn watch(
    watcher: &mut Debouncer<RecommendedWatcher, RecommendedCache>,
    project: &Path,
) -> notify::Result<()> {
    for folder in WATCHED.map(|name| project.join(name)) {
        if folder.is_dir() {
            watcher.watch(&folder, RecursiveMode::Recursive)?;
        }
    }
    Ok(())
}

fn rebuild(
    saved: &Receiver<DebounceEventResult>,
    choice: &ByggeValg,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> io::Result<Outcome> {
    for events in saved {
        // What the watching itself could not see may be a change.
        let names = events.map(|events| changed(&events, &choice.projekt.projekt));
        if names.as_ref().is_ok_and(BTreeSet::is_empty) {
            continue;
        }
        let names: Vec<String> = names.unwrap_or_default().into_iter().collect();
        writeln!(out, "\nGemt: {}", names.join(", "))?;
        byg::run(choice, out, err)?;
        out.flush()?;
    }
    Ok(Outcome::Fine)
}

/// The files that have been saved, below the project; to read a file changes nothing, and what
/// programs keep beside an open file is no input.
fn changed(events: &[DebouncedEvent], project: &Path) -> BTreeSet<String> {
    let is_beside = |name: &str| name.starts_with(['.', '~']) || name.ends_with('~');
    events
        .iter()
        .filter(|event| !event.kind.is_access())
        .flat_map(|event| &event.paths)
        .filter(|path| path.file_name().is_some_and(|name| !is_beside(&name.to_string_lossy())))
        .filter(|path| !path.is_dir())
        .map(|path| below(path, project))
        .collect()
}

fn below(path: &Path, project: &Path) -> String {
    let root = project.canonicalize().unwrap_or_else(|_| project.to_owned());
    let name = path.strip_prefix(project).or_else(|_| path.strip_prefix(&root)).unwrap_or(path);
    name.display().to_string().replace('\\', "/")
}

fn refused(err: &mut dyn Write) -> io::Result<Outcome> {
    let mut findings = Findings::new();
    findings.push(
        Finding::fejl(
            "kan-ikke-foelge",
            Place::Command,
            "Maskinen tillader ikke at følge flere mapper.",
        )
        .hint("Luk andre programmer, der følger mapper, eller kør »socialaftale byg« uden --følg."),
    );
    show::findings(&findings, err)?;
    Ok(Outcome::Failure)
}
