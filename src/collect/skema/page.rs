use rust_xlsxwriter::{
    Color, DataValidation, DataValidationErrorStyle, DataValidationRule, Format, ProtectionOptions,
    Worksheet, XlsxError,
};

use super::look::Look;
use crate::collect::form::LARGEST_COUNT;

/// A4 in the numbering of Excel.
const A4: u8 = 9;
/// Points that a line of text takes.
const LINE: f64 = 15.0;

/// A sheet that is written from the top down, in columns of given widths.
pub(super) struct Page<'w> {
    pub sheet: &'w mut Worksheet,
    pub look: &'w Look,
    widths: Vec<f64>,
    /// The next row that is free.
    pub row: u32,
}

impl<'w> Page<'w> {
    pub fn new(
        sheet: &'w mut Worksheet,
        look: &'w Look,
        name: &str,
        widths: &[f64],
    ) -> Result<Self, XlsxError> {
        sheet.set_name(name)?.set_screen_gridlines(false).set_paper_size(A4);
        sheet.set_print_fit_to_pages(1, 0).set_landscape().set_tab_color(Color::RGB(0x0B_4F6C));
        sheet.set_footer("&L&F&RSide &P af &N");
        let options = ProtectionOptions {
            format_rows: true,
            format_columns: true,
            ..ProtectionOptions::default()
        };
        sheet.protect_with_options(&options);
        for (column, width) in (0..).zip(widths) {
            sheet.set_column_width(column, *width)?;
        }
        Ok(Self { sheet, look, widths: widths.to_vec(), row: 0 })
    }

    pub fn title(&mut self, text: &str) -> Result<(), XlsxError> {
        self.line(text, &self.look.title, 28.0)
    }

    pub fn section(&mut self, text: &str) -> Result<(), XlsxError> {
        self.line(text, &self.look.section, 22.0)
    }

    pub fn warning(&mut self, text: &str) -> Result<(), XlsxError> {
        self.line(text, &self.look.warning, 20.0)
    }

    fn line(&mut self, text: &str, format: &Format, height: f64) -> Result<(), XlsxError> {
        self.sheet.set_row_height(self.row, height)?;
        self.sheet.write_with_format(self.row, 0, text, format)?;
        self.row += 1;
        Ok(())
    }

    /// A paragraph across all columns.
    pub fn lead(&mut self, text: &str) -> Result<(), XlsxError> {
        self.sheet.set_row_height(self.row, height(text, self.widths.iter().sum()))?;
        self.across(text, &self.look.lead)
    }

    /// A box across all columns to write in.
    pub fn answer_box(&mut self, height: f64) -> Result<(), XlsxError> {
        self.sheet.set_row_height(self.row, height)?;
        self.across("", &self.look.writing)
    }

    fn across(&mut self, text: &str, format: &Format) -> Result<(), XlsxError> {
        let last = self.last_column();
        if last == 0 {
            self.sheet.write_with_format(self.row, 0, text, format)?;
        } else {
            self.sheet.merge_range(self.row, 0, self.row, last, text, format)?;
        }
        self.row += 1;
        Ok(())
    }

    /// Makes the next row as high as a text in its first column needs.
    pub fn fit(&mut self, text: &str) -> Result<(), XlsxError> {
        let first = self.widths.first().copied().unwrap_or_default();
        self.sheet.set_row_height(self.row, height(text, first).max(21.0))?;
        Ok(())
    }

    pub fn space(&mut self) {
        self.row += 1;
    }

    pub fn last_column(&self) -> u16 {
        u16::try_from(self.widths.len().saturating_sub(1)).unwrap_or(u16::MAX)
    }

    /// Lets whole numbers from 0 on stand in some cells, and says so; `elsewhere` is where words
    /// about them belong.
    pub fn counts_only(
        &mut self,
        title: &str,
        elsewhere: &str,
        first: (u32, u16),
        last: (u32, u16),
    ) -> Result<(), XlsxError> {
        let rule = DataValidation::new()
            .allow_whole_number(DataValidationRule::Between(0, LARGEST_COUNT))
            .set_input_title(title)?
            .set_input_message(format!(
                "Et helt tal. Er der ingen, så skriv 0. Kender I ikke tallet, så lad feltet stå \
                 tomt, og skriv hvorfor {elsewhere}.",
            ))?
            .set_error_title("Kun hele tal")?
            .set_error_message(format!(
                "Skriv et helt tal fra 0 og op. Ord og forbehold skrives {elsewhere}.",
            ))?;
        self.sheet.add_data_validation(first.0, first.1, last.0, last.1, &rule)?;
        Ok(())
    }

    /// Offers some words in some cells; others may be written only when the list is `open`.
    pub fn choices(
        &mut self,
        words: &[&str],
        open: bool,
        first: (u32, u16),
        last: (u32, u16),
    ) -> Result<(), XlsxError> {
        let style = match open {
            true => DataValidationErrorStyle::Information,
            false => DataValidationErrorStyle::Stop,
        };
        let rule = DataValidation::new()
            .allow_list_strings(words)?
            .set_error_style(style)
            .set_error_title("Vælg på listen")?
            .set_error_message("Det skrevne står ikke på listen.")?;
        self.sheet.add_data_validation(first.0, first.1, last.0, last.1, &rule)?;
        Ok(())
    }
}

/// How high a row must be for a text that wraps in columns of this width.
fn height(text: &str, width: f64) -> f64 {
    let per_line = (width * 1.05).max(1.0);
    let lines = |paragraph: &str| (paragraph.chars().count() as f64 / per_line).ceil().max(1.0);
    text.lines().map(lines).sum::<f64>() * LINE + 3.0
}
