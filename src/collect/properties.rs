use chrono::Datelike;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, XlsxError};

use crate::model::Aftale;

/// What a workbook says of itself; its date is the edition's, so that the same inputs give the
/// same bytes.
pub(super) fn properties(
    aftale: &Aftale,
    title: &str,
    subject: &str,
) -> Result<DocProperties, XlsxError> {
    let dato = aftale.udgave.dato;
    let year = dato.year().clamp(1900, 9999) as u16;
    let made = ExcelDateTime::from_ymd(year, dato.month() as u8, dato.day() as u8)?;
    let properties = DocProperties::new().set_title(title).set_subject(subject);
    Ok(properties.set_author(&aftale.udgiver).set_creation_datetime(&made))
}
