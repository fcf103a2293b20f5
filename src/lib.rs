//! Assembles one political agreement and all that hangs on it from structured inputs.

pub mod assemble;
pub mod chart;
pub mod check;
pub mod cli;
pub mod finding;
pub mod fonts;
pub mod input;
pub mod merge;
pub mod model;
pub mod output;
pub mod package;
pub mod render;
pub mod template;
pub mod text;
