use chrono::NaiveDate;
use rust_decimal::prelude::ToPrimitive;
use rust_xlsxwriter::{
    Color, ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError,
};

use super::Indberetninger;
use super::ark::Ark;
use super::raekke::Raekke;
use super::vaerdi::Vaerdi;
use crate::collect::properties::properties;
use crate::model::Aftale;

impl Indberetninger {
    /// The table as a workbook; the same answers give the same bytes.
    pub fn write(&self, aftale: &Aftale) -> Result<Vec<u8>, XlsxError> {
        let mut book = Workbook::new();
        book.set_properties(&properties(aftale, "Indberetninger", "De samlede svar")?);
        for ark in Ark::ALL {
            sheet(book.add_worksheet(), ark, self.rows(ark))?;
        }
        book.save_to_buffer()
    }
}

fn sheet(sheet: &mut Worksheet, ark: Ark, rows: &[Raekke]) -> Result<(), XlsxError> {
    let columns = ark.columns();
    let last = columns.len().saturating_sub(1) as u16;
    let heading = Format::new().set_bold().set_font_color(Color::White).set_text_wrap();
    let heading = heading.set_background_color(Color::RGB(0x0B_4F6C));
    sheet.set_name(ark.name())?.set_freeze_panes(1, 0)?;
    for (column, name) in (0..).zip(&columns) {
        sheet.write_with_format(0, column, *name, &heading)?;
        sheet.set_column_width(column, width(name))?;
    }
    for (at, row) in (1..).zip(rows) {
        for (column, name) in (0..).zip(&columns) {
            cell(sheet, (at, column), row.get(name), &look(name))?;
        }
    }
    sheet.autofilter(0, 0, rows.len() as u32, last)?;
    sheet.set_landscape().set_paper_size(9).set_print_fit_to_pages(1, 0).set_repeat_rows(0, 0)?;
    Ok(())
}

fn cell(
    sheet: &mut Worksheet,
    (row, column): (u32, u16),
    value: Option<&Vaerdi>,
    look: &Format,
) -> Result<(), XlsxError> {
    match value {
        Some(Vaerdi::Tekst(text)) => sheet.write_string_with_format(row, column, text, look)?,
        Some(Vaerdi::Tal(number)) => {
            // Counts and years are far below where a spreadsheet's numbers lose digits.
            let number = number.to_f64().unwrap_or_default();
            sheet.write_number_with_format(row, column, number, look)?
        }
        Some(Vaerdi::Dato(date)) => {
            let look = look.clone().set_num_format("dd-mm-yyyy");
            sheet.write_datetime_with_format(row, column, excel_date(*date)?, &look)?
        }
        None => sheet.write_blank(row, column, look)?,
    };
    Ok(())
}

fn excel_date(date: NaiveDate) -> Result<ExcelDateTime, XlsxError> {
    ExcelDateTime::parse_from_str(&date.to_string())
}

/// The secretariat's own columns have the colour that says "write here".
fn look(name: &str) -> Format {
    let plain = Format::new().set_text_wrap().set_align(FormatAlign::Top);
    match name {
        "Rettelse" | "Begrundelse" => plain
            .set_background_color(Color::RGB(0xFD_F0D5))
            .set_border(FormatBorder::Thin)
            .set_border_color(Color::RGB(0xC9_D3D8)),
        _ => plain,
    }
}

fn width(name: &str) -> f64 {
    match name {
        "Tekst" => 70.0,
        "Bemærkning" | "Begrundelse" | "Svarer for" | "Tilbud" | "Anvendes til" => 32.0,
        "Part" | "Fil" | "Driftsherre" | "Beliggenhed" | "Kontrolsum" | "Gemt som" => 26.0,
        "Gruppe" | "Ark" => 22.0,
        _ => 12.0,
    }
}
