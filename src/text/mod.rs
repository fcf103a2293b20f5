//! Texts as a tree of blocks, and the Danish conventions for setting them.

mod balance;
pub mod danish;
pub mod markdown;
pub mod number;
mod running;
mod standing;
mod traced;
pub mod tree;

pub use balance::balance;
pub use running::{running, running_after};
