mod commands;
mod spor;
mod til_offentlig;
mod tjek_skabelon;
mod udgaveforskel;
mod usage;
