//! Blocks of a text written as WordprocessingML with the template's own styles.

mod docx;
mod figure;
mod inlines;
mod list;
mod raster;
mod scribe;
mod table;
mod widths;

pub use docx::settle;
pub use raster::Raster;
pub use scribe::{NUMBER, Scribe};
