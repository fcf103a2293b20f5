use std::collections::BTreeMap;
use std::io::Cursor;

use calamine::{DataRef, Reader, Xlsx, XlsxError, open_workbook_from_rs};

use super::cell::Cell;
use super::sheet::Sheet;
use crate::finding::{Finding, Findings, Place, nearest};
use crate::package::{Limits, Package};

/// More cells than any of the project's tables has; past it a sheet is not read further.
const MOST_CELLS: usize = 2_000_000;

/// An opened workbook.
pub(in crate::input) struct Workbook {
    file: String,
    xlsx: Xlsx<Cursor<Vec<u8>>>,
}

impl Workbook {
    /// Opens a workbook after its container has been checked: calamine can abort the process on
    /// a hostile one. It is given the parts as they were checked, since another reader of zip may
    /// find other parts in the same bytes.
    pub fn open(file: &str, bytes: &[u8]) -> Result<Self, Finding> {
        let checked = Package::read(bytes, file, &Limits::WORKBOOK)?.write();
        let xlsx = open_workbook_from_rs::<Xlsx<_>, _>(Cursor::new(checked))
            .map_err(|error| refused(file, &error))?;
        Ok(Self { file: file.to_owned(), xlsx })
    }

    /// Reads a sheet by name, without regard to case and outer space, as Excel does.
    pub fn sheet(&mut self, name: &str, findings: &mut Findings) -> Option<Sheet> {
        let names = self.xlsx.sheet_names();
        let same = |other: &&String| other.trim().to_lowercase() == name.to_lowercase();
        let Some(actual) = names.iter().find(same).cloned() else {
            findings.push(missing_sheet(&self.file, name, &names));
            return None;
        };
        match self.cells(&actual, findings) {
            Ok(cells) => Sheet::new(&self.file, &actual, &cells, findings),
            Err(error) => {
                findings.push(refused(&self.file, &error));
                None
            }
        }
    }

    /// The sheet's cells by row and column, streamed, so that far-apart cells cost nothing.
    fn cells(
        &mut self,
        sheet: &str,
        findings: &mut Findings,
    ) -> Result<BTreeMap<(u32, u32), Cell>, XlsxError> {
        let mut cells = BTreeMap::new();
        let mut reader = self.xlsx.worksheet_cells_reader(sheet)?;
        // Shared formulas are not spread out: their numbers may ask for any amount of memory.
        while let Some(cell) = reader.next_cell_with_formula_metadata()? {
            let uncalculated = cell.formula.is_some() && cell.value == DataRef::Empty;
            let value =
                if uncalculated { Some(Cell::Uncalculated) } else { Cell::read(&cell.value) };
            if let Some(value) = value {
                cells.insert(cell.pos, value);
            }
            if cells.len() > MOST_CELLS {
                findings.push(
                    Finding::fejl(
                        "ark-for-stort",
                        Place::Sheet { file: self.file.clone(), sheet: sheet.to_owned() },
                        "Arket har over to millioner udfyldte celler.",
                    )
                    .hint("Slet det, der ikke hører til tabellen."),
                );
                break;
            }
        }
        drop(reader);
        self.merged(sheet, &cells, findings)?;
        Ok(cells)
    }

    /// Only the first cell of a merged range holds a value, so a merged table reads wrong.
    fn merged(
        &mut self,
        sheet: &str,
        cells: &BTreeMap<(u32, u32), Cell>,
        findings: &mut Findings,
    ) -> Result<(), XlsxError> {
        for range in self.xlsx.merge_cells_by_sheet_name(sheet)? {
            if cells.contains_key(&range.start) {
                findings.push(
                    Finding::fejl(
                        "flettede-celler",
                        Place::cell(&self.file, sheet, super::sheet::address(range.start)),
                        format!(
                            "Cellerne {}:{} er flettet sammen.",
                            super::sheet::address(range.start),
                            super::sheet::address(range.end)
                        ),
                    )
                    .hint("Ophæv fletningen, og skriv værdien i hver celle."),
                );
            }
        }
        Ok(())
    }
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

fn refused(file: &str, error: &XlsxError) -> Finding {
    let place = Place::file(file);
    match error {
        XlsxError::Password => {
            Finding::fejl("kodeord", place, "Projektmappen er beskyttet med adgangskode.")
                .hint("Gem den uden adgangskode: Filer, Oplysninger, Beskyt projektmappe.")
        }
        _ => Finding::fejl("excel-kan-ikke-laeses", place, "Filen kan ikke læses som Excel-ark.")
            .hint("Åbn den i Excel, og gem den igen som .xlsx."),
    }
}
