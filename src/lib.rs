//! Assembles one political agreement and all that hangs on it from structured inputs.

pub mod finding;
pub mod merge;
pub mod text;
