//! Excel workbooks as tables with headings, every cell with its address.

mod cell;
mod layout;
mod open;
mod sheet;
mod unseen;
mod unusable;

pub(super) use open::Workbook;
pub(super) use sheet::{Header, Line, Sheet};
