//! Proves that a redline holds both documents: with all changes accepted it is the new one, with all
//! of them rejected the old one.

mod differ;
mod join;
mod normal;
mod proof;

pub use proof::{Proof, prove};
