mod commands;
mod til_offentlig;
mod tjek_skabelon;
mod usage;
