use std::collections::BTreeMap;
use std::io::Cursor;
use std::panic::{AssertUnwindSafe, catch_unwind};

use calamine::{DataRef, Dimensions, Reader, Xlsx, XlsxError, open_workbook_from_rs};

use super::cell::Cell;
use super::layout::Layout;
use super::other_kind::{no_container, other_kind};
use super::sheet::{Filled, Sheet, address};
use super::stream::stream;
use crate::finding::{Finding, Findings, Place, nearest};
use crate::package::{Kind, Limits, Package};

/// How a cell's value is read.
type ReadCell = fn(&DataRef<'_>) -> Option<Cell>;

/// An opened workbook.
pub(in crate::input) struct Workbook {
    file: String,
    xlsx: Xlsx<Cursor<Vec<u8>>>,
    layouts: BTreeMap<String, Layout>,
    /// Told with the first sheet.
    notices: Vec<Finding>,
}

impl Workbook {
    /// Opens a workbook after its container has been checked: calamine can abort the process on
    /// a hostile one. It is given the parts as they were checked, since another reader of zip may
    /// find other parts in the same bytes.
    pub fn open(file: &str, bytes: &[u8]) -> Result<Self, Finding> {
        if let Some(other) = no_container(file, Kind::of(bytes)) {
            return Err(other);
        }
        let package = Package::read(bytes, file, &Limits::WORKBOOK)?;
        if let Some(other) = other_kind(file, &package) {
            return Err(other);
        }
        let layouts = Layout::of_sheets(&package);
        let notices = macros(file, &package).into_iter().collect();
        let stored = Cursor::new(package.write_stored());
        let xlsx = unless_broken(file, || open_workbook_from_rs::<Xlsx<_>, _>(stored))?;
        Ok(Self { file: file.to_owned(), xlsx, layouts, notices })
    }

    /// Reads a sheet by name, without regard to case and outer space, as Excel does.
    pub fn sheet(&mut self, name: &str, findings: &mut Findings) -> Option<Sheet> {
        self.read_sheet(name, Cell::read, findings)
    }

    /// The same for a sheet whose texts have paragraphs.
    pub fn sheet_of_texts(&mut self, name: &str, findings: &mut Findings) -> Option<Sheet> {
        self.read_sheet(name, Cell::read_lines, findings)
    }

    fn read_sheet(&mut self, name: &str, read: ReadCell, findings: &mut Findings) -> Option<Sheet> {
        findings.extend(self.notices.drain(..));
        let names = self.xlsx.sheet_names();
        let same = |other: &&String| other.trim().to_lowercase() == name.to_lowercase();
        let Some(actual) = names.iter().find(same).cloned() else {
            findings.push(missing_sheet(&self.file, name, &names));
            return None;
        };
        let file = self.file.clone();
        match unless_broken(&file, || self.table(&actual, read, findings)) {
            Ok(sheet) => sheet,
            Err(refused) => {
                findings.push(refused);
                None
            }
        }
    }

    fn table(
        &mut self,
        name: &str,
        read: ReadCell,
        findings: &mut Findings,
    ) -> Result<Option<Sheet>, XlsxError> {
        let mut rows = self.rows(name, read, findings)?;
        let layout = self.layouts.remove(name).unwrap_or_default();
        let merges =
            if layout.has_merges { self.xlsx.merge_cells_by_sheet_name(name)? } else { Vec::new() };
        rows.drain(..titles(&rows, &merges));
        findings.extend(merged(&self.file, name, &rows, &merges));
        let sheet = Sheet::new(&self.file, name, rows, findings);
        findings.extend(sheet.as_ref().and_then(|sheet| sheet.unseen(&layout)));
        Ok(sheet)
    }

    fn rows(
        &mut self,
        sheet: &str,
        read: ReadCell,
        findings: &mut Findings,
    ) -> Result<Vec<Filled>, XlsxError> {
        let (rows, too_many) = stream(&mut self.xlsx, sheet, read)?;
        findings.extend(too_many.then(|| too_many_cells(&self.file, sheet)));
        Ok(in_order(rows))
    }
}

/// Rows and cells in order, whatever order a writer has them in; of two in one place the last holds.
fn in_order(rows: Vec<Filled>) -> Vec<Filled> {
    let follow = |rows: &[Filled]| {
        rows.is_sorted_by(|a, b| a.0 < b.0)
            && rows.iter().all(|(_, cells)| cells.is_sorted_by(|a, b| a.0 < b.0))
    };
    if follow(&rows) {
        return rows;
    }
    let mut ordered: BTreeMap<u32, BTreeMap<u32, Cell>> = BTreeMap::new();
    for (row, cells) in rows {
        ordered.entry(row).or_default().extend(cells);
    }
    ordered.into_iter().map(|(row, cells)| (row, cells.into_iter().collect())).collect()
}

/// How many rows at the top are a title: one filled cell that is merged across columns.
fn titles(rows: &[Filled], merges: &[Dimensions]) -> usize {
    let is_title = |(row, cells): &&Filled| {
        let [(column, _)] = cells.as_slice() else { return false };
        let across = |range: &&Dimensions| range.start == (*row, *column) && range.end.1 > *column;
        merges.iter().any(|range| across(&range))
    };
    rows.iter().take_while(is_title).count()
}

/// Only the first cell of a merged range holds a value, so a merged table reads wrong.
fn merged(
    file: &str,
    sheet: &str,
    rows: &[Filled],
    merges: &[Dimensions],
) -> impl Iterator<Item = Finding> {
    let is_filled = |(row, column): (u32, u32)| {
        let found = rows.binary_search_by_key(&row, |(row, _)| *row);
        found.is_ok_and(|at| rows[at].1.iter().any(|(filled, _)| *filled == column))
    };
    merges.iter().filter(move |range| is_filled(range.start)).map(move |range| {
        let (first, last) = (address(range.start), address(range.end));
        let message = format!("Cellerne {first}:{last} er flettet sammen.");
        Finding::fejl("flettede-celler", Place::cell(file, sheet, first), message)
            .hint("Ophæv fletningen, og skriv værdien i hver celle.")
    })
}

fn too_many_cells(file: &str, sheet: &str) -> Finding {
    let place = Place::Sheet { file: file.to_owned(), sheet: sheet.to_owned() };
    Finding::fejl("ark-for-stort", place, "Arket har over to millioner udfyldte celler.")
        .hint("Slet det, der ikke hører til tabellen.")
}

fn missing_sheet(file: &str, name: &str, names: &[String]) -> Finding {
    let finding = Finding::fejl(
        "ark-mangler",
        Place::file(file),
        format!("Projektmappen har intet ark, der hedder »{name}«."),
    );
    match nearest(name, names.iter().map(String::as_str)) {
        Some(near) => finding.hint(format!("Skal arket »{near}« hedde »{name}«?")),
        None => finding.hint(format!("Arkene hedder: {}.", names.join(", "))),
    }
}

/// What calamine reads; it can panic where a range in the file ends before it begins.
fn unless_broken<T>(file: &str, read: impl FnOnce() -> Result<T, XlsxError>) -> Result<T, Finding> {
    match catch_unwind(AssertUnwindSafe(read)) {
        Ok(Ok(read)) => Ok(read),
        Ok(Err(XlsxError::Password)) => Err(locked(file)),
        _ => Err(Finding::fejl(
            "excel-kan-ikke-laeses",
            Place::file(file),
            "Filen kan ikke læses som Excel-ark.",
        )
        .hint("Åbn den i Excel, og gem den igen som .xlsx.")),
    }
}

pub(super) fn locked(file: &str) -> Finding {
    let message = "Projektmappen er beskyttet med adgangskode.";
    Finding::fejl("kodeord", Place::file(file), message)
        .hint("Gem den uden adgangskode: Filer, Oplysninger, Beskyt projektmappe.")
}

pub(super) fn macros(file: &str, package: &Package) -> Option<Finding> {
    package.part("xl/vbaProject.bin").map(|_| {
        let message = "Projektmappen har makroer. De er ikke kørt; kun cellernes værdier er læst.";
        Finding::oplysning("makroer", Place::file(file), message)
            .hint("Gem den som .xlsx, så følger makroerne ikke med.")
    })
}
