//! One binary for all integration tests; its modules mirror the rooms of the library.

mod assemble;
mod built;
mod changes;
mod chart;
mod check;
mod cli;
mod collect;
mod compare;
mod discretion;
mod edition;
mod finding;
mod guide;
mod house;
mod input;
mod merge;
mod model;
mod output;
mod package;
mod project;
mod readme;
mod redline;
mod text;
#[cfg(feature = "pdf")]
mod typst;
mod word;
