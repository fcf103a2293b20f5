//! Excel workbooks as tables with headings, every cell with its address.

mod cell;
mod comments;
mod figures;
mod grid;
mod grids;
mod layout;
mod open;
mod other_kind;
mod sheet;
mod stream;
mod unseen;
mod unusable;

pub use cell::Cell;
pub(super) use figures::may_hold_figures;
pub use grid::{At, Grid};
pub use grids::{grids, macros};
pub(super) use open::Workbook;
pub(super) use sheet::{Header, Line, Sheet};
