mod again;
mod cells;
mod files;
mod inbox;
mod outside;
mod shipped;
mod skema;
mod status;
