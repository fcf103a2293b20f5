mod commands;
mod tjek_skabelon;
mod usage;
