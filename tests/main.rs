//! One binary for all integration tests; its modules mirror the rooms of the library.

mod built;
mod cli;
mod output;
mod readme;
#[cfg(feature = "pdf")]
mod typst;
mod word;
