//! The Word renderer: small templates with their expected results, and the shipped templates.

mod awaited;
mod blocks;
mod check;
mod comments;
mod damage;
mod faults;
mod package;
mod refusals;
pub mod sample;
mod shipped;
mod slots;
mod small;
mod values;
