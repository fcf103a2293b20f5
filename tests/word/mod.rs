//! The Word renderer: small templates with their expected results, and the shipped templates.

mod awaited;
mod blocks;
mod boxed;
mod columns;
mod copies;
mod damage;
mod faults;
mod galleri;
mod ids;
mod kept;
mod listed;
mod namespaces;
mod nesting;
mod package;
mod partials;
mod peers;
mod random;
mod rows;
pub mod sample;
mod scope;
mod shipped;
mod slots;
pub mod small;
mod splits;
mod values;
mod whitespace;
mod whole;
