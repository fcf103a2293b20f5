//! What stands in paragraphs: words and signs, compared one by one.

mod compare;
mod fields;
mod flatten;
mod split;
mod token;

pub use compare::{Compared, compare};
pub use flatten::flatten;
pub use token::{Content, Item, Token, Unit};
