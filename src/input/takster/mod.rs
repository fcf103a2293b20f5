//! `takster.xlsx`, a sheet a file.

mod aendringer;
mod befolkning;
mod belaegning;
mod fordeling;
mod objektiv;
mod regnskab;
#[expect(clippy::module_inception, reason = "the sheet has the name of the workbook")]
mod takster;

use super::workbook::{Sheet, Workbook};
use crate::finding::Findings;
use crate::model::{
    Aendringsnote, Befolkningstal, Belaegning, ObjektivFinansiering, OplystAndel, Regnskabspost,
    Takst,
};

pub(super) const FILE: &str = "inputs/takster.xlsx";

/// What `takster.xlsx` holds.
#[derive(Default)]
pub(super) struct Takster {
    pub takster: Vec<Takst>,
    pub aendringer: Vec<Aendringsnote>,
    pub belaegninger: Vec<Belaegning>,
    pub regnskabsposter: Vec<Regnskabspost>,
    pub objektive: Vec<ObjektivFinansiering>,
    pub befolkning: Vec<Befolkningstal>,
    pub oplyste_andele: Vec<OplystAndel>,
}

pub(super) fn read(bytes: &[u8], findings: &mut Findings) -> Takster {
    let workbook = match Workbook::open(FILE, bytes) {
        Ok(workbook) => workbook,
        Err(finding) => {
            findings.push(finding);
            return Takster::default();
        }
    };
    let mut sheets = Sheets { workbook, findings };
    Takster {
        takster: sheets.read("Takster", takster::read),
        aendringer: sheets.read("Ændringer", aendringer::read),
        belaegninger: sheets.read("Belægning", belaegning::read),
        regnskabsposter: sheets.read("Regnskab", regnskab::read),
        objektive: sheets.read("Objektiv finansiering", objektiv::read),
        befolkning: sheets.read("Befolkning", befolkning::read),
        oplyste_andele: sheets.read("Oplyst fordeling", fordeling::read),
    }
}

/// The workbook's sheets, each read by what knows its columns.
struct Sheets<'f> {
    workbook: Workbook,
    findings: &'f mut Findings,
}

impl Sheets<'_> {
    fn read<R>(&mut self, name: &str, read: fn(&Sheet, &mut Findings) -> Option<Vec<R>>) -> Vec<R> {
        let sheet = self.workbook.sheet(name, self.findings);
        sheet.and_then(|sheet| read(&sheet, self.findings)).unwrap_or_default()
    }
}
