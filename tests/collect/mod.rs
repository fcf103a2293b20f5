mod again;
mod cells;
mod files;
mod inbox;
mod shipped;
mod skema;
mod status;
