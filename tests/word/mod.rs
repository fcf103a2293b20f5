//! The Word renderer: small templates with their expected results, and the shipped templates.

mod awaited;
mod blocks;
mod boxed;
mod damage;
mod faults;
mod galleri;
mod ids;
mod kept;
mod listed;
mod namespaces;
mod package;
mod peers;
mod random;
pub mod sample;
mod shipped;
mod slots;
mod small;
mod values;
mod whole;
