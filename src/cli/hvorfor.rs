use std::io::{self, Write};

use crate::output::{Made, Reason};
use crate::text::danish::{counted, list};

/// So much of what a file has changed is named.
const NAMED: usize = 3;

/// So many documents are named of those that were made for the same reasons.
const DOCUMENTS: usize = 5;

/// Tells why documents were made again; those with the same reasons are told of together.
pub(super) fn tell(again: &[&Made], out: &mut dyn Write) -> io::Result<()> {
    let mut groups: Vec<(Vec<String>, Vec<&str>)> = Vec::new();
    for made in again {
        let (why, key) = (clauses(&made.why), made.entry.noegle.as_str());
        match groups.iter_mut().find(|(known, _)| *known == why) {
            Some((_, keys)) => keys.push(key),
            None => groups.push((why, vec![key])),
        }
    }
    if let [(why, _)] = groups.as_slice()
        && let [why] = why.as_slice()
    {
        return writeln!(out, "Lavet, fordi {why}.");
    }
    writeln!(out, "Lavet, fordi:")?;
    groups.iter().try_for_each(|(why, keys)| writeln!(out, "  {}: {}", named(keys), why.join("; ")))
}

/// The reasons, those of the same files as one.
fn clauses(why: &[Reason]) -> Vec<String> {
    let mut changed: Vec<(&[String], Vec<&str>)> = Vec::new();
    let mut clauses = Vec::new();
    for reason in why {
        match reason {
            Reason::Said(words) => clauses.push(words.clone()),
            Reason::Changed { files, what } => {
                match changed.iter_mut().find(|(known, _)| known == files) {
                    Some((_, all)) => all.push(what),
                    None => changed.push((files, vec![what])),
                }
            }
        }
    }
    clauses.extend(changed.into_iter().map(|(files, what)| clause(files, &what)));
    clauses
}

fn clause(files: &[String], what: &[&str]) -> String {
    let what = match what.split_at_checked(NAMED) {
        Some((first, more)) if !more.is_empty() => {
            format!("{} og {} til", first.join(", "), more.len())
        }
        _ => list(what),
    };
    match files {
        [] => format!("{what} er ændret"),
        files => format!("{} er ændret ({what})", list(files)),
    }
}

fn named(keys: &[&str]) -> String {
    match keys.split_at_checked(DOCUMENTS - 1) {
        Some((first, more)) if more.len() > 1 => {
            format!("{} og {}", first.join(", "), counted(more.len(), "andet", "andre"))
        }
        _ => list(keys),
    }
}
