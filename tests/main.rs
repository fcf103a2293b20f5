//! One binary for all integration tests; its modules mirror the rooms of the library.

mod assemble;
mod chart;
mod check;
mod finding;
mod house;
mod input;
mod merge;
mod package;
mod project;
mod text;
