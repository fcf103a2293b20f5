//! Brings what the old document leans on into the new one, so that the texts of both can stand in
//! one file: pictures, links, charts, styles and lists.

mod bookmarks;
mod fit;
mod lists;
mod namespaces;
mod relations;
mod styles;

pub use bookmarks::{bookmark_names, count_bookmarks, settle_bookmarks};
pub use fit::{Bridge, OLD};
pub use lists::list_key;
pub use namespaces::unite;
pub use relations::Links;
