use std::io::{self, Write};

use super::marked_lines::marked_lines;
use crate::changes::{Changes, Difference, Fate, Section, Thing};
use crate::text::danish::counted;

/// A value up to this many letters stands on one line with what it became.
const SHORT: usize = 40;

/// Shows changes subject by subject; what was deleted is [-so-], and what was inserted {+so+}.
pub(super) fn print(changes: &Changes, out: &mut dyn Write) -> io::Result<()> {
    if changes.is_empty() {
        return writeln!(out, "Ingen ændringer.");
    }
    for topic in &changes.topics {
        writeln!(out, "{}", topic.emne.title())?;
        topic.things.iter().try_for_each(|one| thing(one, out))?;
        writeln!(out)?;
    }
    if !changes.sections.is_empty() {
        writeln!(out, "Tekster")?;
        changes.sections.iter().try_for_each(|one| section(one, out))?;
    }
    writeln!(out, "{}.", counted(changes.count(), "ændring", "ændringer"))
}

fn thing(thing: &Thing, out: &mut dyn Write) -> io::Result<()> {
    let fate = match thing.fate {
        Fate::New => " (nyt)",
        Fate::Gone => " (udgået)",
        Fate::Changed => "",
    };
    writeln!(out, "  {}{fate}", thing.name)?;
    thing.differences.iter().try_for_each(|one| difference(one, thing.fate, out))
}

fn difference(one: &Difference, fate: Fate, out: &mut dyn Write) -> io::Result<()> {
    let answered = if one.is_answered() { " (nu udfyldt)" } else { "" };
    let label = &one.label;
    match (&one.before, &one.after) {
        (Some(before), Some(after)) if is_short(&before.words) && is_short(&after.words) => {
            writeln!(out, "    {label}: før {}, nu {}{answered}", before.words, after.words)?;
        }
        (Some(before), Some(after)) => {
            writeln!(out, "    {label}")?;
            writeln!(out, "      før: {}", before.words)?;
            writeln!(out, "      nu:  {}{answered}", after.words)?;
        }
        (None, Some(after)) if fate == Fate::New => writeln!(out, "    {label}: {}", after.words)?,
        (None, Some(after)) => writeln!(out, "    {label} (nyt): {}", after.words)?,
        (Some(before), None) => writeln!(out, "    {label} (udgået): {}", before.words)?,
        (None, None) => {}
    }
    if fate == Fate::Changed { cells(one, out) } else { Ok(()) }
}

fn is_short(words: &str) -> bool {
    words.chars().count() <= SHORT
}

/// The cells of both values, once where they are the same.
fn cells(one: &Difference, out: &mut dyn Write) -> io::Result<()> {
    match one.cells() {
        cells if cells.is_empty() => Ok(()),
        cells => writeln!(out, "      {cells}"),
    }
}

fn section(section: &Section, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "  {} ({})", section.title, section.place())?;
    marked_lines(&section.shown()).iter().try_for_each(|line| writeln!(out, "    {line}"))?;
    writeln!(out)
}
