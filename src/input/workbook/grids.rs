use std::collections::BTreeMap;
use std::io::Cursor;
use std::panic::{AssertUnwindSafe, catch_unwind};

use calamine::{
    Data, DataRef, Dimensions, Ods, Range, Reader, SheetType, SheetVisible, Xls, Xlsx,
    open_workbook_from_rs,
};

use super::cell::Cell;
use super::comments::by_sheet;
use super::grid::{At, Grid};
use super::layout::Layout;
use super::open::{self, locked};
use super::other_kind::{no_container, other_kind};
use super::sheet::Filled;
use super::stream::{MOST_CELLS, stream};
use crate::finding::{Finding, Place};
use crate::package::{Kind, Limits, Package};

/// An old workbook has no parts whose sizes could be checked one by one.
const LARGEST_XLS: usize = 16 << 20;

type Opened = Result<Vec<Grid>, Finding>;

/// Reads every sheet of a workbook in any format that Excel or LibreOffice saves, whatever the
/// file is called.
pub fn grids(file: &str, bytes: &[u8]) -> Result<Vec<Grid>, Finding> {
    let open = || match Kind::of(bytes) {
        Kind::Ole => old(file, bytes),
        kind => {
            if let Some(other) = no_container(file, kind) {
                return Err(other);
            }
            let package = Package::read_any(bytes, file, &Limits::WORKBOOK)?;
            match package.is_open_document() {
                true => open_document(file, &package),
                false => office(file, &package),
            }
        }
    };
    // calamine's reader of .xls trusts lengths that stand in the file and can panic on a bad one.
    catch_unwind(AssertUnwindSafe(open)).unwrap_or_else(|_| Err(broken(file)))
}

/// Tells of a workbook's macros, which are never run.
pub fn macros(file: &str, bytes: &[u8]) -> Option<Finding> {
    let package = Package::read_any(bytes, file, &Limits::WORKBOOK).ok()?;
    open::macros(file, &package)
}

fn office(file: &str, package: &Package) -> Opened {
    if let Some(other) = other_kind(file, package) {
        return Err(other);
    }
    let mut layouts = Layout::of_sheets(package);
    let bytes = Cursor::new(package.write_stored());
    let mut xlsx: Xlsx<_> = open_workbook_from_rs(bytes).map_err(|_| broken(file))?;
    let sheets = names(&xlsx);
    sheets
        .into_iter()
        .map(|(sheet, hidden)| {
            let (rows, too_many) =
                stream(&mut xlsx, &sheet, Cell::read_lines).map_err(|_| broken(file))?;
            if too_many {
                return Err(too_large(file));
            }
            let along = |(row, cells): Filled| {
                cells.into_iter().map(move |(column, cell)| ((row, column), cell))
            };
            let cells = rows.into_iter().flat_map(along).collect();
            let layout = layouts.remove(&sheet).unwrap_or_default();
            let merged = xlsx.merge_cells_by_sheet_name(&sheet).map_err(|_| broken(file))?;
            Ok(Grid {
                file: file.to_owned(),
                sheet,
                hidden,
                cells,
                merged: ends(&merged),
                hidden_rows: layout.rows.len(),
                comments: layout.comments,
            })
        })
        .collect()
}

fn old(file: &str, bytes: &[u8]) -> Opened {
    if bytes.len() > LARGEST_XLS {
        return Err(too_large(file));
    }
    let mut xls: Xls<_> =
        open_workbook_from_rs(Cursor::new(bytes)).map_err(|error| match error {
            calamine::XlsError::Password => locked(file),
            _ => broken(file),
        })?;
    let sheets = names(&xls);
    sheets
        .into_iter()
        .map(|(sheet, hidden)| {
            let merged = ends(&xls.merge_cells_by_sheet_name(&sheet).map_err(|_| broken(file))?);
            let cells = filled(&xls.worksheet_range(&sheet).map_err(|_| broken(file))?);
            let (file, comments) = (file.to_owned(), Vec::new());
            Ok(Grid { file, sheet, hidden, cells, merged, hidden_rows: 0, comments })
        })
        .collect()
}

fn open_document(file: &str, package: &Package) -> Opened {
    let bytes = Cursor::new(package.write_stored());
    let mut ods: Ods<_> = open_workbook_from_rs(bytes).map_err(|error| match error {
        calamine::OdsError::Password => locked(file),
        _ => broken(file),
    })?;
    let sheets = names(&ods);
    let mut comments = by_sheet(package);
    sheets
        .into_iter()
        .map(|(sheet, hidden)| {
            let cells = filled(&ods.worksheet_range(&sheet).map_err(|_| broken(file))?);
            let (file, comments) = (file.to_owned(), comments.remove(&sheet).unwrap_or_default());
            Ok(Grid { file, sheet, hidden, cells, merged: Vec::new(), hidden_rows: 0, comments })
        })
        .collect()
}

fn names<RS: std::io::Read + std::io::Seek>(book: &impl Reader<RS>) -> Vec<(String, bool)> {
    let hidden = |sheet: &calamine::Sheet| sheet.visible != SheetVisible::Visible;
    let sheets = book.sheets_metadata().iter().filter(|sheet| sheet.typ == SheetType::WorkSheet);
    sheets.map(|sheet| (sheet.name.clone(), hidden(sheet))).collect()
}

fn ends(merged: &[Dimensions]) -> Vec<(At, At)> {
    merged.iter().map(|range| (range.start, range.end)).collect()
}

fn filled(range: &Range<Data>) -> BTreeMap<At, Cell> {
    let (top, left) = range.start().unwrap_or_default();
    let at = |(row, column): (usize, usize)| (top + row as u32, left + column as u32);
    let cells = range.used_cells().take(MOST_CELLS);
    cells
        .filter_map(|(row, column, value)| {
            Some((at((row, column)), Cell::read_lines(&borrowed(value))?))
        })
        .collect()
}

fn borrowed(value: &Data) -> DataRef<'_> {
    match value {
        Data::Int(number) => DataRef::Int(*number),
        Data::Float(number) => DataRef::Float(*number),
        Data::String(text) => DataRef::SharedString(text),
        Data::Bool(value) => DataRef::Bool(*value),
        Data::DateTime(moment) => DataRef::DateTime(*moment),
        Data::DateTimeIso(text) => DataRef::DateTimeIso(text.clone()),
        Data::DurationIso(text) => DataRef::DurationIso(text.clone()),
        Data::Error(error) => DataRef::Error(error.clone()),
        Data::Empty => DataRef::Empty,
    }
}

fn too_large(file: &str) -> Finding {
    Finding::fejl("fil-for-stor", Place::file(file), "Regnearket er for stort til at blive læst.")
        .hint("Slet det, der ikke hører til, og gem det igen.")
}

fn broken(file: &str) -> Finding {
    let message = "Filen kan ikke læses som regneark.";
    Finding::fejl("excel-kan-ikke-laeses", Place::file(file), message)
        .hint("Åbn den i Excel, og gem den igen som .xlsx.")
}
