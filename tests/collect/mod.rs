mod again;
mod cells;
mod files;
mod inbox;
mod skema;
mod status;
