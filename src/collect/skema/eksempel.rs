use rust_xlsxwriter::{Workbook, XlsxError};

use super::look::Look;
use super::page::Page;
use super::tilbud;
use crate::collect::form::Form;
use crate::collect::words::{BEMAERKNING, EXAMPLE_MARK, GRUPPE};
use crate::model::Tema;

/// A form as it looks when it is filled in, with made-up figures.
pub(super) fn write(book: &mut Workbook, form: &Form<'_>, look: &Look) -> Result<(), XlsxError> {
    let widths = tilbud::widths(form);
    let mut page = Page::new(book.add_worksheet(), look, "Eksempel", &widths)?;
    page.title("Sådan ser et udfyldt skema ud")?;
    page.warning(EXAMPLE_MARK)?;
    page.space();
    if form.respondent.counts_citizens() {
        counts(&mut page, form)?;
        page.space();
    }
    page.section(&form.sheet_name(Tema::Tilbud))?;
    tilbud::headings(&mut page, form)?;
    used(&mut page, form)?;
    page.space();
    page.section(&form.sheet_name(Tema::Udfordringer))?;
    page.lead(
        "Vi mangler et tilbud i kørselsafstand. To gange har vi måttet vente et halvt år på en plads, og \
         borgeren fik imens støtte i eget hjem.",
    )
}

fn counts(page: &mut Page<'_>, form: &Form<'_>) -> Result<(), XlsxError> {
    page.section(&form.sheet_name(Tema::Maalgruppen))?;
    page.fit(GRUPPE)?;
    let last = 1 + form.aar().len() as u16;
    page.sheet.write_with_format(page.row, 0, GRUPPE, &page.look.heading)?;
    page.sheet.write_with_format(page.row, last, BEMAERKNING, &page.look.heading)?;
    for (column, aar) in (1..).zip(form.aar()) {
        page.sheet.write_with_format(page.row, column, *aar, &page.look.year)?;
    }
    page.row += 1;
    for (made_up, gruppe) in (2u32..).zip(&form.udmelding.grupper) {
        page.fit(&gruppe.betegnelse.value)?;
        page.sheet.write_with_format(page.row, 0, &gruppe.betegnelse.value, &page.look.row)?;
        for (column, _) in (1..).zip(form.aar()) {
            let count = made_up + u32::from(column) % 2;
            page.sheet.write_with_format(page.row, column, count, &page.look.shown_number)?;
        }
        page.sheet.write_with_format(page.row, last, "Opgjort 31. december", &page.look.row)?;
        page.row += 1;
    }
    Ok(())
}

fn used(page: &mut Page<'_>, form: &Form<'_>) -> Result<(), XlsxError> {
    let words =
        ["Eksempelhuset", "Eksempelby Kommune", "Eksempelby", "§ 107", "Længerevarende ophold"];
    page.fit(words[0])?;
    for (column, word) in (0..).zip(words) {
        page.sheet.write_with_format(page.row, column, word, &page.look.row)?;
    }
    for (column, _) in (words.len() as u16..).zip(form.aar()) {
        page.sheet.write_with_format(page.row, column, 1, &page.look.shown_number)?;
    }
    page.row += 1;
    Ok(())
}
