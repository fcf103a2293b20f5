//! Two editions of the same → one tree in which what only one of them has is marked.

mod align;
mod blocks;
mod face;
mod inlines;
mod table;
mod words;

pub use align::{Line, Step, lines};
pub use blocks::blocks;
pub use inlines::inlines;
