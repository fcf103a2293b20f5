use std::collections::BTreeMap;
use std::io::{self, Write};

use comfy_table::presets::UTF8_BORDERS_ONLY;
use comfy_table::{CellAlignment, ContentArrangement, Table};

use crate::check::Silenced;
use crate::finding::{Finding, Findings, Severity};
use crate::text::danish::{counted, without_personnumre};

/// How wide a table is where there is no terminal to ask.
const WIDTH: u16 = 120;

/// How the open points of a draft are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Aabne {
    /// How many each file has.
    Antal,
    Alle,
}

/// Shows findings, the worst first, each with its place and hint below; how many open points each
/// file has comes last.
pub(super) fn findings(found: &Findings, to: &mut dyn Write) -> io::Result<()> {
    findings_with(found, Aabne::Antal, to)
}

/// The same, with the open points shown as asked for.
pub(super) fn findings_with(found: &Findings, open: Aabne, to: &mut dyn Write) -> io::Result<()> {
    let (marks, rest): (Vec<&Finding>, Vec<&Finding>) = found.iter().partition(is_mark);
    rest.into_iter().try_for_each(|finding| one(finding, to))?;
    match open {
        Aabne::Antal => awaited_counts(&marks, to)?,
        Aabne::Alle => awaited(&marks, to)?,
    }
    if !found.is_empty() {
        writeln!(to, "{}", summary(found))?;
    }
    Ok(())
}

/// Whether a finding is an open point that stands in an input.
pub(super) fn is_mark(finding: &&Finding) -> bool {
    finding.code == "afventer"
}

/// Open points are many, and there is little to do about them today: a line for each file.
fn awaited_counts(marks: &[&Finding], to: &mut dyn Write) -> io::Result<()> {
    if marks.is_empty() {
        return Ok(());
    }
    let mut files: BTreeMap<&str, usize> = BTreeMap::new();
    for mark in marks {
        *files.entry(mark.place.file_name().unwrap_or_default()).or_default() += 1;
    }
    let points = counted(marks.len(), "åbent punkt", "åbne punkter");
    writeln!(to, "{points} (»afventer«):")?;
    for (file, count) in files {
        writeln!(to, "  {file}: {count}")?;
    }
    writeln!(to, "  Se dem alle med: socialaftale tjek --alle\n")
}

/// A line for each open point, file by file.
pub(super) fn awaited(marks: &[&Finding], to: &mut dyn Write) -> io::Result<()> {
    let mut file = None;
    for mark in marks {
        if file != mark.place.file_name() || file.is_none() {
            file = mark.place.file_name();
            writeln!(to, "{}[{}]: {}", mark.severity, mark.code, file.unwrap_or_default())?;
        }
        let place = mark.place.within();
        let place = if place.is_empty() { place } else { format!("{place}: ") };
        writeln!(to, "  {place}{}", mark.message)?;
    }
    if marks.is_empty() { Ok(()) } else { writeln!(to) }
}

fn one(finding: &Finding, to: &mut dyn Write) -> io::Result<()> {
    together(&[finding], to)
}

/// Shows findings that differ in nothing but what they say.
pub(super) fn together(findings: &[&Finding], to: &mut dyn Write) -> io::Result<()> {
    let [first, ..] = findings else { return Ok(()) };
    for finding in findings {
        // Other findings may quote a cell or a file name that holds a CPR number.
        let message = without_personnumre(&finding.message);
        writeln!(to, "{}[{}]: {message}", finding.severity, finding.code)?;
    }
    writeln!(to, "  i {}", without_personnumre(&first.place.to_string()))?;
    if let Some(hint) = &first.hint {
        writeln!(to, "  {}", hint.replace('\n', "\n  "))?;
    }
    if let Some(rule) = &first.rule {
        writeln!(to, "  {rule}")?;
    }
    writeln!(to)
}

/// One line for an exception from a rule.
pub(super) fn silenced(one: &Silenced, to: &mut dyn Write) -> io::Result<()> {
    let place = one.place.as_ref().map_or_else(String::new, |place| format!(" i {place}"));
    let count = counted(one.findings.len(), "fund", "fund");
    writeln!(to, "Undtaget fra {}{place} ({count}): {}", one.rule, one.reason)
}

/// "2 fejl, 1 advarsel".
pub(super) fn summary(found: &Findings) -> String {
    let count = |severity, one: &str, more: &str| match found.count(severity) {
        0 => None,
        1 => Some(format!("1 {one}")),
        many => Some(format!("{many} {more}")),
    };
    let counts = [
        count(Severity::Fejl, "fejl", "fejl"),
        count(Severity::Advarsel, "advarsel", "advarsler"),
        count(Severity::Oplysning, "oplysning", "oplysninger"),
    ];
    let counts: Vec<String> = counts.into_iter().flatten().collect();
    if counts.is_empty() { "Ingen fejl.".to_owned() } else { format!("{}.", counts.join(", ")) }
}

/// A table for the terminal; `right` are the columns of numbers.
pub(super) fn table(headings: &[&str], right: &[usize]) -> Table {
    let mut table = Table::new();
    table.load_style(UTF8_BORDERS_ONLY);
    table.set_content_arrangement(ContentArrangement::Dynamic);
    if table.width().is_none() {
        table.set_width(WIDTH);
    }
    table.set_header(headings.to_vec());
    for column in right {
        if let Some(column) = table.column_mut(*column) {
            column.set_cell_alignment(CellAlignment::Right);
        }
    }
    table
}

/// "1,2 MB", "345 kB".
pub(super) fn size(bytes: usize) -> String {
    if bytes >= 1_000_000 {
        let tenths = bytes / 100_000;
        format!("{},{} MB", tenths / 10, tenths % 10)
    } else {
        format!("{} kB", bytes.div_ceil(1000))
    }
}
