use rust_xlsxwriter::{Workbook, XlsxError};

use crate::collect::form::Form;
use crate::collect::words::{KEYS_MARK, VERSION};

/// The keys that tell a returned workbook whatever it is called, out of the way of those who fill
/// it in.
pub(super) fn write(book: &mut Workbook, form: &Form<'_>) -> Result<(), XlsxError> {
    let sheet = book.add_worksheet();
    sheet.set_name("socialaftale")?.set_very_hidden(true);
    sheet.write(0, 0, KEYS_MARK)?.write(0, 1, VERSION)?;
    let svarer = form.respondent.svarer.map_or("", |svarer| &svarer.noegle);
    let keys = [
        ("udmelding", form.udmelding.noegle.as_str()),
        ("part", &form.respondent.part.noegle),
        ("svarer", svarer),
    ];
    for (row, (what, key)) in (1..).zip(keys) {
        sheet.write(row, 0, what)?.write(row, 1, key)?;
    }
    for (row, gruppe) in (4..).zip(&form.udmelding.grupper) {
        sheet.write(row, 0, "gruppe")?.write(row, 1, &gruppe.noegle)?;
        sheet.write(row, 2, &gruppe.betegnelse.value)?;
    }
    Ok(())
}
