use std::cmp::Ordering;
use std::fmt;

use ecow::EcoString;

/// Where a finding is, as a secretary would look for it; sorted file by file, from its top.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// A file as a whole, or one that should be there.
    File { file: String },
    /// A line of a text file; line and column from 1, column 0 when unknown.
    Line { file: String, line: u32, column: u32 },
    /// A sheet of a workbook.
    Sheet { file: String, sheet: String },
    /// A cell of a workbook, in Excel's own notation ("C7"); the many cells of a sheet share names.
    Cell { file: EcoString, sheet: EcoString, cell: EcoString },
    /// A tag in a Word template: the part in plain words ("brødtekst", "sidehoved"),
    /// the nearest heading before it, the paragraph's place ("afsnit 4", "tabel 1, række 2, celle 3")
    /// the tag as typed, and how far into the part it is, for sorting.
    Word { file: String, part: String, heading: String, spot: String, tag: String, order: usize },
    /// The command line.
    Command,
}

impl Place {
    /// The tag of a Word template, as typed.
    pub fn tag(&self) -> Option<&str> {
        match self {
            Self::Word { tag, .. } => Some(tag),
            _ => None,
        }
    }

    /// The same place without the tag that stands there.
    #[must_use]
    pub fn untagged(mut self) -> Self {
        if let Self::Word { tag, .. } = &mut self {
            tag.clear();
        }
        self
    }

    /// The file that the place is in, if it is in one.
    pub fn file_name(&self) -> Option<&str> {
        match self {
            Self::File { file }
            | Self::Line { file, .. }
            | Self::Sheet { file, .. }
            | Self::Word { file, .. } => Some(file),
            Self::Cell { file, .. } => Some(file),
            Self::Command => None,
        }
    }

    /// Where in its file the place is; empty for the file as a whole.
    pub fn within(&self) -> String {
        let whole = self.to_string();
        let inside = self.file_name().and_then(|file| whole.strip_prefix(file));
        inside.map_or_else(|| whole.clone(), |inside| inside.trim_start_matches(", ").to_owned())
    }

    pub fn file(file: impl Into<String>) -> Self {
        Self::File { file: file.into() }
    }

    pub fn line(file: impl Into<String>, line: u32, column: u32) -> Self {
        Self::Line { file: file.into(), line, column }
    }

    pub fn cell(
        file: impl Into<EcoString>,
        sheet: impl Into<EcoString>,
        cell: impl Into<EcoString>,
    ) -> Self {
        Self::Cell { file: file.into(), sheet: sheet.into(), cell: cell.into() }
    }
}

/// A cell's address in reading order: "B2" before "A10".
fn reading_order(cell: &str) -> (u32, usize, &str) {
    let letters = cell.trim_end_matches(|letter: char| letter.is_ascii_digit());
    (cell[letters.len()..].parse().unwrap_or_default(), letters.len(), letters)
}

impl Ord for Place {
    fn cmp(&self, other: &Self) -> Ordering {
        let rank = |place: &Self| match place {
            Self::Command => 0,
            Self::File { .. } => 1,
            Self::Line { .. } => 2,
            Self::Sheet { .. } => 3,
            Self::Cell { .. } => 4,
            Self::Word { .. } => 5,
        };
        let inside = || match (self, other) {
            (Self::Line { line, column, .. }, Self::Line { line: l, column: c, .. }) => {
                (line, column).cmp(&(l, c))
            }
            (Self::Sheet { sheet, .. }, Self::Sheet { sheet: s, .. }) => sheet.cmp(s),
            (Self::Cell { sheet, cell, .. }, Self::Cell { sheet: s, cell: c, .. }) => {
                (sheet, reading_order(cell)).cmp(&(s, reading_order(c)))
            }
            (Self::Word { part, order, tag, .. }, Self::Word { part: p, order: o, tag: t, .. }) => {
                (part, order, tag).cmp(&(p, o, t))
            }
            _ => Ordering::Equal,
        };
        (self.file_name(), rank(self)).cmp(&(other.file_name(), rank(other))).then_with(inside)
    }
}

impl PartialOrd for Place {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::File { file } => f.write_str(file),
            Self::Line { file, line, column: 0 } => write!(f, "{file}, linje {line}"),
            Self::Line { file, line, column } => {
                write!(f, "{file}, linje {line}, kolonne {column}")
            }
            Self::Sheet { file, sheet } => write!(f, "{file}, arket »{sheet}«"),
            Self::Cell { file, sheet, cell } => write!(f, "{file}, arket »{sheet}«, celle {cell}"),
            Self::Word { file, part, heading, spot, tag, .. } => {
                write!(f, "{file}, {part}")?;
                if !heading.is_empty() {
                    write!(f, ", under »{heading}«")?;
                }
                if !spot.is_empty() {
                    write!(f, ", {spot}")?;
                }
                if !tag.is_empty() {
                    write!(f, ", mærket »{tag}«")?;
                }
                Ok(())
            }
            Self::Command => f.write_str("kommandolinjen"),
        }
    }
}
