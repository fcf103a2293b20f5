mod complete;
mod damage;
mod endelig;
mod freeze;
mod history;
mod names;
mod rebuild;
mod small;
#[cfg(feature = "pdf")]
mod udgivet;
