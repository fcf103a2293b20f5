mod again;
mod cells;
mod files;
mod inbox;
mod kontrol;
mod shipped;
mod skema;
mod status;
