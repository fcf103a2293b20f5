//! Word documents from Word templates: handlebars in a .docx, merged, filled and made whole.

mod awaited;
mod bookmarks;
mod columns;
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
mod parts;
mod prepared;
mod ranges;
mod render;
mod repair;
mod shapes;
mod tables;
mod taken;
mod template;
mod toc;
mod turns;
mod xml;

pub use inspect::inspect;
pub use prepared::{Prepared, WordTemplate};
pub use render::{Rendered, WordOptions, render};
pub use template::WordPartial;
