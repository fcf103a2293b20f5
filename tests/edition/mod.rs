mod damage;
mod freeze;
mod history;
mod names;
mod rebuild;
pub mod small;
mod stages;
