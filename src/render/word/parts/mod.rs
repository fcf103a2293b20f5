//! The parts of a Word package that the body leans on.

mod carry;
mod content_types;
mod macros;
mod media;
mod note_kind;
mod notes;
mod numbered;
mod numbering;
mod properties;
mod relations;
mod settings;
mod styles;
mod usual_names;

pub use carry::Carry;
pub use content_types::ContentTypes;
pub use macros::{drop_macros, has_macros};
pub use media::Media;
pub use note_kind::NoteKind;
pub use notes::Notes;
pub use numbering::{Level, Numbering, names_style};
pub use properties::{Properties, last_saved, set_properties};
pub use relations::{Kind as RelationKind, Relation, Relations, resolved};
pub use settings::{settle_settings, update_fields};
pub use styles::{StyleKind, Styles};
pub use usual_names::usual_names;

/// The part that holds the body.
pub const DOCUMENT: &str = "word/document.xml";

pub const W: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
pub const R: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
