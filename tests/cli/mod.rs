mod commands;
mod foelg;
mod spor;
mod til_offentlig;
mod tjek_skabelon;
mod usage;
