//! Excel workbooks as tables with headings, every cell with its address.

mod cell;
mod open;
mod sheet;

pub(super) use open::Workbook;
pub(super) use sheet::{Header, Line, Sheet};
