//! Assembles one political agreement and all that hangs on it from structured inputs.

pub mod finding;
pub mod merge;
pub mod package;
pub mod render;
pub mod text;
