mod damage;
mod freeze;
mod history;
mod names;
mod rebuild;
mod small;
mod stages;
