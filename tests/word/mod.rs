//! The Word renderer: small templates with their expected results, and the shipped templates.

mod awaited;
mod blocks;
mod columns;
mod damage;
mod faults;
mod package;
mod partials;
mod rows;
pub mod sample;
mod shipped;
mod slots;
mod small;
mod values;
mod whitespace;
