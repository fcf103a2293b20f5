mod commands;
mod forskel;
mod spor;
mod til_offentlig;
mod tjek_skabelon;
mod usage;
