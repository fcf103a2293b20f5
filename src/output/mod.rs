//! What is built, what is built again, and every file that is written.
//!
//! Documents are made in memory first; only when no fejl stands are they written, each beside its
//! place and then renamed, so that a reader finds an old document or a new one, never half of one.

mod apart;
mod basis;
mod beside;
mod copy;
mod digest;
mod folder;
mod lock;
mod make;
mod manifest;
mod openings;
mod place_files;
mod place_folder;
mod place_new;
mod placing;
mod reader_folder;
mod reason;
mod recorder;
mod redlines;
mod standing;
mod template_check;
mod trace;
mod trial;
mod unfinished;
mod used;
mod why;

pub use apart::write_apart;
pub use basis::{Bases, Basis};
pub use digest::digest;
pub use folder::{Folder, MANIFEST, TABELLER, Written};
pub use lock::Lock;
pub use make::{Made, MadeFile, Maker};
pub use manifest::{Entry, ExceptionEntry, Manifest, OutputEntry, PROGRAM, Source};
pub use place_files::place_files;
pub use place_folder::place_folder;
pub use place_new::place_new;
pub use placing::Placing;
pub use reader_folder::reader_folder;
pub use reason::Reason;
pub use redlines::{Became, EditionSide, NamedFile, Redlined, Redliner};
pub use template_check::TemplateCheck;
pub use trace::{DocumentTrace, trace};
pub use trial::trial;
pub use used::Used;
