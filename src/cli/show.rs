use std::io::{self, Write};

use comfy_table::presets::UTF8_BORDERS_ONLY;
use comfy_table::{CellAlignment, ContentArrangement, Table};

use crate::finding::{Finding, Findings, Severity};

/// How wide a table is where there is no terminal to ask.
const WIDTH: u16 = 120;

/// Shows findings, the worst first, each with its place above and its hint below.
pub(super) fn findings(found: &Findings, to: &mut dyn Write) -> io::Result<()> {
    for finding in found {
        one(finding, to)?;
    }
    if !found.is_empty() {
        writeln!(to, "{}", summary(found))?;
    }
    Ok(())
}

fn one(finding: &Finding, to: &mut dyn Write) -> io::Result<()> {
    writeln!(to, "{}[{}]: {}", finding.severity, finding.code, finding.message)?;
    writeln!(to, "  i {}", finding.place)?;
    if let Some(hint) = &finding.hint {
        writeln!(to, "  {hint}")?;
    }
    writeln!(to)
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
