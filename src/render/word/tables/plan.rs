use super::Locate;
use super::marks::{BEGINS, ENDS, TURN, read_begins};
use crate::finding::Finding;
use crate::render::word::columns::{MOST, across, skipped};
use crate::render::word::xml::Element;
use crate::text::danish::counted;

/// Columns of the template's table that have been repeated.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Repeated {
    pub start: usize,
    pub width: usize,
    pub times: usize,
    tag: usize,
}

impl Repeated {
    pub fn end(&self) -> usize {
        self.start + self.width
    }
}

/// What becomes of the columns of a table.
#[derive(Debug, Default)]
pub struct Plan {
    /// In order, none over another.
    pub repeated: Vec<Repeated>,
}

/// Why the columns of a table do not fit together; the tag is where it shows.
#[derive(Debug, PartialEq, Eq)]
pub enum Fault {
    Uneven { tag: usize, times: usize, other: usize },
    Crossed { tag: usize },
    TooMany { tag: usize, columns: usize },
}

impl Plan {
    pub fn of<'e>(rows: impl Iterator<Item = &'e Element>) -> Result<Self, Fault> {
        let mut plan = Self::default();
        let mut columns = 0;
        for row in rows {
            columns = columns.max(plan.row(row)?);
        }
        plan.repeated.sort_by_key(|repeated| repeated.start);
        let after = plan.over(0, columns).unwrap_or(columns);
        match plan.repeated.first() {
            Some(first) if after > MOST => Err(Fault::TooMany { tag: first.tag, columns: after }),
            _ => Ok(plan),
        }
    }

    /// Notes what a row repeats, and gives the number of its columns in the template.
    fn row(&mut self, row: &Element) -> Result<usize, Fault> {
        let mut column = skipped(row, "w:gridBefore");
        let mut open: Option<Repeated> = None;
        for child in row.elements() {
            match (child.name.as_str(), &mut open) {
                (BEGINS, _) => {
                    open = read_begins(child).map(|(tag, width)| Repeated {
                        start: column,
                        width,
                        times: 0,
                        tag,
                    });
                }
                (TURN, Some(repeated)) => repeated.times += 1,
                (ENDS, Some(repeated)) => {
                    column = repeated.end();
                    let repeated = *repeated;
                    open = None;
                    self.note(repeated)?;
                }
                (_, None) => column = column.saturating_add(across(child)),
                _ => {}
            }
        }
        Ok(column.saturating_add(skipped(row, "w:gridAfter")))
    }

    fn note(&mut self, new: Repeated) -> Result<(), Fault> {
        let over = |known: &&Repeated| known.start < new.end() && new.start < known.end();
        let Some(known) = self.repeated.iter().find(over) else {
            self.repeated.push(new);
            return Ok(());
        };
        if (known.start, known.width) != (new.start, new.width) {
            Err(Fault::Crossed { tag: new.tag })
        } else if known.times != new.times {
            Err(Fault::Uneven { tag: new.tag, times: new.times, other: known.times })
        } else {
            Ok(())
        }
    }

    /// How many columns there are now from one column of the template up to another; None if that
    /// begins or ends within columns that are repeated together.
    pub fn over(&self, start: usize, end: usize) -> Option<usize> {
        let mut columns = end - start;
        for repeated in self.repeated.iter().filter(|r| r.start < end && start < r.end()) {
            if repeated.start < start || repeated.end() > end {
                return None;
            }
            columns = columns - repeated.width + repeated.width.saturating_mul(repeated.times);
        }
        Some(columns)
    }

    /// The tag of the columns that a stretch of the template cuts through.
    pub fn cut_by(&self, start: usize, end: usize) -> Option<usize> {
        let over = |r: &&Repeated| r.start < end && start < r.end();
        self.repeated.iter().find(over).map(|repeated| repeated.tag)
    }
}

impl Fault {
    pub fn finding(&self, locate: Locate<'_>) -> Finding {
        match self {
            Self::Uneven { tag, times, other } => Finding::fejl(
                "kolonner-ulige",
                locate(*tag),
                format!(
                    "Kolonnen gentages {} her, men {} i en række ovenfor.",
                    counted(*times, "gang", "gange"),
                    counted(*other, "gang", "gange")
                ),
            )
            .hint("Hver række skal have lige mange værdier; ret listen, eller lav to tabeller."),
            Self::Crossed { tag } => Finding::fejl(
                "kolonner-skaev",
                locate(*tag),
                "De celler, der gentages, står ikke under de samme kolonner i alle rækker.",
            )
            .hint("Lad cellerne i hver række begynde og slutte samme sted som dem, der gentages."),
            Self::TooMany { tag, columns } => Finding::fejl(
                "tabel-for-bred",
                locate(*tag),
                format!("Tabellen får {columns} kolonner; Word kan højst have {MOST}."),
            )
            .hint("Del listen over flere tabeller, eller lad rækkerne gentages i stedet."),
        }
    }
}
