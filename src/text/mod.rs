//! Texts as a tree of blocks, and the Danish conventions for setting them.

pub mod danish;
pub mod number;
pub mod tree;
