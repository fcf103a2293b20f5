//! A returned workbook, read as far as it can be; each cell that could not be used is told.

mod answer;
mod count;
mod identity;
mod maalgruppe;
mod placed;
mod reading;
mod sheets;
mod sums;
mod table;
mod tekster;
mod tilbud;
mod unread;
mod years;

use std::collections::BTreeMap;

use self::reading::Reading;
use self::sheets::{Sheets, fold};
use super::art::{ARTER, choice, is_called};
use super::form::Form;
use super::indberetninger::{Ark, Raekke};
use super::words::ART;
use crate::finding::{Finding, Place, Severity};
use crate::input::{Grid, grids, macros};
use crate::model::{Projekt, Talstatus};
use crate::text::danish::counted;

/// What is told of something that stood there and could not be placed.
const UNPLACED: [&str; 7] = [
    "aar-to-gange",
    "andre-aar",
    "sum-uden-grupper",
    "tal-uden-gruppe",
    "tilbud-uden-navn",
    "ukendt-gruppe",
    unread::CODE,
];

/// What one returned workbook answers.
pub(super) struct Besvarelse<'p> {
    pub form: Form<'p>,
    pub rows: BTreeMap<Ark, Vec<Raekke>>,
    /// What could not be used in it, or was read with a guess.
    pub findings: Vec<Finding>,
}

impl<'p> Besvarelse<'p> {
    /// Reads a workbook; or says why it is none of ours.
    pub fn read(projekt: &'p Projekt, file: &str, bytes: &[u8]) -> Result<Self, Finding> {
        // Another file's fault keeps nobody's answers out.
        let aside = |finding: Finding| Finding { severity: Severity::Advarsel, ..finding };
        let sheets = Sheets::new(grids(file, bytes).map_err(aside)?);
        let form = identity::identify(projekt, &sheets, file)?;
        let mut findings = Vec::new();
        let art = art(&sheets, file, &mut findings);
        findings.extend(hidden(&sheets));
        findings.extend(macros(file, bytes));
        let reading = Reading { file, sheets: &sheets, form: &form, art };
        let mut rows = BTreeMap::new();
        if form.respondent.counts_citizens() {
            rows.insert(Ark::Tal, maalgruppe::read(&reading, &mut findings));
        }
        rows.insert(Ark::Tilbud, tilbud::read(&reading, &mut findings));
        rows.insert(Ark::Tekster, tekster::read(&reading, &mut findings));
        findings.extend(unread::check(&reading));
        Ok(Self { form, rows, findings })
    }

    /// Whether nothing has been filled in that the form did not hold from the start.
    pub fn is_blank(&self) -> bool {
        if self.findings.iter().any(|finding| UNPLACED.contains(&finding.code)) {
            return false;
        }
        let filled = |(ark, rows): (&Ark, &Vec<Raekke>)| {
            rows.iter().any(|row| row.get("Bemærkning").is_some() || !row.answer(*ark).is_empty())
        };
        let tilbud = self.rows.get(&Ark::Tilbud).map_or(0, Vec::len);
        let from_the_start = self.form.own_tilbud().count() * self.form.aar().len();
        !self.rows.iter().any(filled) && tilbud <= from_the_start
    }
}

fn art(sheets: &Sheets, file: &str, findings: &mut Vec<Finding>) -> Talstatus {
    let given = sheets.beside(ART);
    let chosen = |words: &str| ARTER.into_iter().find(|art| is_called(*art, &fold(words)));
    if let Some(art) = given.and_then(|(_, _, cell)| chosen(&cell.shown())) {
        return art;
    }
    let (place, message) = match given {
        Some((grid, at, cell)) => (
            grid.place(at),
            format!("»{}« er ikke en art af svar; svaret er læst som foreløbigt.", cell.shown()),
        ),
        None => {
            (Place::file(file), "Svarets art er ikke valgt; svaret er læst som foreløbigt.".into())
        }
    };
    let choices = ARTER.map(|art| format!("»{}«", choice(art))).join(", ");
    findings.push(
        Finding::advarsel("svarets-art", place, message)
            .hint(format!("Vælg på forsiden mellem {choices}.")),
    );
    Talstatus::Foreloebig
}

/// What cannot be seen in Excel is read all the same, since an answer may stand in it.
fn hidden(sheets: &Sheets) -> Vec<Finding> {
    let tell = |grid: &Grid, message: String| Finding::oplysning("skjult", grid.whole(), message);
    let mut told = Vec::new();
    for grid in sheets.all() {
        if grid.hidden {
            told.push(tell(grid, "Arket er skjult i filen; det er læst med.".into()));
        }
        if grid.hidden_rows > 0 {
            let rows = counted(grid.hidden_rows, "skjult række", "skjulte rækker");
            told.push(tell(grid, format!("Arket har {rows}, der er læst med.")));
        }
    }
    told
}
