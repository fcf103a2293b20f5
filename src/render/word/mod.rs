//! Word documents from Word templates: handlebars in a .docx, merged, filled and made whole.

mod awaited;
mod bookmarks;
mod check;
mod columns;
mod comments;
mod desk;
mod documents;
mod draft;
mod fields;
mod fill;
mod fragment;
mod graft;
mod hang;
mod ids;
mod inspect;
mod marks;
mod notices;
mod parts;
mod prepared;
mod ranges;
mod refuse;
mod render;
mod repair;
mod shapes;
mod tables;
mod taken;
mod template;
mod toc;
mod turns;
mod xml;

pub use check::Checked;
pub use comments::{commented, is_commented};
pub use inspect::inspect;
pub use prepared::{Prepared, WordTemplate};
pub use render::{Rendered, WordOptions, render};
pub use template::WordPartial;
