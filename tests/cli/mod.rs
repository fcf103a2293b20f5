mod commands;
mod usage;
