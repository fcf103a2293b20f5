use std::collections::BTreeSet;

use crate::finding::{Finding, Place};

/// A cell as it is named on the command line: "takster.xlsx:J7", "inputs/takster.xlsx, Takster, J7",
/// or as lists and findings show it.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Celle {
    file: String,
    sheet: Option<String>,
    cell: String,
}

impl Celle {
    pub fn parse(named: &str) -> Result<Self, Finding> {
        let steps: Vec<&str> = named.split([',', ':', '!']).map(plain).collect();
        let (file, sheet, cell) = match steps.as_slice() {
            [file, cell] => (file, None, cell),
            [file, sheet, cell] => (file, Some((*sheet).to_owned()), cell),
            _ => return Err(misnamed(named)),
        };
        let cell = cell.replace('$', "").to_uppercase();
        let digits = cell.trim_start_matches(|letter: char| letter.is_ascii_uppercase());
        let is_cell = digits.len() < cell.len() && digits.parse::<u32>().is_ok_and(|row| row > 0);
        if !is_cell || file.is_empty() {
            return Err(misnamed(named));
        }
        Ok(Self { file: (*file).to_owned(), sheet, cell })
    }

    pub fn is(&self, place: &Place) -> bool {
        let Place::Cell { file, sheet, cell } = place else { return false };
        self.is_file(file) && self.is_sheet(sheet) && *cell == self.cell
    }

    /// A file may be named without its folder and ending.
    fn is_file(&self, file: &str) -> bool {
        let (file, asked) = (file.to_lowercase(), self.file.to_lowercase());
        let stem = file.strip_suffix(".xlsx").unwrap_or(&file);
        [file.as_str(), stem].iter().any(|name| {
            name.strip_suffix(&asked).is_some_and(|rest| rest.is_empty() || rest.ends_with('/'))
        })
    }

    fn is_sheet(&self, sheet: &str) -> bool {
        self.sheet.as_ref().is_none_or(|asked| asked.to_lowercase() == sheet.to_lowercase())
    }

    /// What is told when no document shows anything from the cell; `used` are the cells that are.
    pub fn unused<'a>(&self, used: impl Iterator<Item = &'a Place> + Clone) -> Finding {
        let cells = used.filter_map(|place| match place {
            Place::Cell { file, sheet, cell } => {
                Some((file.as_str(), sheet.as_str(), cell.as_str()))
            }
            _ => None,
        });
        let files: BTreeSet<&str> = cells.clone().map(|(file, ..)| file).collect();
        if !files.iter().any(|file| self.is_file(file)) {
            let message = format!("Ingen dokumenter viser tal fra »{}«.", self.file);
            let names = files.iter().map(|file| file.rsplit('/').next().unwrap_or(file));
            return unknown(message).nearest(&self.file, names);
        }
        let of_file = cells.filter(|(file, ..)| self.is_file(file));
        let sheets: BTreeSet<&str> = of_file.clone().map(|(_, sheet, _)| sheet).collect();
        if let Some(asked) = &self.sheet
            && !sheets.iter().any(|sheet| self.is_sheet(sheet))
        {
            let message = format!("Ingen dokumenter viser tal fra et ark, der hedder »{asked}«.");
            return unknown(message).nearest(asked, sheets);
        }
        let of_sheet: BTreeSet<&str> =
            of_file.filter(|(_, sheet, _)| self.is_sheet(sheet)).map(|(.., cell)| cell).collect();
        let message = format!("Ingen dokumenter viser et tal fra celle {}.", self.cell);
        unknown(message).nearest(&self.cell, of_sheet)
    }
}

/// A step of a cell's name without the words and marks that lists put around it.
fn plain(step: &str) -> &str {
    let step = step.trim();
    let bare = ["arket ", "celle "].iter().find_map(|word| step.strip_prefix(word));
    bare.unwrap_or(step).trim_matches(['»', '«', '"', '\'', ' '])
}

fn misnamed(named: &str) -> Finding {
    let message = format!("»{named}« er ikke navnet på en celle.");
    unknown(message).hint("Skriv fil og celle, fx takster.xlsx:J7, eller fil, ark og celle, fx \"takster.xlsx, Takster, J7\".")
}

fn unknown(message: String) -> Finding {
    Finding::fejl("ukendt-celle", Place::Command, message)
}
