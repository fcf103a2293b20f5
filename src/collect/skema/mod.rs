//! Return workbooks: one for each answer that is asked for.

mod eksempel;
mod forside;
mod look;
mod maalgruppe;
mod noegler;
mod page;
mod tema_ark;
mod tilbud;

use rust_xlsxwriter::{Workbook, XlsxError};

use self::look::Look;
pub(super) use self::tema_ark::question;
use super::besvarelse::Besvarelse;
use super::form::Form;
use super::properties::properties;
use crate::finding::{Finding, Findings, Place};
use crate::model::{CentralUdmelding, Projekt};

/// A return workbook with the name of its file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Skema {
    pub name: String,
    pub bytes: Vec<u8>,
}

/// The return workbooks of some udmeldinger, one for each that is asked.
pub fn skemaer<'p>(
    projekt: &'p Projekt,
    udmeldinger: impl IntoIterator<Item = &'p CentralUdmelding>,
    findings: &mut Findings,
) -> Vec<Skema> {
    let mut made = Vec::new();
    for udmelding in udmeldinger {
        if udmelding.svarfrist.is_none() {
            findings.push(no_deadline(udmelding));
        }
        for respondent in projekt.respondents() {
            let form = Form { projekt, udmelding, respondent };
            let name = format!("skema-{}-{}.xlsx", udmelding.noegle, respondent.noegle());
            match write(&form) {
                Ok(bytes) => made.push(Skema { name, bytes }),
                Err(error) => findings.push(not_made(&name, &error)),
            }
        }
    }
    made
}

/// Whether a return workbook that lies there may be written over: it is one, and nobody has filled
/// it in.
pub fn is_untouched(projekt: &Projekt, name: &str, bytes: &[u8]) -> bool {
    Besvarelse::read(projekt, name, bytes).is_ok_and(|besvarelse| besvarelse.is_blank())
}

fn write(form: &Form<'_>) -> Result<Vec<u8>, XlsxError> {
    let (mut book, look) = (Workbook::new(), Look::new());
    let title = format!("{} – {}", form.titel(), form.respondent.navn());
    book.set_properties(&properties(&form.projekt.aftale, &title, &form.udmelding.titel.value)?);
    forside::write(&mut book, form, &look)?;
    for tema in form.themes() {
        tema_ark::write(&mut book, form, tema, &look)?;
    }
    eksempel::write(&mut book, form, &look)?;
    noegler::write(&mut book, form)?;
    book.save_to_buffer()
}

fn no_deadline(udmelding: &CentralUdmelding) -> Finding {
    Finding::oplysning(
        "svarfrist-mangler",
        udmelding.titel.place.clone(),
        format!("Udmeldingen »{}« har ingen svarfrist.", udmelding.noegle),
    )
    .hint("Skriv den i kolonnen »Svarfrist«; indtil da står der, at sekretariatet oplyser den.")
}

fn not_made(name: &str, error: &XlsxError) -> Finding {
    Finding::fejl(
        "skema-ikke-lavet",
        Place::file(name),
        format!("Skemaet kan ikke laves: {error}."),
    )
    .hint("Forkort titler og betegnelser i inputs/centrale-udmeldinger.xlsx.")
}
