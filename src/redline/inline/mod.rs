//! What stands in paragraphs: words and signs, compared one by one.

mod compare;
mod fields;
mod flatten;
mod notes;
mod split;
mod token;

pub use compare::{Compared, compare};
pub use flatten::flatten;
pub use notes::know_notes;
pub use token::{Content, Item, Token, Unit};
