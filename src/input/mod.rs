//! Files → records: TOML, Markdown and Excel, every value with the line or cell it comes from.
//!
//! [`Files`] are a project folder's inputs in memory; [`read()`] turns them into a
//! [`Projekt`](crate::model::Projekt) and tells everything that is wrong with them at once.

mod aftale;
mod centrale_udmeldinger;
mod diskretion;
mod dokumenter;
mod files;
mod indberetninger;
mod keys;
mod myndigheder;
mod offentliggjort;
mod ordlyd;
mod picture;
mod plain_text;
mod read;
mod regler;
mod takster;
mod tekst;
mod toml_file;
mod workbook;

pub use files::{Files, LARGEST, read_file};
pub use indberetninger::FILE as INDBERETNINGER;
pub use ordlyd::words_with_figures;
pub use plain_text::plain_text;
pub use read::{Records, read};
pub use workbook::{At, Cell, Grid, grids, macros};
