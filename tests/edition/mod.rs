mod complete;
mod damage;
mod endelig;
mod freeze;
mod history;
mod names;
mod rebuild;
pub mod small;
mod stages;
#[cfg(feature = "pdf")]
mod udgivet;
