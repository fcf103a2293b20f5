//! Texts as a tree of blocks, and the Danish conventions for setting them.

pub mod danish;
pub mod markdown;
pub mod number;
mod running;
pub mod tree;

pub use running::running;
